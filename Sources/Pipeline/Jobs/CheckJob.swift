import Configuration

/// Reads every configuration file: `chiso check`.
public struct CheckJob: Sendable {
    private let surroundings: Surroundings
    private let pipelines: [String]

    /// Without pipelines, every file of `./Pipelines` is checked.
    public init(surroundings: Surroundings, pipelines: [String]) {
        self.surroundings = surroundings
        self.pipelines = pipelines
    }

    /// How many files were read; throws every mistake at once.
    public func run() throws -> Int {
        let files = pipelines.isEmpty ? ConfigurationFolder.yamlFiles(in: "Pipelines") : pipelines
        return try surroundings.configuration().check(pipelines: files)
    }
}
