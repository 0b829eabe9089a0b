import Foundation
import Gazetteer

/// Reads the gazetteer's tables, `gazetteer/units.csv` and `gazetteer/successors.csv`.
enum GazetteerFiles {
    /// The gazetteer, or nil after a mistake, which is in the log.
    static func read(from folder: ConfigurationFolder, log: DiagnosticLog) -> Gazetteer? {
        guard let units = table("units", in: folder, log), let successors = table("successors", in: folder, log) else {
            return nil
        }
        do {
            return try Gazetteer(units: units, successors: successors)
        } catch {
            log.add(
                Diagnostic(
                    file: folder.file("gazetteer/\(error.file)"), line: error.line, column: 1, message: error.message,
                    remedy: "make the tables again with Config/gazetteer/derive.py"))
            return nil
        }
    }

    private static func table(_ name: String, in folder: ConfigurationFolder, _ log: DiagnosticLog) -> [UInt8]? {
        let path = folder.file("gazetteer/\(name).csv")
        if let data = FileManager.default.contents(atPath: path) { return Array(data) }
        log.add(
            Diagnostic(
                file: path, line: 1, column: 1, message: "the file cannot be read",
                remedy: "make the tables with Config/gazetteer/derive.py"))
        return nil
    }
}
