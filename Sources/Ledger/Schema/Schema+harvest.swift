extension Schema {
    /// Runs, sources, pages, captures, and what is known of hosts. Times are seconds since 1970 in UTC.
    static let harvest = """
        CREATE TABLE runs (
            id INTEGER PRIMARY KEY,
            pipeline TEXT NOT NULL,
            version TEXT NOT NULL,
            started INTEGER NOT NULL,
            finished INTEGER,
            exit_code INTEGER,
            interrupted INTEGER NOT NULL DEFAULT 0
        ) STRICT;

        CREATE TABLE run_sources (
            source TEXT NOT NULL,
            run INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
            candidates INTEGER NOT NULL,
            new_candidates INTEGER NOT NULL,
            pages INTEGER NOT NULL,
            unchanged INTEGER NOT NULL,
            new_articles INTEGER NOT NULL,
            changed_articles INTEGER NOT NULL,
            not_articles INTEGER NOT NULL,
            refused INTEGER NOT NULL,
            failed INTEGER NOT NULL,
            deferred INTEGER NOT NULL,
            observations INTEGER NOT NULL,
            rejections INTEGER NOT NULL,
            succeeded INTEGER NOT NULL,
            trouble TEXT,
            PRIMARY KEY (source, run)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX run_sources_by_run ON run_sources (run);

        CREATE TABLE sources (
            id TEXT PRIMARY KEY,
            last_run INTEGER,
            last_run_at INTEGER,
            last_success_at INTEGER,
            last_new_article_at INTEGER,
            trouble TEXT
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE directories (
            source TEXT NOT NULL,
            address TEXT NOT NULL,
            etag TEXT,
            last_modified TEXT,
            payload_digest TEXT,
            checked INTEGER NOT NULL,
            PRIMARY KEY (source, address)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE pages (
            id INTEGER PRIMARY KEY,
            source TEXT NOT NULL,
            address TEXT NOT NULL,
            route TEXT NOT NULL,
            found_at TEXT NOT NULL,
            announced_title TEXT,
            announced_published INTEGER,
            announced_published_offset INTEGER,
            announced_modified INTEGER,
            discovered INTEGER NOT NULL,
            state TEXT NOT NULL DEFAULT 'new'
                CHECK (state IN ('new', 'article', 'not_an_article', 'failed', 'gone', 'disallowed')),
            status INTEGER,
            etag TEXT,
            last_modified TEXT,
            payload_digest TEXT,
            checked INTEGER,
            next_check INTEGER,
            failures INTEGER NOT NULL DEFAULT 0,
            problem TEXT,
            detail TEXT,
            work INTEGER,
            UNIQUE (source, address)
        ) STRICT;
        CREATE INDEX pages_due ON pages (source, next_check) WHERE next_check IS NOT NULL;
        CREATE INDEX pages_waiting ON pages (source) WHERE state = 'new';
        CREATE INDEX pages_of_work ON pages (work);

        CREATE TABLE captures (
            id INTEGER PRIMARY KEY,
            page INTEGER REFERENCES pages (id) ON DELETE CASCADE,
            kind TEXT NOT NULL,
            address TEXT NOT NULL,
            file TEXT NOT NULL,
            offset INTEGER NOT NULL,
            length INTEGER NOT NULL,
            digest TEXT NOT NULL,
            status INTEGER NOT NULL,
            fetched INTEGER NOT NULL,
            UNIQUE (file, offset)
        ) STRICT;
        CREATE INDEX captures_of_page ON captures (page);

        CREATE TABLE robots (
            host TEXT PRIMARY KEY,
            status INTEGER NOT NULL,
            body BLOB NOT NULL,
            fetched INTEGER NOT NULL,
            expires INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE hosts (
            name TEXT PRIMARY KEY,
            not_before INTEGER NOT NULL,
            failures INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        """

    /// Which response the archive holds a known payload of, so that a `revisit` can name it.
    static let originals = """
        ALTER TABLE pages ADD COLUMN payload_address TEXT;
        ALTER TABLE pages ADD COLUMN payload_fetched INTEGER;
        ALTER TABLE directories ADD COLUMN payload_address TEXT;
        ALTER TABLE directories ADD COLUMN payload_fetched INTEGER;
        """

    /// What the health of a source is judged by, and the alarms that are on; null is what runs before did not count.
    static let health = """
        ALTER TABLE run_sources ADD COLUMN with_title INTEGER;
        ALTER TABLE run_sources ADD COLUMN with_date INTEGER;
        ALTER TABLE run_sources ADD COLUMN with_body INTEGER;
        CREATE TABLE alarms (
            source TEXT NOT NULL,
            kind TEXT NOT NULL,
            detail TEXT NOT NULL,
            since INTEGER NOT NULL,
            PRIMARY KEY (source, kind)
        ) STRICT, WITHOUT ROWID;
        """
}
