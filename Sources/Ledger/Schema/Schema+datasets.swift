extension Schema {
    /// Gives articles and numbers the form that datasets are streamed from: an ordered scan with nothing to compute.
    ///
    /// - Times of articles also stand as the text that datasets show.
    /// - A number's row id is made of its article's id and its place in the article (`StoredNumber`), so that the
    ///   numbers of an article lie side by side and need no index of their own.
    /// - `is_released` marks what the last release published; a version that was released and is replaced by another
    ///   reading of the same text stays, without a page, until the next release has told of the change.
    static let datasetRows = """
        CREATE TABLE articles_now (
            id INTEGER PRIMARY KEY,
            page INTEGER REFERENCES pages (id) ON DELETE CASCADE,
            capture INTEGER REFERENCES captures (id),
            seen INTEGER NOT NULL,
            is_newest INTEGER NOT NULL,
            is_published INTEGER NOT NULL DEFAULT 0,
            is_released INTEGER NOT NULL DEFAULT 0,
            former_page INTEGER,
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
            published_at TEXT,
            published_from TEXT,
            modified INTEGER,
            modified_offset INTEGER,
            modified_at TEXT,
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
        INSERT INTO articles_now
        SELECT id, page, capture, seen, is_newest, is_published, 0, NULL, article_id, version, supersedes, source,
            source_name, url, aliases, title, authors, published, published_offset,
            \(localTime("published")), published_from, modified, modified_offset, \(localTime("modified")), section,
            language, lead, words, observations, rejections, capture_digest, text_digest, extractor_version
        FROM articles;

        CREATE TABLE observations_now (
            id INTEGER PRIMARY KEY,
            \(observationColumns)
        ) STRICT;
        INSERT INTO observations_now
        SELECT article * 16777216 + ordinal, observation_id, fact_id, indicator_code, indicator_name_vi,
            indicator_name_en, area, value, unit, value_text, value_start, value_end, qualifier, kind, direction,
            denominator, part_of, place_level, place_id, substr(place_id, 2), place_name, province_id,
            substr(province_id, 2), province_name, place_id_now, period_start, period_end, period_text, period_basis,
            stock_flow, quote, quote_start, quote_end, confidence, flags, catalogue_version
        FROM observations ORDER BY article, ordinal;

        CREATE TABLE rejections_now (
            id INTEGER PRIMARY KEY,
            value_text TEXT NOT NULL,
            reason TEXT NOT NULL,
            detail TEXT NOT NULL,
            quote TEXT NOT NULL,
            quote_start INTEGER NOT NULL,
            quote_end INTEGER NOT NULL
        ) STRICT;
        INSERT INTO rejections_now
        SELECT article * 16777216 + ordinal, value_text, reason, detail, quote, quote_start, quote_end
        FROM rejections ORDER BY article, ordinal;

        DROP TABLE rejections;
        DROP TABLE observations;
        DROP TABLE articles;
        ALTER TABLE articles_now RENAME TO articles;
        ALTER TABLE observations_now RENAME TO observations;
        ALTER TABLE rejections_now RENAME TO rejections;

        CREATE INDEX articles_by_text ON articles (source, text_digest);
        CREATE INDEX articles_by_address ON articles (source, url);
        CREATE INDEX articles_by_article_id ON articles (article_id);
        CREATE INDEX articles_by_capture ON articles (capture);
        CREATE INDEX articles_as_published
            ON articles (source, published, article_id) WHERE is_published = 1;
        CREATE INDEX articles_counted ON articles (source, observations) WHERE is_published = 1;
        CREATE INDEX articles_unreleased ON articles (id) WHERE is_published <> is_released;
        CREATE INDEX observations_as_facts
            ON observations (indicator_code, place_id, period_start, period_end, fact_id) WHERE fact_id IS NOT NULL;
        """

    /// A decimal stays text, a day ISO 8601.
    private static let observationColumns = """
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
        place_code TEXT,
        place_name TEXT,
        province_id TEXT,
        province_code TEXT,
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
        """

    /// SQL for `2024-05-16T15:31:00+07:00` out of the columns of a time and its offset in minutes.
    private static func localTime(_ column: String) -> String {
        let offset = "coalesce(\(column)_offset, 0)"
        return """
            strftime('%Y-%m-%dT%H:%M:%S', \(column) + 60 * \(offset), 'unixepoch')
                || CASE WHEN \(offset) < 0 THEN '-' ELSE '+' END
                || printf('%02d:%02d', abs(\(offset)) / 60, abs(\(offset)) % 60)
            """
    }
}
