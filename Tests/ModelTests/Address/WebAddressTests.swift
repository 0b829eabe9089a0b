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

    @Test(arguments: [
        ("https://h.vn/tin?id=5&utm_source=zalo&fbclid=x", "https://h.vn/tin?id=5"),
        ("https://h.vn/?UTM_medium=a", "https://h.vn/"), ("https://h.vn/a?", "https://h.vn/a"),
        ("https://h.vn/a;jsessionid=1A.b?x", "https://h.vn/a?x"), ("https://h.vn/a;v=1/b", "https://h.vn/a;v=1/b"),
        ("https://h.vn/%7ean/%e1%ba%a3?q=%2f%41", "https://h.vn/~an/%E1%BA%A3?q=%2FA"),
        ("https://h.vn/%zz%4", "https://h.vn/%zz%4"),
        ("https://h.vn/a?zarsrc=31&gidzl=x", "https://h.vn/a"),
        ("https://h.vn/a?ref=b&b&&c=", "https://h.vn/a?ref=b&b&&c="),
    ])
    func whatDoesNotTellArticlesApartIsDropped(text: String, expected: String) throws {
        let key = try #require(WebAddress(text)).canonical
        #expect(key.text == expected)
        #expect(key.canonical == key)
    }

    @Test func aSourceKnowsMoreOfItsAddresses() throws {
        var rules = AddressRules()
        rules.keptQuery = ["id", "m*"]
        rules.droppedQuery = ["mode"]
        (rules.mirrors, rules.host, rules.usesHTTPS) = (["m.h.vn"], "h.vn", true)
        let address = try #require(WebAddress("http://m.h.vn/a?id=1&muc=2&mode=3&x=4&utm_id=5"))
        #expect(rules.key(of: address).text == "https://h.vn/a?id=1&muc=2")
        rules.keptQuery = []
        #expect(rules.key(of: address).text == "https://h.vn/a")
        #expect(AddressRules().key(of: address).text == "http://m.h.vn/a?id=1&muc=2&mode=3&x=4")
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
