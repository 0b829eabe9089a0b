import FoundationEssentials
import GRDB
import Model

/// What one work told in the last release, beside what it tells now.
///
/// Numbers are the same when they state the same fact; of those that are left on both sides, when indicator, unit,
/// kind and place are the same, in the order of the text. A pair with another value or another qualifier was corrected.
struct WorkChanges {
    let db: Database
    let work: Int64

    func changes() throws -> [Change] {
        let versions = try self.versions()
        let old = try numbers(of: versions.filter(\.isReleased).map(\.id))
        let new = try numbers(of: versions.filter(\.isPublished).map(\.id))
        let cause = WorkChanges.cause(versions)
        var changes: [Change] = []
        let pairs = WorkChanges.pairs(old, new)
        for (left, right) in pairs where !left.tellsTheSame(as: right) {
            changes.append(Change(.corrected, cause, old: left, new: right))
        }
        let (kept, known) = (Set(pairs.map(\.0.id)), Set(pairs.map(\.1.id)))
        changes += old.filter { !kept.contains($0.id) }.map { Change(.withdrawn, cause, old: $0, new: nil) }
        changes += new.filter { !known.contains($0.id) }.map { Change(.added, cause, old: nil, new: $0) }
        return changes
    }

    private struct Version {
        let id: Int64
        let textDigest: String
        let isReleased: Bool
        let isPublished: Bool
    }

    private func versions() throws -> [Version] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT articles.id, text_digest, is_released, is_published FROM articles
                    JOIN pages ON pages.id = coalesce(articles.page, articles.former_page)
                    WHERE coalesce(pages.work, pages.id) = ? AND (is_released = 1 OR is_published = 1)
                    ORDER BY articles.id
                    """), arguments: [work]
        ).map { row in
            var reader = RowReader(row)
            return Version(
                id: Int64(try reader.integer()), textDigest: try reader.text(), isReleased: try reader.flag(),
                isPublished: try reader.flag())
        }
    }

    private static func cause(_ versions: [Version]) -> Change.Cause {
        let old = versions.filter(\.isReleased)
        let new = versions.filter(\.isPublished)
        if old.isEmpty { return .newArticle }
        if old.count > new.count { return .duplicate }
        return old.contains { left in new.contains { $0.textDigest == left.textDigest } } ? .reread : .newVersion
    }

    private func numbers(of articles: [Int64]) throws -> [ReleasedNumber] {
        try articles.flatMap { article in
            try Row.fetchAll(db.cachedStatement(sql: ReleasedNumber.query), arguments: [article])
                .map { row in
                    var reader = RowReader(row)
                    return try ReleasedNumber(&reader)
                }
        }
    }

    private static func pairs(
        _ old: [ReleasedNumber], _ new: [ReleasedNumber]
    ) -> [(ReleasedNumber, ReleasedNumber)] {
        var pairs: [(ReleasedNumber, ReleasedNumber)] = []
        var old = old
        var new = new
        for key in [{ $0.fact }, { $0.likeness }] as [(ReleasedNumber) -> String?] {
            var waiting = Dictionary(grouping: new.filter { key($0) != nil }, by: { key($0) ?? "" })
                .mapValues { ArraySlice($0) }
            var rest: [ReleasedNumber] = []
            for number in old {
                if let name = key(number), let partner = waiting[name]?.popFirst() {
                    pairs.append((number, partner))
                } else {
                    rest.append(number)
                }
            }
            let paired = Set(pairs.map(\.1.id))
            old = rest
            new.removeAll { paired.contains($0.id) }
        }
        return pairs
    }
}

/// A number as a release tells it.
struct ReleasedNumber {
    let id: Int64
    let fact: String?
    let value: Decimal
    let qualifier: String
    /// What two numbers of one work share that are likely to mean the same.
    let likeness: String?

    static let query = """
        SELECT id, fact_id, value, qualifier,
            indicator_code || char(10) || unit || char(10) || kind || char(10) || coalesce(place_id, '')
        FROM observations WHERE \(StoredNumber.ofArticle) ORDER BY id
        """

    init(_ reader: inout RowReader) throws {
        id = Int64(try reader.integer())
        fact = reader.optionalText()
        value = try reader.decimal()
        qualifier = try reader.text()
        likeness = reader.optionalText()
    }

    func tellsTheSame(as other: ReleasedNumber) -> Bool {
        fact == other.fact && value == other.value && qualifier == other.qualifier
    }
}
