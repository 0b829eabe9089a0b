import Configuration
import Foundation

/// Where a command finds things: its home folder and its configuration.
public struct Surroundings: Sendable {
    /// The folder of ledger, archive and lock.
    public let home: String
    let namedConfiguration: String?
    let environment: [String: String]
    let executable: String

    public init(home: String, namedConfiguration: String?, environment: [String: String], executable: String) {
        self.home = home
        self.namedConfiguration = namedConfiguration
        self.environment = environment
        self.executable = executable
    }

    var ledgerFile: String { home + "/ledger.sqlite" }
    var archiveFolder: String { home + "/archive" }

    /// The reader of the configuration folder, wherever that is.
    func configuration() throws(ConfigurationFolderNotFound) -> ConfigurationLoader {
        ConfigurationLoader(folder: try configurationFolder())
    }

    /// A pipeline file as named, or of that name beside the configuration folder: an installed program is run from
    /// anywhere.
    func pipelineFile(_ path: String) throws(ConfigurationFolderNotFound) -> String {
        if path.hasPrefix("/") || FileManager.default.fileExists(atPath: path) { return path }
        let installed =
            URL(fileURLWithPath: try configurationFolder().path).deletingLastPathComponent().path + "/" + path
        return FileManager.default.fileExists(atPath: installed) ? installed : path
    }

    func configurationFolder() throws(ConfigurationFolderNotFound) -> ConfigurationFolder {
        try ConfigurationFolder.locate(named: namedConfiguration, environment: environment, executable: executable)
    }
}
