import Model
import Testing

@testable import Discovery

@Suite struct JSONListingTests {
    private let base = WebAddress("https://tinh.example.vn/api/tin")

    private func rules(
        items: String? = "data.items", link: String? = nil, template: String? = nil, date: String? = "ngay"
    ) -> JSONListingRules {
        JSONListingRules(
            items: items.flatMap { JSONPath($0) }, link: link.flatMap { JSONPath($0) }, template: template,
            title: JSONPath("tieu_de"), date: date.flatMap { JSONPath($0) })
    }

    private func parse(_ json: String, _ rules: JSONListingRules) throws -> Listing {
        try JSONListing.parse(Array(json.utf8), base: try #require(base), rules: rules)
    }

    @Test func readsItemsByTheirWays() throws {
        let listing = try parse(
            #"{"data": {"items": [{"url": "/tin/1.html", "tieu_de": "Một", "ngay": "2024-05-16T08:00:00+07:00"}, {"tieu_de": "Không có"}]}}"#,
            rules(link: "url"))
        #expect(listing.entries.map(\.address.text) == ["https://tinh.example.vn/tin/1.html"])
        #expect(listing.entries.first?.title == "Một")
        #expect(listing.entries.first?.published?.description == "2024-05-16T08:00:00+07:00")
    }

    @Test func makesAddressesOfParts() throws {
        let listing = try parse(
            #"[{"id": 17, "meta": {"slug": "cai-cach"}, "ngay": 1715821200}, {"id": 18}]"#,
            rules(items: nil, template: "/tin/{meta.slug}-{id}.html"))
        #expect(listing.entries.map(\.address.pathAndQuery) == ["/tin/cai-cach-17.html"])
        #expect(listing.entries.first?.published?.description == "2024-05-16T08:00:00+07:00")
    }

    @Test(arguments: ["{", #"{"data": {}}"#, #"{"data": {"items": 3}}"#, "null", ""])
    func saysWhatIsWrongWithAnAnswer(_ json: String) {
        #expect(throws: DiscoveryError.self) { try parse(json, rules(link: "url")) }
    }

    @Test(arguments: [("a.b", true), ("items.0.url", true), ("", false), ("a..b", false), (".", false)])
    func waysHaveNoEmptySteps(_ text: String, _ isWay: Bool) { #expect((JSONPath(text) != nil) == isWay) }
}
