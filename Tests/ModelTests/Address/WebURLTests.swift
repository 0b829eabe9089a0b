import Model
import TestSupport
import Testing

struct WebURLTests {
    @Test(arguments: [
        ("https://an:mat@tinh.vn/a?b#c", "https://an:mat@tinh.vn/a?b#c"),
        ("https://an@b:c@tinh.vn", "https://an%40b:c@tinh.vn/"), ("https://:c@tinh.vn", "https://:c@tinh.vn/"),
        ("https://an:@tinh.vn", "https://an@tinh.vn/"), ("https://@tinh.vn", "https://tinh.vn/"),
        ("http://tinh.vn?#", "http://tinh.vn/?#"), ("http://tinh.vn/#á b`", "http://tinh.vn/#%C3%A1%20b%60"),
        ("http://tinh.vn/a^b|c", "http://tinh.vn/a%5Eb|c"), ("http://tinh.vn:0080/", "http://tinh.vn/"),
        ("http://tinh.vn:/", "http://tinh.vn/"), ("https:tinh.vn/a", "https://tinh.vn/a"),
        ("http://tinh.vn/..", "http://tinh.vn/"), ("http://tinh.vn/a/.%2E/", "http://tinh.vn/"),
        ("http://tinh.vn/a/%2e", "http://tinh.vn/a/"), ("http://tinh.vn/...", "http://tinh.vn/..."),
        ("http://tinh.vn./", "http://tinh.vn./"), ("http://1.2.3.4./", "http://1.2.3.4/"),
        ("http://0x7F.0.0.0x1/", "http://127.0.0.1/"), ("http://[1:0:0:0:0:0:0:8]/", "http://[1::8]/"),
        ("http://[::ffff:1.2.3.4]/", "http://[::ffff:102:304]/"),
    ])
    func isWrittenInNormalForm(text: String, expected: String) { #expect(WebURL(text)?.text == expected) }

    @Test(arguments: [
        "", "a", "//a", "http:", "http:///", "http://:80", "http://a:b@/", "http://a:-1/", "http://a:65536/",
        "http://a b/", "http://a%00b/", "http://a%/", "http://[1]/", "http://[::1/", "http://[::1]x/",
        "http://1.2.3.256/", "http://1.2.3.4.5/", "http://a.08/", "http://a.0xz.0x/", "http://4294967296/",
        "http://0x1ffffffff1ffffffff1ffffffff/", "ftp://a/", "mailto:a@b", "http://xn--/", "http://xn--a/",
        "http://\u{AD}/", "http://a\u{FFFD}b/", "http://a\u{2025}b/", "http://\u{301}a/", "http://a\u{200D}b/",
        "http://\u{627}a/", "http://xn--\u{111}a/",
    ])
    func refusesWhatNoBrowserTakes(text: String) { #expect(WebURL(text) == nil) }

    @Test(arguments: [
        ("BÁO.vn", "xn--bo-mia.vn"), ("ba\u{301}o.vn", "xn--bo-mia.vn"), ("ｂáo。vn", "xn--bo-mia.vn"),
        ("Straße.de", "xn--strae-oqa.de"), ("đấu-thầu.vn", "xn--u-thu-4ya8114cua.vn"), ("a\u{AD}b.vn", "ab.vn"),
        ("xn--bo-mia.vn", "xn--bo-mia.vn"), ("ǅ.vn", "xn--d-toa.vn"), ("ﬁ.vn", "fi.vn"), ("①.vn", "1.vn"),
        ("☃.vn", "xn--n3h.vn"), ("\u{633}\u{644}\u{627}\u{645}.vn", "xn--mgbx5cf.vn"),
        ("\u{646}\u{627}\u{645}\u{647}\u{200C}\u{627}\u{6CC}.vn", "xn--mgba3gch31f060k.vn"), ("a--b.vn", "a--b.vn"),
        ("%62%C3%A1o.vn", "xn--bo-mia.vn"), ("_dmarc.vn", "_dmarc.vn"),
    ])
    func namesBeyondASCIIAreWrittenInPunycode(host: String, expected: String) {
        #expect(WebURL("http://\(host)/")?.host == expected)
    }

    @Test(arguments: [
        ("#x", "http://u:p@h.vn/a/b?c#x"), ("", "http://u:p@h.vn/a/b?c"), ("?", "http://u:p@h.vn/a/b?"),
        ("//k.vn", "http://k.vn/"), ("/x", "http://u:p@h.vn/x"), ("x#y", "http://u:p@h.vn/a/x#y"),
        ("http:x", "http://u:p@h.vn/a/x"), ("\\\\k.vn\\x", "http://k.vn/x"), ("///k.vn", "http://k.vn/"),
        (":x", "http://u:p@h.vn/a/:x"), ("1:x", "http://u:p@h.vn/a/1:x"),
    ])
    func isResolvedAgainstABase(reference: String, expected: String) throws {
        let base = try #require(WebURL("http://u:p@h.vn/a/b?c#d"))
        #expect(WebURL(reference, base: base)?.text == expected)
    }

    @Test func theAddressHasNeitherCredentialsNorFragment() throws {
        #expect(WebAddress(try #require(WebURL("http://u:p@h.vn/a#b"))).text == "http://h.vn/a")
    }

    @Test(arguments: [
        ("windows-1252", "é€", "%E9%80"), ("windows-1252", "ơ", "%26%23417%3B"), ("windows-1258", "ơ", "%F5"),
        ("utf-8", "é", "%C3%A9"), ("no-such-encoding", "é", "%C3%A9"), ("shift_jis", "あ", "%82%A0"),
    ])
    func theQueryIsWrittenInTheEncodingOfThePage(encoding: String, query: String, expected: String) {
        #expect(WebURL("http://h.vn/?\(query)", queryEncoder: QueryEncoder(encoding: encoding))?.query == expected)
    }

    @Test func parsingWhatWasWrittenChangesNothing() {
        var generator = SeededGenerator(seed: 11)
        let pieces = [
            "http", "https", ":", "//", "/", "\\", "?", "#", "@", "a", "B", "1", "0x", ".", "..", "%2e", "%", "[", "]",
            "::", "é", "ß", "\u{200C}", "\u{301}", "xn--", "-", " ", "\t", "\u{627}", "☃", "|", "^", "\u{0}", "日本",
            ":8",
        ]
        for _ in 0..<30_000 {
            let start = Bool.random(using: &generator) ? "http://" : ""
            let text = (0..<Int.random(in: 0...9, using: &generator)).reduce(start) { text, _ in
                text + (pieces.randomElement(using: &generator) ?? "")
            }
            guard let url = WebURL(text) else { continue }
            #expect(WebURL(url.text) == url, "\(text)")
            #expect(url.text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }, "\(text)")
        }
    }

    @Test func longTextsTakeTimeInProportion() {
        let long = String(repeating: "é/../", count: 60_000)
        #expect(WebURL("http://h.vn/" + long)?.path == "/")
        #expect(WebURL("http://" + String(repeating: "é", count: 500_000) + "/") == nil)
        #expect(WebURL("http://h.vn/" + String(repeating: "a", count: 2_000_000)) == nil)
    }
}
