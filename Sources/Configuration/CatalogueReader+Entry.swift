import FoundationEssentials
import Indicators
import Model
import Yams

/// Reads one entry of the catalogue.
enum CatalogueEntryReader {
    static func read(_ value: YAMLValue, seen: inout Set<IndicatorCode>) -> Indicator? {
        guard var fields = value.fields(of: "an indicator") else { return nil }
        let code = fields.required("code").flatMap { readCode($0, seen: &seen) }
        let nameVietnamese = fields.required("name_vi")?.text()
        let nameEnglish = fields.required("name_en")?.text()
        let area = fields.required("area")?.choice(Area.self)
        let unit = fields.required("unit")?.text()
        let unitEnglish = fields.required("unit_en")?.text()
        let valueType = fields.required("value_type")?.choice(ValueType.self)
        let minimum = fields.required("min")
        let bounds = readBounds(minimum, fields.required("max"))
        let level = fields.value("level").map { $0.choice(IndicatorLevel.self) } ?? .any
        let better = fields.value("better").map { $0.choice(Betterment.self) } ?? .neutral
        let domain = fields.value("par_index").flatMap { $0.isNull ? nil : $0.integer(in: 1...8) }
        let aliases = fields.required("aliases").map { phrases($0, atLeast: 1) }
        let contextAny = fields.value("context_any").map { phrases($0, atLeast: 0) } ?? []
        let contextNone = fields.value("context_none").map { phrases($0, atLeast: 0) } ?? []
        let note = fields.value("note")?.text()
        fields.finish()
        guard let code, let nameVietnamese, let nameEnglish, let area, let unit, let unitEnglish, let valueType,
            let bounds, let level, let better, let aliases
        else { return nil }
        return Indicator(
            code: code, nameVietnamese: nameVietnamese, nameEnglish: nameEnglish, area: area, unit: unit,
            unitEnglish: unitEnglish, valueType: valueType, bounds: bounds, level: level, better: better,
            parIndexDomain: domain, aliases: aliases, contextAny: contextAny, contextNone: contextNone, note: note)
    }

    private static func readCode(_ value: YAMLValue, seen: inout Set<IndicatorCode>) -> IndicatorCode? {
        guard let text = value.text() else { return nil }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let wellFormed = parts.allSatisfy { part in
            part.utf8.first.map { (97...122).contains($0) } == true
                && part.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 95 }
        }
        guard wellFormed, parts.count > 1 else {
            value.report(
                "`\(text)` is not a code",
                "write small letters, digits and _ in parts joined by dots: dossiers.received")
            return nil
        }
        guard seen.insert(IndicatorCode(text)).inserted else {
            value.report("the code `\(text)` stands twice", "give one of the two another code")
            return nil
        }
        return IndicatorCode(text)
    }

    private static func readBounds(_ minimum: YAMLValue?, _ maximum: YAMLValue?) -> ClosedRange<Decimal>? {
        guard let minimum, let maximum, let low = decimal(minimum), let high = decimal(maximum) else { return nil }
        guard low <= high else {
            minimum.report("min \(low) is above max \(high)", "exchange them")
            return nil
        }
        return low...high
    }

    private static func decimal(_ value: YAMLValue) -> Decimal? {
        guard let text = value.text() else { return nil }
        let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
        let plain =
            !digits.isEmpty && digits.utf8.count <= 20
            && digits.utf8.allSatisfy { (48...57).contains($0) || $0 == 46 }
        guard plain, let number = Decimal(string: text) else {
            value.report("`\(text)` is not a number", "write digits, with a point before decimals")
            return nil
        }
        return number
    }

    /// A list of phrases, none empty and none twice.
    private static func phrases(_ value: YAMLValue, atLeast least: Int) -> [String] {
        guard let items = value.list() else { return [] }
        var seen: Set<String> = []
        var result: [String] = []
        for item in items {
            guard let phrase = item.text() else { continue }
            if phrase.isEmpty {
                item.report("an empty phrase", "write words, or take it away")
            } else if seen.insert(phrase.lowercased()).inserted {
                result.append(phrase)
            } else {
                item.report("`\(phrase)` stands twice in this list", "take one of the two away")
            }
        }
        if items.count < least { value.report("a list without phrases", "write at least one phrase") }
        return result
    }
}

extension YAMLValue {
    /// Whether the value is written as nothing: `null`, `~` or empty.
    fileprivate var isNull: Bool {
        guard case .scalar(let scalar) = node else { return false }
        return scalar.style == .plain && ["null", "~", ""].contains(scalar.string)
    }
}
