import Model
import Testing

@Suite struct WebAddressTests {
    @Test(arguments: [
        ("HTTP://Example.VN", "http://example.vn/"),
        ("https://example.vn:443/tin#dau", "https://example.vn/tin"),
        ("http://example.vn:8080/a/../b/./c", "http://example.vn:8080/b/c"),
        ("  http://example.vn/\tti\nn ", "http://example.vn/tin"),
        ("http:\\\\example.vn\\tin", "http://example.vn/tin"),
        ("http://example.vn/cải cách?q=hồ sơ", "http://example.vn/c%E1%BA%A3i%20c%C3%A1ch?q=h%E1%BB%93%20s%C6%A1"),
        ("http://user:pass@example.vn/", "http://example.vn/"),
        ("http://0x7f.1/", "http://127.0.0.1/"),
        ("http://2130706433/", "http://127.0.0.1/"),
        ("http://[0:0::1]/", "http://[::1]/"),
        ("http://báo.vn/", "http://xn--bo-mia.vn/"),
        ("http://example.vn/a%2e%2E/b", "http://example.vn/a%2e%2E/b"),
        ("http://example.vn/a/%2e%2E/b", "http://example.vn/b"),
    ])
    func oneNormalForm(text: String, expected: String) { #expect(WebAddress(text)?.text == expected) }

    @Test(arguments: [
        "", "tin", "ftp://example.vn/", "javascript:alert(1)", "http://", "http://exa mple.vn/", "http://a:99999/",
        "http://[::1", "http://256.256.256.256/", "http://exa<mple.vn/",
    ])
    func noAddress(text: String) { #expect(WebAddress(text) == nil) }

    @Test(arguments: [
        ("../b.html", "http://h.vn/x/b.html"), ("b.html", "http://h.vn/x/y/b.html"), ("/b", "http://h.vn/b"),
        ("//k.vn/b", "http://k.vn/b"), ("?p=2", "http://h.vn/x/y/z?p=2"), ("#top", "http://h.vn/x/y/z?q=1"),
        ("", "http://h.vn/x/y/z?q=1"), ("http:c", "http://h.vn/x/y/c"), ("https:c", "https://c/"),
        (".", "http://h.vn/x/y/"),
        ("..", "http://h.vn/x/"), ("../../../..", "http://h.vn/"),
    ])
    func referencesAreResolved(reference: String, expected: String) throws {
        let base = try #require(WebAddress("http://h.vn/x/y/z?q=1"))
        #expect(base.resolving(reference)?.text == expected)
    }

    @Test(arguments: ["javascript:;", "mailto:a@b.vn", "data:text/html,x", "tel:0211"])
    func whatIsNoWebAddressResolvesToNothing(reference: String) throws {
        #expect(try #require(WebAddress("http://h.vn/")).resolving(reference) == nil)
    }

    @Test func trackingIsDropped() throws {
        let address = try #require(WebAddress("https://h.vn/tin?id=5&utm_source=zalo&fbclid=x"))
        #expect(address.withoutTracking.text == "https://h.vn/tin?id=5")
        #expect(try #require(WebAddress("https://h.vn/?utm_medium=a")).withoutTracking.text == "https://h.vn/")
    }

    @Test func normalFormIsAFixedPoint() throws {
        for text in ["http://h.vn/a b?c d", "https://h.vn:444/%zz/é", "http://h.vn//a//b/"] {
            let once = try #require(WebAddress(text))
            #expect(WebAddress(once.text) == once)
        }
    }

    @Test func hostsMatchWithTheirSubdomains() throws {
        let address = try #require(WebAddress("https://www.example.vn/"))
        #expect(address.hostMatches("example.vn") && address.hostMatches("www.example.vn"))
        #expect(!address.hostMatches("ample.vn") && !address.hostMatches("tin.www.example.vn"))
    }
}
