import Foundation

/// The folder that holds `defaults.yml`, `indicators.yml`, `sources/` and `gazetteer/`.
public struct ConfigurationFolder: Sendable {
    public let path: String

    public init(path: String) { self.path = path }

    /// The first of these that exists: the folder named on the command line, `$CHISO_CONFIG`, `./Config`,
    /// `share/chiso/Config` beside the program's own folder, `/etc/chiso`.
    ///
    /// A folder that was named by hand is never passed over: if it does not exist, that is the error.
    public static func locate(
        named: String?, environment: [String: String], executable: String
    ) throws(ConfigurationFolderNotFound) -> ConfigurationFolder {
        for explicit in [named, environment["CHISO_CONFIG"]].compactMap({ $0 }) {
            guard isFolder(explicit) else { throw ConfigurationFolderNotFound(tried: [explicit]) }
            return ConfigurationFolder(path: explicit)
        }
        let prefix = URL(fileURLWithPath: executable).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent().path
        let places = ["Config", prefix + "/share/chiso/Config", "/etc/chiso"]
        guard let found = places.first(where: isFolder) else { throw ConfigurationFolderNotFound(tried: places) }
        return ConfigurationFolder(path: found)
    }

    /// The path of something in the folder.
    public func file(_ name: String) -> String { path + "/" + name }

    /// The files that decide what numbers are read as.
    var knowledgeFiles: [String] {
        ["indicators.yml", "indicators.weights", "gazetteer/units.csv", "gazetteer/successors.csv"].map(file)
    }

    /// The `.yml` files directly in a folder, sorted by name.
    public static func yamlFiles(in folder: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(".yml") && !$0.hasPrefix(".") }.sorted().map { folder + "/" + $0 }
    }

    /// Files of a folder that look like YAML and will not be read as such.
    static func misnamedFiles(in folder: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.lowercased().hasSuffix(".yaml") || $0.hasSuffix(".YML") }.sorted().map {
            folder + "/" + $0
        }
    }

    private static func isFolder(_ path: String) -> Bool {
        var isDirectory: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory.boolValue
    }
}

/// No configuration folder; tells every place that was tried.
public struct ConfigurationFolderNotFound: Error, Sendable, CustomStringConvertible {
    public let tried: [String]

    public init(tried: [String]) { self.tried = tried }

    public var description: String {
        "no configuration folder found; tried: \(tried.joined(separator: ", ")); name one with --config DIR"
    }
}
