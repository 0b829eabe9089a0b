import Testing

@testable import Indicators

@Suite("Weights of the scorer")
struct LinearModelTests {
    @Test("Features add up for each part")
    func sums() throws {
        let file = "chiso-weights 1\nmodel\tm\nparts\ta\tb\nR0:hồ\t0:5 1:-2\nu:percent\t1:40\n"
        let model = try ScorerWeights(bytes: Array(file.utf8)).model("m")
        var features = FeatureList()
        features.add("R0", "hồ")
        features.add("u", "percent")
        features.add("unknown")
        #expect(model.scores(of: features.hashes) == [5, 38])
        #expect(features.names == ["R0:hồ", "u:percent", "unknown"])
    }

    @Test(
        "A broken line is named",
        arguments: [
            ("weights 1\n", 1), ("chiso-weights 1\nmodel\tm\nparts\ta\nx\t1:5\n", 4),
            ("chiso-weights 1\nmodel\tm\nparts\ta\nx\t0:\n", 4), ("chiso-weights 1\nx\t0:1\n", 2),
            ("chiso-weights 1\nmodel\tm\nparts\ta\nx\t0:1,0:2\n", 4),
        ])
    func brokenLine(file: String, line: Int) {
        #expect(throws: ScorerWeights.FormatError(line: line)) { try ScorerWeights(bytes: Array(file.utf8)) }
    }
}
