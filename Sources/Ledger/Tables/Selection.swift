import Model

/// Which rows an export wants. Every condition holds for each table that has the column; the conditions of one column
/// are alternatives, those of different columns all hold.
public struct Selection: Hashable, Sendable {
    /// A column of `observations` that must hold one of some values.
    public struct Condition: Hashable, Sendable {
        public let column: String
        public let values: [String]

        public init(column: String, values: [String]) {
            self.column = column
            self.values = values
        }
    }

    /// Publication days in Vietnam, both inclusive. A number whose article has no date is left out when one is given.
    public var since: CivilDate?
    public var until: CivilDate?
    public var conditions: [Condition] = []
    /// Codes, in which `*` stands for any letters and `?` for one.
    public var indicators: [String] = []

    public init() {}

    /// The columns that a condition may name.
    public static var columns: [String] { ObservationTable.selected.map(\.column.name) }
    /// Everything.
    public static let all = Selection()
    public var isEverything: Bool { self == .all }
    /// Whether it chooses among the numbers of an article, not only among articles.
    var choosesNumbers: Bool { !indicators.isEmpty || conditions.contains { $0.column != SharedColumns.sourceID.name } }
}

extension Selection {
    /// SQL that is added to a WHERE clause, with its arguments.
    struct Clause {
        var sql = ""
        var arguments: [TableQuery.Argument] = []

        mutating func add(_ sql: String, _ arguments: [TableQuery.Argument]) {
            self.sql += " AND \(sql)"
            self.arguments += arguments
        }

        static func + (left: Clause, right: Clause) -> Clause {
            Clause(sql: left.sql + right.sql, arguments: left.arguments + right.arguments)
        }
    }

    /// The conditions on the columns that a table has.
    func clause(on expressions: [String: String]) -> Clause {
        var clause = Clause()
        for condition in conditions {
            guard let sql = expressions[condition.column] else { continue }
            let isList = condition.column == "flags"
            let one = isList ? "instr(char(10) || \(sql) || char(10), char(10) || ? || char(10)) > 0" : "\(sql) = ?"
            let alternatives = condition.values.map { _ in one }.joined(separator: " OR ")
            clause.add("(\(alternatives))", condition.values.map { .text($0) })
        }
        if !indicators.isEmpty, let sql = expressions[SharedColumns.indicatorCode.name] {
            clause.add(
                "(" + indicators.map { _ in "\(sql) GLOB ?" }.joined(separator: " OR ") + ")",
                indicators.map { .text(Selection.glob($0)) })
        }
        return clause
    }

    /// The conditions on the days of publication, a column of seconds.
    func clause(onSeconds sql: String) -> Clause {
        var clause = Clause()
        if let since { clause.add("\(sql) >= ?", [.integer(Selection.midnight(since))]) }
        if let until { clause.add("\(sql) < ?", [.integer(Selection.midnight(until) + 86_400)]) }
        return clause
    }

    private static func midnight(_ date: CivilDate) -> Int64 {
        Timestamp(date, offsetMinutes: Timestamp.vietnamOffset).seconds
    }

    /// A bracket has a meaning of its own in GLOB, and none in a pattern of ours.
    private static func glob(_ pattern: String) -> String { pattern.replacing("[", with: "[[]") }
}
