import Configuration
import Indicators
import Model
import Testing

@Suite("Reading the catalogue")
struct CatalogueReaderTests {
    private static let entry = """
        - code: paper.sheets
          name_vi: "Số tờ giấy"
          name_en: "Sheets of paper"
          area: digital_government
          unit: "tờ"
          unit_en: "sheets"
          value_type: count
          min: 0
          max: 500
          aliases: ["tờ giấy", "giấy in"]
        """

    /// The mistakes in a catalogue of these lines, each as `line:column: message`.
    private func mistakes(_ yaml: String) -> [String] {
        let log = DiagnosticLog()
        _ = YAMLFile(text: yaml, path: "indicators.yml", log: log).flatMap { CatalogueReader.read($0) }
        return log.diagnostics.sorted().map { "\($0.line):\($0.column): \($0.message)" }
    }

    @Test("A correct entry is read with all its values")
    func correctEntry() throws {
        let log = DiagnosticLog()
        let file = try #require(
            YAMLFile(text: "version: 3\nindicators:\n\(Self.entry)\n  par_index: null\n", path: "i.yml", log: log))
        let catalogue = try #require(CatalogueReader.read(file))
        #expect(log.diagnostics.isEmpty)
        #expect(catalogue.version == 3)
        let indicator = try #require(catalogue[IndicatorCode("paper.sheets")])
        #expect(indicator.bounds == 0...500)
        #expect(indicator.valueType == .count)
        #expect(indicator.aliases == ["tờ giấy", "giấy in"])
        #expect(indicator.parIndexDomain == nil)
    }

    @Test(
        "Each mistake is told with its place",
        arguments: [
            ("area: digital_government", "area: digital", "6:9: `digital` is not known here"),
            ("value_type: count", "value_type: counts", "9:15: `counts` is not known here, did you mean `count`?"),
            ("min: 0", "min: 900", "10:8: min 900 is above max 500"),
            ("min: 0", "min: few", "10:8: `few` is not a number"),
            ("code: paper.sheets", "code: Paper", "3:9: `Paper` is not a code"),
            ("\"giấy in\"", "\"Tờ giấy\"", "12:24: `Tờ giấy` stands twice in this list"),
            ("unit: \"tờ\"", "units: \"tờ\"", "7:3: an indicator has no key `units`, did you mean `unit`?"),
        ])
    func mistakes(original: String, replacement: String, expected: String) {
        let broken = Self.entry.split(separator: "\n").map(String.init).joined(separator: "\n")
            .replacing(original, with: replacement)
        #expect(mistakes("version: 1\nindicators:\n\(broken)\n").contains(expected))
    }

    @Test("A code that stands twice and a missing version are told at once")
    func severalMistakes() {
        let found = mistakes("indicators:\n\(Self.entry)\n\(Self.entry)\n")
        #expect(found.contains("12:9: the code `paper.sheets` stands twice"))
        #expect(found.contains { $0.hasSuffix("the catalogue lacks the key `version`") })
    }

    @Test("The catalogue that ChiSo ships has no mistakes")
    func shippedCatalogue() throws {
        let log = DiagnosticLog()
        let file = try #require(YAMLFile(path: Shipped.catalogue, log: log))
        let catalogue = try #require(CatalogueReader.read(file))
        #expect(log.diagnostics.isEmpty)
        #expect(catalogue.indicators.count >= 267)
    }
}
