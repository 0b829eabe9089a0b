import ArgumentParser
import Configuration
import Foundation
import Gazetteer
import Model
import VietnameseText

/// What reading numbers, dates, units and places costs: scans every article of a file and prints one JSON line. For
/// developers; `Scripts/bench-text` starts it beside `wc -w` and the peers.
@main
struct TextBench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "text-bench", abstract: "Measure the scan for numbers, dates, units and places.")

    @Argument(help: "Articles in UTF-8, parted by blank lines.")
    var file: String

    @Option(help: "The configuration folder, for the gazetteer.")
    var config = "Config"

    @Option(help: "The day of publication of all articles, as 2025-03-15.")
    var published = "2025-03-15"

    @Flag(help: "Leave the places out.")
    var withoutPlaces = false

    func run() throws {
        guard let day = CivilDate(iso: published) else { throw ValidationError("--published: write 2025-03-15") }
        let begun = ContinuousClock.now
        let gazetteer = try ConfigurationLoader(folder: ConfigurationFolder(path: config)).loadGazetteer()
        let loaded = ContinuousClock.now
        let finder = PlaceFinder(gazetteer: gazetteer)
        let text = [UInt8](try Data(contentsOf: URL(fileURLWithPath: file)))
        var (articles, numbers, times, places) = (0, 0, 0, 0)
        let texts = TextBench.articles(of: text)
        let started = ContinuousClock.now
        for article in texts {
            let read = AnnotatedText(article, published: day)
            articles += 1
            numbers += read.quantities.count + read.masked.count
            times += read.times.count
            if !withoutPlaces { places += finder.mentions(in: read.tokenText, on: day).count }
        }
        let took = (ContinuousClock.now - started) / .seconds(1)
        let size = Double(text.count)
        print(
            """
            {"articles":\(articles),"numbers":\(numbers),"times":\(times),"places":\(places),\
            "startup_ms":\((loaded - begun) / .milliseconds(1)),"seconds":\(took),"mb_per_second":\(size / took / 1e6)}
            """)
    }

    /// The texts between blank lines.
    private static func articles(of text: [UInt8]) -> [String] {
        var articles: [String] = []
        var start = 0
        for end in text.indices.dropLast() where text[end] == 0x0A && text[end + 1] == 0x0A && end > start {
            articles.append(String(decoding: text[start..<end], as: UTF8.self))
            start = end + 2
        }
        if start < text.count { articles.append(String(decoding: text[start...], as: UTF8.self)) }
        return articles
    }
}
