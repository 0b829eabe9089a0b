import Configuration
import Foundation
import Gazetteer
import Indicators

/// Files of the package that the tests read, found from this file's own place.
enum Shipped {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static let catalogue = root.appendingPathComponent("Config/indicators.yml").path

    /// A reader with the catalogue, weights and gazetteer that ChiSo ships.
    static func reader() throws -> ObservationReader {
        let log = DiagnosticLog()
        guard let file = YAMLFile(path: catalogue, log: log), let catalogue = CatalogueReader.read(file) else {
            throw ConfigurationError(log.diagnostics)
        }
        return ObservationReader(
            catalogue: catalogue,
            gazetteer: try Gazetteer(units: try bytes("units.csv"), successors: try bytes("successors.csv")))
    }

    private static func bytes(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: root.appendingPathComponent("Config/gazetteer/\(name)")))
    }
}
