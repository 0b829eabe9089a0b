import Model
import TestSupport
import Testing

struct JSONValueTests {
    @Test(arguments: [
        ("null", JSONValue.null), (" true ", .flag(true)), ("-0.50e+3", .number("-0.50e+3")), ("\"é\"", .text("é")),
        ("[]", .list([])), ("[1,\n2]", .list([.number("1"), .number("2")])),
        ("{\"a\":{}}", .object([JSONMember("a", .object([]))])), ("\u{FEFF}1", .number("1")),
        (#""\u0110\ud83d\ude00\/\n""#, .text("Đ😀/\n")), (#""\ud800x""#, .text("\u{FFFD}x")),
        (#""\ud800\u0041""#, .text("\u{FFFD}A")),
    ])
    func readsWhatTheStandardAllows(source: String, value: JSONValue) throws {
        #expect(try JSONValue(parsing: source.utf8) == value)
    }

    @Test(arguments: [
        "", " ", "nul", "01", "+1", "1.", ".5", "1e", "[1,]", "[1 2]", "{\"a\"}", "{a:1}", "{\"a\":1,}", "\"a",
        "\"\u{1}\"",
        #""\x""#, #""\u12""#, "1 2", "[", "{", "'a'", "-",
    ])
    func refusesWhatTheStandardForbids(source: String) {
        #expect(throws: JSONError.self) { try JSONValue(parsing: source.utf8) }
    }

    @Test func findsMembersTheLastOfANameFirst() throws {
        let value = try JSONValue(parsing: #"{"a":1,"a":2,"b":["x"]}"#.utf8)
        #expect(value["a"]?.integer == 2)
        #expect(value["b"]?.elements?.first?.text == "x")
        #expect(value["c"] == nil)
    }

    @Test func boundsTheDepth() {
        let deep = String(repeating: "[", count: 100_000)
        #expect(throws: JSONError.self) { try JSONValue(parsing: deep.utf8) }
    }

    @Test func answersAnyBytesWithoutCrashing() {
        var generator = SeededGenerator(seed: 7)
        let alphabet = Array("{}[]\":,\\u0dD8eE+-.tfnrl \u{80}".utf8) + [0, 0x80, 0xFF]
        for _ in 0..<20_000 {
            let bytes = (0..<Int.random(in: 0...24, using: &generator)).map { _ in
                alphabet.randomElement(using: &generator) ?? 0
            }
            _ = try? JSONValue(parsing: bytes)
        }
    }
}
