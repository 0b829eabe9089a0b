import Model
import TestSupport
import Testing

struct AddressPatternTests {
    @Test(arguments: [
        (#"-\d+\.html$"#, "/tin-12.html", true), (#"-\d+\.html$"#, "/tin-12.html?x", false),
        (#"-\d+\.html$"#, "/tin-.html", false), ("^/a", "/a/b", true), ("^/a", "/b/a", false), ("", "/", true),
        ("a|b", "/b", true), ("^/(tin|bai)/[^/]+/?$", "/bai/x/", true), ("^/(tin|bai)/[^/]+/?$", "/bai/x/y", false),
        (#"-\d{3,}\.htm"#, "/a-12.htm", false), (#"-\d{3,}\.htm"#, "/a-1234.htm", true), ("^/a{2}$", "/aa", true),
        ("^/a{2}$", "/aaa", false), ("^/a{1,2}$", "/aa", true), ("^/a{0,2}$", "/", true), ("^/a{0,2}$", "/aaa", false),
        ("^/(ab)+$", "/ababab", true), ("^/(ab)+$", "/aba", false), ("^/(a|b|c)*d$", "/abcabcd", true),
        ("/[]]", "/]", true),
        ("[a-]$", "/-", true), (#"[\d/-]+$"#, "/1-2", true), (#"\?id=\d"#, "/a?id=5", true), ("a.c", "/abc", true),
        ("a{b", "/a{b", true), (#"\bid\b"#, "/?id=5", true), (#"\bid\b"#, "/?aid=5", false), ("(?i)TIN", "/Tin", true),
        ("(?i)[a-c]$", "/B", true), ("^/(?:x|)y$", "/y", true), ("a+?b", "/aab", true), ("tín", "/tín", true),
        ("^/(a*)*$", "/aaa", true), (#"\S+\.bbg$"#, "/a-postid1.bbg", true), ("(^|/)x", "/x", true),
    ])
    func matches(pattern: String, text: String, expected: Bool) throws {
        #expect(try AddressPattern(pattern).matches(text) == expected)
    }

    @Test(arguments: [
        "(", ")", "a)", "[", "[a", "[z-a]", "*", "a**", "+a", "?", "(?=a)", "(?<!a)b", #"(a)\1"#, #"\p{L}"#, "\\",
        "a{2",
        "a{5,2}", "(((a{1000}){1000}){1000})",
    ])
    func refusesWhatItDoesNotKnow(pattern: String) {
        #expect(throws: PatternError.self) { try AddressPattern(pattern) }
    }

    @Test(.timeLimit(.minutes(1))) func takesTimeInProportionToTheAddress() throws {
        let text = "/" + String(repeating: "a", count: 4_000) + "!"
        for pattern in ["(a+)+$", "(a|a)*b$", "(.*)(.*)(.*)(.*)x$", "^(/?a?){100}b", "(a|aa)+$"] {
            #expect(try !AddressPattern(pattern).matches(text))
        }
        #expect(try !AddressPattern("a").matches(String(repeating: "a", count: 100_000)))
    }

    /// The standard library's engine is right on short texts, and slow on long ones.
    @Test func agreesWithTheRegexesOfTheStandardLibrary() throws {
        var generator = SeededGenerator(seed: 23)
        let pieces = [
            "a", "b", "/", "1", ".", "[ab]", "[^a]", "\\d", "\\w", "(a|b)", "(?:ab)", "*", "+", "?", "{2}", "|", "^",
            "$",
        ]
        var compared = 0
        for _ in 0..<3_000 {
            let pattern = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
                pieces.randomElement(using: &generator) ?? ""
            }.joined()
            guard let ours = try? AddressPattern(pattern), let theirs = try? Regex(pattern) else { continue }
            let text = String(
                (0..<Int.random(in: 0...7, using: &generator)).map { _ in
                    "ab/1.".randomElement(using: &generator) ?? "a"
                })
            compared += 1
            #expect(ours.matches(text) == (text.firstMatch(of: theirs) != nil), "\(pattern) on \(text)")
        }
        #expect(compared > 1_000)
    }
}
