import Datasets
import Gazetteer
import Model

/// Units of a name with their history, for people and for machines.
public struct UnitsReport: Sendable {
    /// A unit in one state, with what is above it and what it came from and passed into.
    struct Entry: Sendable {
        let unit: AdministrativeUnit
        let above: [AdministrativeUnit]
        let lineage: UnitLineage

        init(_ unit: AdministrativeUnit, in gazetteer: Gazetteer, on day: CivilDate) {
            self.unit = unit
            var above: [AdministrativeUnit] = []
            while above.count < 3, let next = gazetteer.parent(of: above.last ?? unit, on: day) { above.append(next) }
            self.above = above
            lineage = gazetteer.lineage(of: unit)
        }
    }

    let name: String
    let date: CivilDate
    let found: [Entry]
    /// Units of that name at other times.
    let others: [Entry]

    /// 0, or 1 when no unit has that name on the day.
    public var exitCode: Int32 { found.isEmpty ? 1 : 0 }

    public var text: String {
        if !found.isEmpty {
            let blocks = found.map(UnitsReport.text) + (others.isEmpty ? [] : [hint])
            return blocks.joined(separator: "\n\n")
        }
        if others.isEmpty {
            return "No unit is or was ever called \"\(name)\"; write it with its marks, as in \"Tam Dương\"."
        }
        return "No unit is called \"\(name)\" on \(date); at other times:\n\n"
            + others.map(UnitsReport.text).joined(separator: "\n\n")
    }

    /// The other units in one line, for those who meant one of them.
    private var hint: String {
        let shown = others.prefix(8).map { "\(UnitsReport.called($0.unit)), \(UnitsReport.span($0.unit))" }
        let rest = others.count - shown.count
        return "At other times also: " + shown.joined(separator: "; ") + (rest > 0 ? "; and \(rest) more" : "")
    }

    private static func text(_ entry: Entry) -> String {
        var lines = ["\(entry.unit.name)  \(entry.unit.id.rawValue)"]
        func add(_ label: String, _ text: String) {
            guard !text.isEmpty else { return }
            lines.append("  \(label)\(String(repeating: " ", count: max(1, 8 - label.count)))\(text)")
        }
        add("valid", span(entry.unit))
        add("in", entry.above.map(called).joined(separator: ", "))
        add("was", entry.lineage.before.map { "\(called($0)), \(span($0))" }.joined(separator: "; "))
        add("became", entry.lineage.after.map { "\(called($0)), \(span($0))" }.joined(separator: "; "))
        add("now", now(entry))
        return lines.joined(separator: "\n")
    }

    private static func now(_ entry: Entry) -> String {
        let today = entry.lineage.today
        if entry.unit.validTo == nil { return "the same" }
        let names = today.map(called).joined(separator: ", ")
        if today.isEmpty { return "no unit of today is known to have followed it" }
        if entry.lineage.after.isEmpty { return "abolished; its communes lie in \(names)" }
        return names
    }

    private static func called(_ unit: AdministrativeUnit) -> String { "\(unit.name) \(unit.id.rawValue)" }

    /// `until 2025-06-30`, `since 2026-09-20`, `2025-07-01 to 2026-09-19`: the last day belongs to it.
    private static func span(_ unit: AdministrativeUnit) -> String {
        let last = unit.validTo?.adding(days: -1)
        switch (unit.validFrom, last) {
        case (nil, nil): return "since before 2008"
        case (let from?, nil): return "since \(from)"
        case (nil, let last?): return "until \(last)"
        case (let from?, let last?): return "\(from) to \(last)"
        }
    }

    public var json: String {
        var json = JSONWriter(.indented)
        json.object { json in
            json.member("name", name)
            json.member("on", date.description)
            json.array("units") { json in
                for entry in found { UnitsReport.write(entry, to: &json) }
            }
            json.array("other_times") { json in
                for entry in others { UnitsReport.write(entry, to: &json) }
            }
        }
        return json.text
    }

    private static func write(_ entry: Entry, to json: inout JSONWriter) {
        json.object { json in
            write(entry.unit, to: &json)
            for (label, units) in [
                ("above", entry.above), ("was", entry.lineage.before), ("became", entry.lineage.after),
                ("now", entry.lineage.today),
            ] {
                json.array(label) { json in
                    for unit in units { json.object { json in write(unit, to: &json) } }
                }
            }
        }
    }

    private static func write(_ unit: AdministrativeUnit, to json: inout JSONWriter) {
        json.member("id", unit.id.rawValue)
        json.member("code", unit.code)
        json.member("name", unit.name)
        json.member("level", unit.level.rawValue)
        json.member("type", unit.type.rawValue)
        json.member("valid_from", unit.validFrom?.description)
        json.member("valid_to", unit.validTo?.adding(days: -1).description)
    }
}
