import Discovery
import Model

extension ParseKind {
    static let robots = ParseKind(
        "robots", summary: "Whether a robots.txt lets a client fetch an address, and by which of its rules (RFC 9309).",
        takes: "robots_b64, user_agent, url", gives: "allowed, rule, line, crawl_delay, sitemaps"
    ) { question in
        let rules = RobotsRules(parsing: try question.bytes("robots_b64"))
        let agent = try question.text("user_agent")
        let url = try question.text("url")
        guard let address = WebAddress(url) else {
            throw ParseFailure("`\(url)` is no address; write http:// or https:// in front")
        }
        let verdict = rules.verdict(for: address, product: agent)
        return { json in
            json.member("allowed", verdict.allowed)
            json.member("rule", verdict.rule)
            json.member("line", verdict.line)
            json.member("crawl_delay", rules.crawlDelay(product: agent).map { Int($0.components.seconds) })
            json.member("sitemaps", rules.sitemaps)
        }
    }
}
