import Testing

@testable import Pipeline

@Suite struct LogLineTests {
    @Test(arguments: [
        ("https://user:pass@bao.vn/a", "https://***@bao.vn/a"),
        ("http://bao.vn/?page=2&api_key=abc", "http://bao.vn/?page=2&api_key=***"),
        ("https://bao.vn/a?Token=x&b=1: 404", "https://bao.vn/a?Token=***&b=1: 404"),
        ("https://bao.vn/a@b", "https://bao.vn/a@b"),
        ("no address at all", "no address at all"),
        ("proxy http://me:secret@10.0.0.1:3128 refused", "proxy http://***@10.0.0.1:3128 refused"),
    ])
    func secretsAreMasked(_ text: String, _ expected: String) {
        #expect(LogLine.masked(text) == expected)
    }

    @Test func anEventIsOneLine() {
        let line = LogLine(
            time: "2026-11-24T05:30:00Z", level: "warning", message: "a\nb\tc", details: [("n", "1\r\n2")])
        #expect(line.text == "2026-11-24T05:30:00Z warning a b c n=1  2")
        #expect(line.json == #"{"time":"2026-11-24T05:30:00Z","level":"warning","message":"a b c","n":"1  2"}"#)
    }
}
