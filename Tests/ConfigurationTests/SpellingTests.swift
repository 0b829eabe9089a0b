import Testing

@testable import Configuration

@Suite struct SpellingTests {
    @Test(arguments: [
        ("politness", "politeness"), ("feed", "feeds"), ("listng", "listings"),
    ])
    func aSlipFindsItsWord(word: String, expected: String) {
        #expect(Spelling.nearest(to: word, among: ["feeds", "listings", "politeness", "sitemaps"]) == expected)
    }

    @Test func aStrangeWordFindsNone() {
        #expect(Spelling.nearest(to: "colour", among: ["feeds", "listings"]) == nil)
    }

    @Test(arguments: [("", "", 0), ("abc", "", 3), ("", "abc", 3), ("kitten", "sitting", 3)])
    func distanceCountsChanges(left: String, right: String, expected: Int) {
        #expect(Spelling.distance(left, right) == expected)
    }
}
