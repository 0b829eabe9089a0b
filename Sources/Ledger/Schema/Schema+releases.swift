extension Schema {
    /// What a release told, and what is known of sources besides what their runs brought.
    ///
    /// `changes` holds the rows of the last release; those of the next one (`release` is greater by one) are prepared
    /// here while its files are being written, and become the last release's when the files are in their places.
    static let releases = """
        CREATE TABLE releases (
            number INTEGER PRIMARY KEY
        ) STRICT;

        CREATE TABLE changes (
            release INTEGER NOT NULL,
            ordinal INTEGER NOT NULL,
            change TEXT NOT NULL,
            cause TEXT NOT NULL,
            fact_id TEXT,
            indicator_code TEXT,
            indicator_name_vi TEXT NOT NULL,
            indicator_name_en TEXT NOT NULL,
            unit TEXT NOT NULL,
            kind TEXT NOT NULL,
            place_id TEXT,
            place_name TEXT,
            province_id TEXT,
            province_code TEXT,
            province_name TEXT,
            period_start TEXT,
            period_end TEXT,
            old_value TEXT,
            new_value TEXT,
            old_qualifier TEXT,
            new_qualifier TEXT,
            old_quote TEXT,
            new_quote TEXT,
            source TEXT NOT NULL,
            url TEXT NOT NULL,
            title TEXT NOT NULL,
            published_at TEXT,
            old_observation_id TEXT,
            new_observation_id TEXT,
            PRIMARY KEY (release, ordinal)
        ) STRICT;

        CREATE TABLE source_descriptions (
            id TEXT PRIMARY KEY,
            name TEXT NOT NULL,
            kind TEXT NOT NULL,
            home TEXT NOT NULL,
            province_id TEXT,
            verified TEXT
        ) STRICT, WITHOUT ROWID;
        """

    /// Step 3 wrote `+00:00` where the program writes `Z`.
    static let utcAsZ = """
        UPDATE articles SET published_at = replace(published_at, '+00:00', 'Z') WHERE published_at LIKE '%+00:00';
        UPDATE articles SET modified_at = replace(modified_at, '+00:00', 'Z') WHERE modified_at LIKE '%+00:00';
        """
}
