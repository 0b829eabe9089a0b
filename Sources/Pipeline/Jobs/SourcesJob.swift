import Configuration
import Discovery
import Logging
import Model

/// Lists sources, looks for new ones, and tries them: `chiso sources`. Writes nothing.
public struct SourcesJob: Sendable {
    private let surroundings: Surroundings
    private let allowedNetworks: [String]

    public init(surroundings: Surroundings, allowedNetworks: [String] = []) {
        self.surroundings = surroundings
        self.allowedNetworks = allowedNetworks
    }

    /// Every source file of the configuration folder, or of a pipeline's own folder.
    public func list(pipeline: String?) throws -> SourceList {
        SourceList(sources: try sources(pipeline: pipeline).sources)
    }

    /// What a portal offers, as a source file.
    public func find(_ text: String) async throws -> SourceProposal {
        guard let address = WebAddress(text) else {
            throw CommandFailure(message: "`\(text)` is no address; write http:// or https:// in front", exitCode: 64)
        }
        let configuration = try surroundings.configuration()
        let defaults = try configuration.loadDefaults()
        try ContactCheck.check(defaults, hosts: [address.host], folder: try surroundings.configurationFolder().path)
        let harvest = try harvest(defaults)
        defer { harvest.shutDown() }
        let today = WallClock.system.now().vietnamDate
        var finder = SourceFinder(
            fetcher: harvest.fetcher, access: harvest.anywhere,
            gazetteer: try configuration.loadGazetteer(), today: today)
        return SourceProposal(source: try await finder.find(address), day: today)
    }

    /// What a run would find for some sources, and how their first articles would be read.
    public func test(_ ids: [String], pipeline: String?, articles: Int) async throws -> [SourceTrial] {
        let (sources, defaults) = try sources(pipeline: pipeline)
        let chosen = try ids.map { id in
            guard let source = sources.first(where: { $0.id.rawValue == id }) else {
                let near = Spelling.nearest(to: id, among: sources.map(\.id.rawValue))
                throw CommandFailure(
                    message: "there is no source `\(id)`" + (near.map { ", did you mean `\($0)`?" } ?? "")
                        + "; `chiso sources list` names them all", exitCode: 64)
            }
            return source
        }
        try ContactCheck.check(
            defaults, hosts: chosen.flatMap(\.hosts), folder: try surroundings.configurationFolder().path)
        let harvest = try harvest(defaults)
        defer { harvest.shutDown() }
        var trials: [SourceTrial] = []
        for source in chosen where !Task.isCancelled {
            let trial = SourceTrialMaker(
                source: source, fetcher: harvest.fetcher,
                access: harvest.access(to: source))
            trials.append(try await trial.run(articles: articles))
        }
        return trials
    }

    private func sources(pipeline: String?) throws -> (sources: [SourceConfiguration], defaults: Defaults) {
        let file = try pipeline.map { try surroundings.pipelineFile($0) }
        return try surroundings.configuration().loadSources(pipeline: file)
    }

    private func harvest(_ defaults: Defaults) throws -> Harvest {
        try Harvest(
            surroundings: surroundings, defaults: defaults, archive: nil, ledger: nil, clock: .system,
            allowedNetworks: allowedNetworks)
    }
}
