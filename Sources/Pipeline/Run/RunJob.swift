import Configuration
import Foundation
import Ledger
import Logging
import Model
import Transport
import WebArchive

/// The main job: every source of a pipeline, found, fetched, archived and read; then the datasets.
public struct RunJob: Sendable {
    private let surroundings: Surroundings
    private let pipeline: String
    private let output: String?
    private let logger: Logger
    private let display: (any RunProgress)?
    private let clock: WallClock

    public init(
        surroundings: Surroundings, pipeline: String, output: String?, logger: Logger, progress: (any RunProgress)?,
        clock: WallClock = .system
    ) {
        self.surroundings = surroundings
        self.pipeline = pipeline
        self.output = output
        self.logger = logger
        display = progress
        self.clock = clock
    }

    /// Cancelling the task ends the run at the next clean place; everything so far is kept.
    public func run() async throws -> RunSummary {
        try await run(surroundings.configuration().load(pipeline: surroundings.pipelineFile(pipeline)))
    }

    /// The same with a configuration that is read already, and a reader that was made of it.
    func run(_ configuration: LoadedConfiguration, reader: PageReader? = nil) async throws -> RunSummary {
        try ContactCheck.check(configuration, folder: surroundings.configurationFolder().path)
        let holder = "process \(ProcessInfo.processInfo.processIdentifier), running \(pipeline) since \(clock.now())"
        let lock = try RunLock(home: surroundings.home, holder: holder)
        let ledger = try Ledger(path: surroundings.ledgerFile)
        var summary = RunSummary(
            pipeline: configuration.pipeline.name, started: clock.now(),
            output: output ?? configuration.pipeline.output)
        if let latest = try ledger.latestStart(), latest > summary.started {
            summary.notices.append(
                "the clock shows \(summary.started), but a run began at \(latest.at(offsetMinutes: 420)); nothing is lost, but known pages may be looked at later than usual: check the clock (timedatectl)"
            )
        }
        let id = try ledger.begin(
            run: RunStart(pipeline: summary.pipeline, version: Version.current, started: summary.started))
        try ledger.describe(sources: configuration.sources.map(SourceDescription.init))
        let reader =
            reader
            ?? PageReader(
                knowledge: configuration.knowledge,
                minimumConfidence: configuration.pipeline.defaults.minimumConfidence)
        try await visitSources(configuration, reader, ledger: ledger, into: &summary)
        summary.wasInterrupted = Task.isCancelled
        summary.finished = clock.now()
        let finish = RunFinish(
            finished: summary.finished, exitCode: Int(summary.exitCode), wasInterrupted: summary.wasInterrupted,
            sources: summary.sources.map(\.result))
        try ledger.finish(run: id, finish)
        if !summary.wasInterrupted {
            try judge(&summary, ledger)
            try ledger.note(exitCode: Int(summary.exitCode), of: id)
            if !summary.alarms.isEmpty, let command = configuration.pipeline.alertCommand {
                AlertHook(command: command, file: surroundings.home + "/alert.json").tell(summary).map {
                    summary.notices.append($0)
                }
            }
            try publish(configuration, ledger: ledger, &summary)
            try ArchiveRetention(
                folder: surroundings.archiveFolder, keeping: configuration.pipeline.defaults.archiveKeeping
            ).apply(ledger, now: summary.finished)
        }
        try ledger.close()
        // The lock is held until everything is written.
        withExtendedLifetime(lock) {}
        return summary
    }

    /// Judges the sources of the run by their history, this run included, and tells of what is wrong.
    private func judge(_ summary: inout RunSummary, _ ledger: Ledger) throws {
        let sources = summary.sources.map(\.result.source)
        let checks = try sources.map { source in
            HealthCheck(history: try ledger.history(of: source, runs: HealthCheck.runs), now: summary.finished)
        }
        for (index, check) in checks.enumerated() { summary.sources[index].numbersPerArticle = check.numbersPerArticle }
        let alarms = checks.flatMap(\.alarms)
        summary.alarms = try ledger.keep(alarms: alarms, of: sources).filter { sources.contains($0.source) }
    }

    /// A release: what changed is worked out, the files are written, and only then it counts as told.
    private func publish(
        _ configuration: LoadedConfiguration, ledger: Ledger, _ summary: inout RunSummary
    ) throws {
        var options = ExportOptions()
        options.formats = configuration.pipeline.formats
        options.language = configuration.pipeline.language
        let exporter = Exporter(
            ledger: ledger, folder: summary.output, options: options, catalogue: configuration.knowledge.catalogue)
        try ledger.prepareRelease()
        summary.export = try exporter.writeAll()
        try ledger.finishRelease()
        try exporter.write(summary)
    }

    private func visitSources(
        _ configuration: LoadedConfiguration, _ reader: PageReader, ledger: Ledger, into summary: inout RunSummary
    ) async throws {
        let defaults = configuration.pipeline.defaults
        let archive = try openArchive(ledger, defaults)
        let harvest = try Harvest(
            surroundings: surroundings, defaults: defaults, archive: archive, ledger: ledger, clock: clock)
        defer { harvest.shutDown() }
        let progress = ProgressCounter(display: display)
        let record = GroupCommit("ledger") { try ledger.record($0) }
        let runs = configuration.sources.map { source in
            SourceRun(
                source: source, fetcher: harvest.fetcher, access: harvest.access(to: source), reader: reader,
                ledger: ledger, record: record, defaults: defaults, clock: clock, progress: progress, logger: logger)
        }
        do {
            summary.sources = try await inParallel(runs)
        } catch {
            // What was written is indexed all the same; the error that ended the run is the one to tell.
            try? archive.finish()
            throw error
        }
        try archive.finish()
        summary.notices += harvest.notices.texts
        await progress.change { $0.isFinished = true }
    }

    /// A few sources at once; hosts keep their own pace. In the order of the configuration.
    private func inParallel(_ runs: [SourceRun]) async throws -> [RunSummary.Source] {
        try await withThrowingTaskGroup(of: (Int, RunSummary.Source).self) { group in
            var results = [RunSummary.Source?](repeating: nil, count: runs.count)
            var waiting = runs.enumerated().makeIterator()
            func startNext() {
                guard let (index, run) = waiting.next() else { return }
                group.addTask { (index, try await run.run()) }
            }
            for _ in 0..<RunJob.sourcesAtOnce { startNext() }
            while let (index, summary) = try await group.next() {
                results[index] = summary
                if !Task.isCancelled { startNext() }
            }
            return results.compactMap { $0 }
        }
    }

    /// Sources wait for their hosts most of the time. With fewer at once than there are, hosts would stand idle; each
    /// holds two pages in memory at most.
    private static let sourcesAtOnce = 256

    private func openArchive(_ ledger: Ledger, _ defaults: Defaults) throws -> ArchiveKeeper {
        let packer = RecordPacker(software: "chiso/\(Version.current)")
        return ArchiveKeeper(
            writer: try WARCWriter(
                folder: surroundings.archiveFolder, prefix: "chiso", packer: packer,
                maxFileBytes: Int64(defaults.archiveFileBytes), resumingAt: try ledger.archiveEnd()),
            packer: packer)
    }
}

extension SourceDescription {
    /// What the datasets tell of a source.
    init(_ source: SourceConfiguration) {
        self.init(
            id: source.id, name: source.name, kind: source.kind.rawValue, home: source.home, province: source.province,
            verified: source.verified)
    }
}

/// The version of the program.
public enum Version {
    public static let current = "0.1.0"
}
