extension Schema {
    /// Versions of articles, one chain a page. `is_published` marks the one version that the datasets show for all
    /// pages of one work; its `aliases` are the other addresses.
    static let articles = """
        CREATE TABLE texts (
            digest TEXT PRIMARY KEY,
            text TEXT NOT NULL
        ) STRICT;

        CREATE TABLE articles (
            id INTEGER PRIMARY KEY,
            page INTEGER NOT NULL REFERENCES pages (id) ON DELETE CASCADE,
            capture INTEGER REFERENCES captures (id),
            seen INTEGER NOT NULL,
            is_newest INTEGER NOT NULL,
            is_published INTEGER NOT NULL DEFAULT 0,
            article_id TEXT NOT NULL,
            version INTEGER NOT NULL,
            supersedes TEXT,
            source TEXT NOT NULL,
            source_name TEXT NOT NULL,
            url TEXT NOT NULL,
            aliases TEXT NOT NULL DEFAULT '',
            title TEXT NOT NULL,
            authors TEXT NOT NULL,
            published INTEGER,
            published_offset INTEGER,
            published_from TEXT,
            modified INTEGER,
            modified_offset INTEGER,
            section TEXT,
            language TEXT,
            lead TEXT,
            words INTEGER NOT NULL,
            observations INTEGER NOT NULL,
            rejections INTEGER NOT NULL,
            capture_digest TEXT NOT NULL,
            text_digest TEXT NOT NULL REFERENCES texts (digest),
            extractor_version TEXT NOT NULL,
            UNIQUE (page, version)
        ) STRICT;
        CREATE INDEX articles_by_text ON articles (source, text_digest);
        CREATE INDEX articles_by_address ON articles (source, url);
        CREATE INDEX articles_by_article_id ON articles (article_id);
        CREATE INDEX articles_as_published
            ON articles (source, published, article_id) WHERE is_published = 1;
        CREATE INDEX articles_counted ON articles (source, observations) WHERE is_published = 1;
        """

    /// Numbers, published and rejected; `ordinal` is their order in the article. Values are decimal text, days are
    /// ISO 8601. What belongs to the article as a whole is in `articles` alone.
    static let numbers = """
        CREATE TABLE observations (
            article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
            ordinal INTEGER NOT NULL,
            observation_id TEXT NOT NULL,
            fact_id TEXT,
            indicator_code TEXT,
            indicator_name_vi TEXT NOT NULL,
            indicator_name_en TEXT NOT NULL,
            area TEXT NOT NULL,
            value TEXT NOT NULL,
            unit TEXT NOT NULL,
            value_text TEXT NOT NULL,
            value_start INTEGER NOT NULL,
            value_end INTEGER NOT NULL,
            qualifier TEXT NOT NULL,
            kind TEXT NOT NULL,
            direction TEXT,
            denominator TEXT,
            part_of TEXT,
            place_level TEXT,
            place_id TEXT,
            place_name TEXT,
            province_id TEXT,
            province_name TEXT,
            place_id_now TEXT,
            period_start TEXT,
            period_end TEXT,
            period_text TEXT NOT NULL,
            period_basis TEXT NOT NULL,
            stock_flow TEXT NOT NULL,
            quote TEXT NOT NULL,
            quote_start INTEGER NOT NULL,
            quote_end INTEGER NOT NULL,
            confidence INTEGER NOT NULL,
            flags TEXT NOT NULL,
            catalogue_version TEXT NOT NULL
        ) STRICT;
        CREATE UNIQUE INDEX observations_of_article ON observations (article, ordinal);

        CREATE TABLE rejections (
            article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
            ordinal INTEGER NOT NULL,
            value_text TEXT NOT NULL,
            reason TEXT NOT NULL,
            detail TEXT NOT NULL,
            quote TEXT NOT NULL,
            quote_start INTEGER NOT NULL,
            quote_end INTEGER NOT NULL
        ) STRICT;
        CREATE UNIQUE INDEX rejections_of_article ON rejections (article, ordinal);
        """
}
