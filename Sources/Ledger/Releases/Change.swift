import GRDB
import Model

/// One difference between two releases.
struct Change {
    enum Kind: String, CaseIterable {
        case added, corrected, withdrawn
    }

    /// Why a number changed.
    enum Cause: String, CaseIterable {
        case newArticle = "new_article"
        /// The publisher changed the text.
        case newVersion = "new_version"
        /// The same text was read by newer rules.
        case reread
        /// The article turned out to be another address of one that is known.
        case duplicate
    }

    let kind: Kind
    let cause: Cause
    let old: ReleasedNumber?
    let new: ReleasedNumber?

    init(_ kind: Kind, _ cause: Cause, old: ReleasedNumber?, new: ReleasedNumber?) {
        self.kind = kind
        self.cause = cause
        self.old = old
        self.new = new
    }

    /// Keeps the change with all that `changes` shows: the new number's words, else the old one's.
    func insert(release: Int64, ordinal: Int, _ db: Database) throws {
        try db.cachedStatement(sql: Change.insertion).execute(arguments: [
            release, ordinal, kind.rawValue, cause.rawValue, new?.id ?? old?.id, old?.id, new?.id,
        ])
    }

    private static let insertion = """
        INSERT INTO changes
        SELECT ?1, ?2, ?3, ?4, shown.fact_id, shown.indicator_code, shown.indicator_name_vi, shown.indicator_name_en,
            shown.unit, shown.kind, shown.place_id, shown.place_name, shown.province_id, shown.province_code,
            shown.province_name, shown.period_start, shown.period_end, old.value, new.value, old.qualifier,
            new.qualifier, old.quote, new.quote, articles.source, articles.url, articles.title, articles.published_at,
            old.observation_id, new.observation_id
        FROM observations AS shown
        JOIN articles ON articles.id = \(StoredNumber.article(of: "shown"))
        LEFT JOIN observations AS old ON old.id = ?6
        LEFT JOIN observations AS new ON new.id = ?7
        WHERE shown.id = ?5
        """
}
