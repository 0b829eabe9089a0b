import Discovery
import Model

extension ParseKind {
    static let robots = ParseKind(
        "robots", summary: "Whether a robots.txt lets a client fetch an address, and by which of its rules (RFC 9309).",
        takes: "robots_b64, user_agent, url (an address, or its path and query)",
        gives: "allowed, rule, line, crawl_delay (seconds), sitemaps"
    ) { question in
        let rules = RobotsRules(parsing: try question.bytes("robots_b64"))
        let agent = try question.text("user_agent")
        let url = try question.text("url")
        // The host plays no part: whoever asks has its file already.
        let verdict = rules.verdict(forPath: WebAddress(url)?.pathAndQuery ?? pathAndQuery(of: url), product: agent)
        return { json in
            json.member("allowed", verdict.allowed)
            json.member("rule", verdict.rule)
            json.member("line", verdict.line)
            json.member("crawl_delay", rules.crawlDelay(product: agent).map { Int($0.components.seconds) })
            json.member("sitemaps", rules.sitemaps)
        }
    }

    /// What follows the host in an address of any other scheme; a text without scheme is a path.
    private static func pathAndQuery(of url: String) -> String {
        guard let mark = url.range(of: "://"), !url.hasPrefix("/") else { return url }
        let rest = url[mark.upperBound...]
        return rest.firstIndex(of: "/").map { String(rest[$0...]) } ?? "/"
    }
}
