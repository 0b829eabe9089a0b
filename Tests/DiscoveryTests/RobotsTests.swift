import Discovery
import Model
import Testing

@Suite struct RobotsTests {
    private func allowed(_ robots: String, _ path: String, product: String = "ChiSo") throws -> Bool {
        let address = try #require(WebAddress("https://example.vn" + path))
        return RobotsRules(parsing: Array(robots.utf8)).verdict(for: address, product: product).allowed
    }

    @Test(arguments: [
        ("User-agent: *\nDisallow: /", "/tin", false), ("User-agent: *\nDisallow:", "/tin", true), ("", "/tin", true),
        ("User-agent: *\nDisallow: /noi-bo/", "/noi-bo/a", false),
        ("User-agent: *\nDisallow: /noi-bo/", "/noi-bo", true),
        ("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", true),
        ("User-agent: *\nDisallow: /a/b\nAllow: /a/b", "/a/b", true),
        ("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf", false),
        ("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf?z=1", true),
        ("User-agent: *\nDisallow: /tìm", "/t%C3%ACm", false),
        ("User-agent: *\nDisallow: /%7Ejoe", "/~joe/a", false),
        ("user-agent: chiso\ndisallow: /x\nuser-agent: *\ndisallow: /", "/y", true),
        ("User-agent: chisobot\nDisallow: /", "/y", true),
        ("User-agent: a\nUser-agent: ChiSo\nDisallow: /x", "/x", false),
        ("User-agent: *\r\nDisallow: /x\r\n\r\nUser-agent: *\r\nDisallow: /y", "/y", false),
        ("\u{FEFF}User-agent: *\nDisallow: /x", "/x", false), ("Disallow: /x\nUser-agent: *\nDisallow: /y", "/x", true),
        ("User-agent: *\nDisallow: /a<b", "/a%3Cb", false), ("User-agent: *\nDisallow: /a<b", "/a<b", false),
        ("User-agent: *\nDisallow: /\nAllow: /a/index.html", "/a/", true),
        ("User-agent: *\nDisallow: /\nAllow: /a/index.html", "/a/b", false),
        ("User-agent: *\nDisallow: /x # vì sao", "/x", false), ("User-agent: *\nDisallow: /", "/robots.txt", true),
    ])
    func rules(robots: String, path: String, expected: Bool) throws {
        #expect(try allowed(robots, path) == expected, "\(robots)")
    }

    @Test func theDecidingRuleIsNamedWithItsLine() throws {
        let rules = RobotsRules(parsing: Array("User-agent: *\nDisallow: /a\nDisallow: /a/b\n".utf8))
        let verdict = rules.verdict(for: try #require(WebAddress("http://h.vn/a/b/c")), product: "ChiSo")
        #expect(!verdict.allowed && verdict.rule == "Disallow: /a/b" && verdict.line == 3)
    }

    @Test func aPathAloneIsEnough() {
        let rules = RobotsRules(parsing: Array("User-agent: *\nDisallow: /$\nDisallow: /tìm kiếm".utf8))
        #expect(!rules.verdict(forPath: "", product: "ChiSo").allowed)
        #expect(!rules.verdict(forPath: "/tìm%20kiếm?q=1", product: "ChiSo").allowed)
        #expect(rules.verdict(forPath: "/tin", product: "ChiSo").allowed)
    }

    @Test func delayAndSitemaps() {
        let rules = RobotsRules(
            parsing: Array("User-agent: *\nCrawl-delay: 2.5\nSitemap: https://h.vn/s.xml\n".utf8))
        #expect(rules.crawlDelay(product: "ChiSo") == .milliseconds(2_500))
        #expect(rules.sitemaps == ["https://h.vn/s.xml"])
    }

    @Test func anUnreachableFileForbidsEverything() throws {
        let address = try #require(WebAddress("http://h.vn/"))
        #expect(!RobotsRules.disallowAll.verdict(for: address, product: "ChiSo").allowed)
    }

    @Test func wildcardsCostLinearTime() throws {
        let robots = "User-agent: *\nDisallow: /" + String(repeating: "*a", count: 2_000) + "$"
        let path = "/" + String(repeating: "a", count: 5_000) + "b"
        #expect(try allowed(robots, path))
    }
}
