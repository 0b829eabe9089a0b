import Foundation
import Gazetteer
import Indicators
import Model

/// Everything that a run needs to know, read and checked.
public struct LoadedConfiguration: Sendable {
    public let pipeline: PipelineConfiguration
    /// The sources of the pipeline, by id.
    public let sources: [SourceConfiguration]
    public let knowledge: Knowledge
}

/// What is known about the subject: the catalogue of indicators and the gazetteer.
public struct Knowledge: Sendable {
    public let catalogue: Catalogue
    public let gazetteer: Gazetteer

    public init(catalogue: Catalogue, gazetteer: Gazetteer) {
        self.catalogue = catalogue
        self.gazetteer = gazetteer
    }
}

/// Reads the configuration folder; every mistake of a reading is told at once.
public struct ConfigurationLoader {
    private let folder: ConfigurationFolder
    private let log = DiagnosticLog()

    public init(folder: ConfigurationFolder) { self.folder = folder }

    /// A pipeline file with all that it refers to.
    public func load(pipeline path: String) throws(ConfigurationError) -> LoadedConfiguration {
        let pipeline = readPipeline(path, defaults: readDefaults())
        let sources = pipeline.map { selectedSources(for: $0) } ?? []
        let knowledge = readKnowledge()
        checkProvinces(of: sources, knowledge)
        try log.check()
        guard let pipeline, let knowledge else { throw ConfigurationError(log.diagnostics) }
        return LoadedConfiguration(pipeline: pipeline, sources: sources, knowledge: knowledge)
    }

    /// The defaults alone, for commands that fetch without a pipeline.
    public func loadDefaults() throws(ConfigurationError) -> Defaults {
        let defaults = readDefaults()
        try log.check()
        return defaults
    }

    /// Every source file, switched on or not, of the folder or of a pipeline's own, with the defaults that hold for them.
    public func loadSources(
        pipeline path: String?
    ) throws(ConfigurationError) -> (sources: [SourceConfiguration], defaults: Defaults) {
        var defaults = readDefaults()
        var place = folder.file("sources")
        if let path, let pipeline = readPipeline(path, defaults: defaults) {
            defaults = pipeline.defaults
            place = pipeline.sourceFolder.map { sourceFolder($0, of: path) } ?? place
        }
        let sources = readSources(in: place)
        try log.check()
        return (sources, defaults)
    }

    /// Catalogue and gazetteer alone, for commands that read articles without a run.
    public func loadKnowledge() throws(ConfigurationError) -> Knowledge {
        let knowledge = readKnowledge()
        try log.check()
        guard let knowledge else { throw ConfigurationError(log.diagnostics) }
        return knowledge
    }

    /// The gazetteer alone, for commands that read no articles.
    public func loadGazetteer() throws(ConfigurationError) -> Gazetteer {
        let gazetteer = GazetteerFiles.read(from: folder, log: log)
        try log.check()
        guard let gazetteer else { throw ConfigurationError(log.diagnostics) }
        return gazetteer
    }

    /// Reads every file of the folder and the pipelines given; returns how many files were read, throws all mistakes.
    public func check(pipelines: [String]) throws(ConfigurationError) -> Int {
        let defaults = readDefaults()
        let sources = readSources(in: folder.file("sources"))
        checkProvinces(of: sources, readKnowledge())
        var folders: Set<String> = []
        var files = sources.count + 4
        for path in pipelines {
            files += 1
            guard let pipeline = readPipeline(path, defaults: defaults), let own = pipeline.sourceFolder else {
                continue
            }
            let place = sourceFolder(own, of: path)
            if folders.insert(place).inserted { files += readSources(in: place).count }
        }
        try log.check()
        return files
    }

    private func readDefaults() -> Defaults {
        guard let document = YAMLFile(path: folder.file("defaults.yml"), log: log),
            var fields = document.root.fields(of: "defaults.yml")
        else { return Defaults() }
        let defaults = DefaultsReader.read(&fields, over: Defaults())
        fields.finish()
        return defaults
    }

    private func readPipeline(_ path: String, defaults: Defaults) -> PipelineConfiguration? {
        guard let document = YAMLFile(path: path, log: log) else { return nil }
        return PipelineReader.read(document, defaults: defaults) { own in
            let place = own.map { sourceFolder($0, of: path) } ?? folder.file("sources")
            return Set(ConfigurationFolder.yamlFiles(in: place).map { SourceID(ConfigurationLoader.stem($0)) })
        }
    }

    private func selectedSources(for pipeline: PipelineConfiguration) -> [SourceConfiguration] {
        let place = pipeline.sourceFolder.map { sourceFolder($0, of: pipeline.file) } ?? folder.file("sources")
        let all = readSources(in: place)
        guard let chosen = pipeline.sources else { return all.filter(\.enabled) }
        return all.filter { chosen.contains($0.id) }
    }

    /// Every source file of a folder, sorted by id.
    private func readSources(in place: String) -> [SourceConfiguration] {
        for path in ConfigurationFolder.misnamedFiles(in: place) {
            log.add(
                Diagnostic(
                    file: path, line: 1, column: 1, message: "the file is not read, for its name does not end in .yml",
                    remedy: "name it after its id, such as baophutho.yml"))
        }
        return ConfigurationFolder.yamlFiles(in: place).compactMap { path in
            YAMLFile(path: path, log: log).flatMap { SourceReader.read($0, expectedID: ConfigurationLoader.stem(path)) }
        }
    }

    private func readKnowledge() -> Knowledge? {
        let catalogue = YAMLFile(path: folder.file("indicators.yml"), log: log).flatMap {
            CatalogueReader.read($0, edition: folder.knowledgeFiles)
        }
        let gazetteer = GazetteerFiles.read(from: folder, log: log)
        guard let catalogue, let gazetteer else { return nil }
        return Knowledge(catalogue: catalogue, gazetteer: gazetteer)
    }

    /// A source's province must be one that exists or existed.
    private func checkProvinces(of sources: [SourceConfiguration], _ knowledge: Knowledge?) {
        guard let gazetteer = knowledge?.gazetteer else { return }
        for source in sources {
            guard let province = source.province, gazetteer.history(of: province).isEmpty else { continue }
            log.add(
                Diagnostic(
                    file: source.file, line: 1, column: 1, message: "the gazetteer knows no province `\(province)`",
                    remedy: "look its code up in Config/gazetteer/units.csv; former provinces have theirs too"))
        }
    }

    /// A pipeline's own source folder lies beside the pipeline file.
    private func sourceFolder(_ name: String, of pipeline: String) -> String {
        name.hasPrefix("/") ? name : URL(fileURLWithPath: pipeline).deletingLastPathComponent().path + "/" + name
    }

    private static func stem(_ path: String) -> String {
        URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
    }
}
