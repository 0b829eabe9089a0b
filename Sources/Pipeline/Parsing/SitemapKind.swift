import Discovery
import Model

extension ParseKind {
    static let sitemap = ParseKind(
        "sitemap", summary: "The pages that the sitemaps of a site name, from its robots.txt on.",
        takes: "start, responses {address: {status, headers, body_b64}}",
        gives: "pages [address], entries [{address, modified, published, title}], troubles [text]"
    ) { question in
        let url = try question.text("start")
        guard let start = WebAddress(url) else {
            throw ParseFailure.noAddress(url)
        }
        var reader = try SitemapReading(responses: question.value("responses"))
        reader.read(from: start)
        let (entries, troubles) = (reader.entries, reader.troubles)
        return { json in
            json.member("pages", entries.map(\.address.text))
            json.array("entries") { json in
                for entry in entries {
                    json.object { json in
                        json.member("address", entry.address.text)
                        json.member("modified", entry.modified?.utc)
                        json.member("published", entry.published?.utc)
                        json.member("title", entry.title)
                    }
                }
            }
            json.member("troubles", troubles)
        }
    }
}

/// Sitemaps read from responses that are at hand.
private struct SitemapReading {
    private(set) var entries: [SitemapEntry] = []
    private(set) var troubles: [String] = []
    private var responses: [WebAddress: Response] = [:]

    private struct Response {
        let status: Int
        let location: String?
        let body: [UInt8]
    }

    init(responses: JSONValue?) throws(ParseFailure) {
        guard let members = responses?.members else {
            throw ParseFailure("the member `responses` is not an object of addresses")
        }
        for member in members {
            guard let address = WebAddress(member.name) else { continue }
            let headers = member.value["headers"]?.members ?? []
            self.responses[address] = Response(
                status: member.value["status"]?.integer ?? 0,
                location: headers.last { $0.name.lowercased() == "location" }?.value.text,
                body: try ParseQuestion.decoded(member.value["body_b64"]?.text ?? "", "body_b64"))
        }
    }

    /// Begins at a sitemap where one is given, else at the robots.txt of the site and the usual places.
    mutating func read(from start: WebAddress) {
        var places: [WebAddress] = []
        if start.path != "/" { places.append(start) }
        if let robots = start.resolving("/robots.txt").flatMap({ responses[$0] }), robots.status == 200 {
            places += RobotsRules(parsing: robots.body).sitemaps.compactMap { start.resolving($0) }
        }
        if start.path == "/" { places += SitemapWalk.usualPlaces(of: start).filter { responses[$0] != nil } }
        var walk = SitemapWalk(from: places)
        var named: Set<WebAddress> = []
        while let address = walk.next() {
            do {
                guard let (found, body) = try answer(at: address, &walk) else { continue }
                let pages = try walk.take(body, at: found) ?? []
                entries += pages.filter { named.insert($0.address).inserted }
            } catch {
                troubles.append("\(address): \(error)")
            }
        }
    }

    /// The response behind redirects; nil when they lead to a file that is read anyway.
    private func answer(
        at address: WebAddress, _ walk: inout SitemapWalk
    ) throws -> (WebAddress, [UInt8])? {
        var address = address
        for _ in 0...5 {
            guard let response = responses[address] else { throw ParseFailure("no response") }
            switch response.status {
            case 200..<300: return (address, response.body)
            case 300..<400:
                guard let target = response.location.flatMap({ address.resolving($0) }) else {
                    throw ParseFailure("a redirect without an address")
                }
                guard walk.follow(to: target) else { return nil }
                address = target
            default: throw ParseFailure("HTTP status \(response.status)")
            }
        }
        throw ParseFailure("more than five redirects")
    }
}
