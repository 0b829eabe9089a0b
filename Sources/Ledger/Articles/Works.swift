import GRDB
import Model

/// Pages that hold the same article are one work.
///
/// Two pages of a source belong together when any of their versions have the same text, or the same own address
/// (`rel=canonical`) and title: the title is asked for because portals exist that name their front page as the own
/// address of every article. Pages of two sources belong together only when they hold the same article version.
/// The relation holds between all versions, whatever the order in which the pages were fetched.
struct Works {
    let db: Database

    /// Joins the page with all that hold the same article; whether there were others.
    func join(page: Int64, row: ArticleRow) throws -> Bool {
        try db.cachedStatement(sql: "UPDATE pages SET work = coalesce(work, id) WHERE id = ?").execute(arguments: [page]
        )
        let works = try Int64.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT work FROM pages WHERE id = ?1
                    UNION
                    SELECT pages.work FROM pages JOIN articles ON articles.page = pages.id
                    WHERE articles.source = ?2 AND articles.text_digest = ?3 AND ?7 > 0
                    UNION
                    SELECT pages.work FROM pages JOIN articles ON articles.page = pages.id
                    WHERE articles.source = ?2 AND articles.url = ?4 AND articles.title = ?5
                    UNION
                    SELECT pages.work FROM pages JOIN articles ON articles.page = pages.id
                    WHERE articles.article_id = ?6
                    """),
            arguments: [
                page, row.source.rawValue, row.textDigest, row.url.text, row.title, row.articleID.rawValue, row.words,
            ])
        let work = works.min() ?? page
        for other in works where other != work {
            try db.cachedStatement(sql: "UPDATE pages SET work = ? WHERE work = ?").execute(arguments: [work, other])
        }
        let pages = try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT count(*) FROM pages WHERE work = ?"), arguments: [work])
        return (pages ?? 1) > 1
    }

    /// Marks the version that the datasets show for the page's work: of the newest of each page the one that changed
    /// most often, then the one at its own address, then the smallest address. The order of fetching has no say.
    func elect(page: Int64) throws {
        let versions = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT articles.id, pages.address, articles.url, is_published, aliases
                    FROM pages JOIN articles ON articles.page = pages.id AND is_newest = 1
                    WHERE pages.work = (SELECT work FROM pages WHERE id = ?)
                    ORDER BY version DESC, pages.address <> articles.url, pages.address, articles.source
                    """),
            arguments: [page])
        var addresses: Set<String> = []
        var elected: (id: Int64, url: String)?
        for version in versions {
            var reader = RowReader(version)
            let id = Int64(try reader.integer())
            addresses.insert(try reader.text())
            let url = try reader.text()
            addresses.insert(url)
            elected = elected ?? (id, url)
        }
        guard let elected else { return }
        addresses.remove(elected.url)
        try withdraw(work: page)
        try db.cachedStatement(sql: "UPDATE articles SET is_published = 1, aliases = ? WHERE id = ?")
            .execute(arguments: [addresses.sorted().joined(separator: "\n"), elected.id])
    }

    private func withdraw(work page: Int64) throws {
        try db.cachedStatement(
            sql: """
                UPDATE articles SET is_published = 0, aliases = '' WHERE is_published = 1 AND page IN (
                    SELECT id FROM pages WHERE work = (SELECT work FROM pages WHERE id = ?))
                """
        ).execute(arguments: [page])
    }
}
