import Model

/// The tables, indices, views and search of the SQLite file.
enum DatabaseSchema {
    static func quoted(_ name: String) -> String { "\"\(name.replacing("\"", with: "\"\""))\"" }

    static func creation(of table: DatasetTable) -> String {
        let columns = table.columns.map { "\(quoted($0.name)) \(affinity($0.kind))" }
        let key =
            table.key.isEmpty || table.name == "wide"
            ? [] : ["PRIMARY KEY (\(table.key.map(quoted).joined(separator: ", ")))"]
        let references = table.references.map {
            "FOREIGN KEY (\(quoted($0.column))) REFERENCES \(quoted($0.table)) (\(quoted($0.target)))"
        }
        return
            "CREATE TABLE \(quoted(table.name)) (\n    \((columns + key + references).joined(separator: ",\n    "))\n)"
    }

    /// What is made when all rows are there, which is faster than keeping it up to date.
    static func finish(_ tables: [DatasetTable]) -> [String] {
        let names = Set(tables.map(\.name))
        return tables.flatMap(indices) + (names.contains("observations") ? search + views(names) : [])
    }

    /// A decimal is NUMERIC: SQLite keeps text that it cannot hold exactly.
    private static func affinity(_ kind: ColumnKind) -> String {
        switch kind {
        case .integer: "INTEGER"
        case .decimal: "NUMERIC"
        case .text, .code, .date, .timestamp, .list, .address: "TEXT"
        }
    }

    private static let searched: Set<String> = [
        "fact_id", "indicator_code", "place_id", "province_code", "period_end", "source_id", "article_id",
        "published_at",
        "area",
    ]

    private static func indices(of table: DatasetTable) -> [String] {
        guard ["observations", "facts", "articles", "rejections", "conflicts", "changes"].contains(table.name) else {
            return []
        }
        return table.columns.filter { searched.contains($0.name) && [$0.name] != table.key }.map {
            let name = quoted("\(table.name)_by_\($0.name)")
            return "CREATE INDEX \(name) ON \(quoted(table.name)) (\(quoted($0.name)))"
        }
    }

    /// Full text without diacritics: `thu tuc` finds `thủ tục`. Datasette finds the table by its `content`.
    private static let search = [
        """
        CREATE VIRTUAL TABLE observations_fts USING fts5 (
            quote, title, indicator_name_vi, place_name,
            content = 'observations', tokenize = 'unicode61 remove_diacritics 2'
        )
        """, "INSERT INTO observations_fts (observations_fts) VALUES ('rebuild')",
    ]

    private static func views(_ names: Set<String>) -> [String] {
        var views = [
            """
            CREATE VIEW results AS
            SELECT indicator_code, indicator_name_vi, place_id, place_name, province_name, period_start, period_end,
                value, unit, qualifier, quote, url, title, published_at, source_id, confidence, flags
            FROM observations WHERE kind = 'level' ORDER BY indicator_code, place_id, period_end
            """
        ]
        if names.contains("facts") {
            views.append(
                """
                CREATE VIEW latest_facts AS
                SELECT facts.* FROM facts
                JOIN (SELECT indicator_code, place_id, unit, max(period_end) AS period_end FROM facts
                    WHERE kind = 'level' AND place_id IS NOT NULL GROUP BY indicator_code, place_id, unit) AS newest
                ON facts.indicator_code = newest.indicator_code AND facts.place_id = newest.place_id
                    AND facts.unit = newest.unit AND facts.period_end = newest.period_end AND facts.kind = 'level'
                """)
        }
        return views
    }
}
