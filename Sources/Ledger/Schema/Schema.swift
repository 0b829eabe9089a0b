import GRDB

/// The tables of the ledger, as named steps from an empty file to today's form. A step that was released is never
/// changed; a change of the tables is a new step.
enum Schema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 harvest") { db in
            try db.execute(sql: "PRAGMA application_id = \(Ledger.applicationID)")
            try db.execute(sql: harvest)
        }
        migrator.registerMigration("2 articles and numbers") { db in
            try db.execute(sql: articles)
            try db.execute(sql: numbers)
        }
        migrator.registerMigration("3 rows of datasets") { db in try db.execute(sql: datasetRows) }
        migrator.registerMigration("4 releases") { db in try db.execute(sql: releases) }
        migrator.registerMigration("5 originals") { db in try db.execute(sql: originals) }
        migrator.registerMigration("6 UTC as Z") { db in try db.execute(sql: utcAsZ) }
        migrator.registerMigration("7 health") { db in try db.execute(sql: health) }
        return migrator
    }
}
