import ArgumentParser
import Configuration
import Foundation
import Gazetteer
import Indicators

/// Random and mutated input for the readers, for as long as is asked; a tool of developers, built with sanitizers by
/// `make fuzz`. It ends by a crash, or by telling what it tried.
@main
struct Fuzz: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fuzz", abstract: "Feed random and mutated input to the readers of texts and pages.")

    enum Target: String, ExpressibleByArgument, CaseIterable { case text, pages, observations }

    @Argument(help: "What to feed: text, pages, observations.")
    var target: Target

    @Argument(help: "Files to mutate: texts, or pages. Without any, a few words of our own are thrown together.")
    var files: [String] = []

    @Option(help: "How long, in seconds.")
    var seconds = 60

    @Option(help: "The first seed; every input has its own, one behind the other.")
    var seed: UInt64 = 1

    @Option(help: "The configuration folder, for the gazetteer.")
    var config = "Config"

    func run() throws {
        let corpus = try files.map { [UInt8](try Data(contentsOf: URL(fileURLWithPath: $0))) }
        var mutator = Mutator(corpus: corpus, pieces: target == .pages ? Mutator.markup : Mutator.words)
        let loader = ConfigurationLoader(folder: ConfigurationFolder(path: config))
        let trial: any Trial =
            switch target {
            case .text: TextTrial(gazetteer: try loader.loadGazetteer())
            case .pages: PageTrial()
            case .observations: ObservationTrial(reader: try reader(loader))
            }
        let end = ContinuousClock.now + .seconds(seconds)
        var (count, bytes) = (0, 0)
        var slowest = (perHundredKilobytes: 0.0, seed: seed)
        while ContinuousClock.now < end {
            let own = seed + UInt64(count)
            let input = mutator.input(seed: own)
            let begun = ContinuousClock.now
            if let problem = trial.problem(with: input) {
                print("fuzz: seed \(own): \(problem)")
                throw ExitCode.failure
            }
            let took = (ContinuousClock.now - begun) / .milliseconds(1) * 100_000 / Double(max(input.count, 100_000))
            if took > slowest.perHundredKilobytes { slowest = (took, own) }
            count += 1
            bytes += input.count
        }
        print(
            """
            {"target":"\(target.rawValue)","inputs":\(count),"bytes":\(bytes),\
            "slowest_ms_per_100_kb":\(slowest.perHundredKilobytes),"slowest_seed":\(slowest.seed)}
            """)
    }
}

extension Fuzz {
    private func reader(_ loader: ConfigurationLoader) throws -> ObservationReader {
        let knowledge = try loader.loadKnowledge()
        return ObservationReader(catalogue: knowledge.catalogue, gazetteer: knowledge.gazetteer)
    }
}

/// What is done with an input, and what must hold.
protocol Trial {
    func problem(with input: [UInt8]) -> String?
}
