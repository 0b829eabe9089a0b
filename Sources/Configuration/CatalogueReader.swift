import Digest
import Foundation
import Indicators
import Model

/// Reads `Config/indicators.yml`, the catalogue of indicators.
public enum CatalogueReader {
    /// The catalogue, or nil where the file as a whole is not one; each mistake is in the log of the file.
    ///
    /// - Parameter files: All files that decide what numbers are read as; their bytes make the catalogue's edition.
    public static func read(_ document: YAMLFile, edition files: [String] = []) -> Catalogue? {
        guard var fields = document.root.fields(of: "the catalogue") else { return nil }
        let version = fields.required("version")?.integer(in: 1...1_000_000)
        let weights = fields.value("weights").flatMap { readWeights($0, beside: document.path) }
        let abbreviations = fields.value("abbreviations").map(readAbbreviations) ?? []
        let entries = fields.required("indicators")?.list() ?? []
        fields.finish()

        var seen: Set<IndicatorCode> = []
        let indicators = entries.compactMap { CatalogueEntryReader.read($0, seen: &seen) }
        guard let version else { return nil }
        return Catalogue(
            version: version, edition: edition(version, files), indicators: indicators, abbreviations: abbreviations,
            weights: weights ?? .none)
    }

    private static func edition(_ version: Int, _ files: [String]) -> String? {
        if files.isEmpty { return nil }
        let digests = files.map { Digest.sha256(FileManager.default.contents(atPath: $0) ?? Data()) }
        return "\(version)-" + Digest.hexadecimal(Digest.sha256(digests.joined())).prefix(8)
    }

    private static func readAbbreviations(_ value: YAMLValue) -> [Abbreviation] {
        guard var fields = value.fields(of: "the abbreviations") else { return [] }
        let result = fields.names.compactMap { name in
            fields.value(name)?.text().map { Abbreviation(short: name, full: $0) }
        }
        fields.finish()
        return result
    }

    /// The weights stand in a file of their own, named by its path from the catalogue's folder.
    private static func readWeights(_ value: YAMLValue, beside path: String) -> ScorerWeights? {
        guard let name = value.text() else { return nil }
        let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
        guard let data = FileManager.default.contents(atPath: folder + name) else {
            value.report(
                "the weights `\(folder + name)` cannot be read", "name a file of this folder, or leave the key out")
            return nil
        }
        do {
            return try ScorerWeights(bytes: [UInt8](data))
        } catch {
            value.report(
                "the weights `\(folder + name)` are broken in line \(error.line)",
                "take the file from the release again, or train it anew with Scripts/train-scorer")
            return nil
        }
    }
}
