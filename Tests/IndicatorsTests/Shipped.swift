import Foundation

/// Files of the package that the tests read, found from this file's own place.
enum Shipped {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static let catalogue = root.appendingPathComponent("Config/indicators.yml").path
}
