import Discovery
import Model
import Testing

/// What feeds of all formats say, and how badly they may be written.
struct FeedFormTests {
    private func feed(_ text: String, _ contentType: String? = nil) throws -> Feed {
        try feed(Array(text.utf8), contentType)
    }

    private func feed(_ bytes: [UInt8], _ contentType: String? = nil) throws -> Feed {
        let base = try #require(WebAddress("https://h.vn/rss/tin.rss"))
        return try FeedParser.parse(bytes, base: base, contentType: contentType)
    }

    private func entry(_ members: String, _ declarations: String = "") throws -> FeedEntry {
        try #require(try feed("<rss \(declarations)><channel><item>\(members)</item></channel></rss>").entries.first)
    }

    @Test func elementsOfOtherNamespacesSayNothing() throws {
        let entry = try entry(
            "<x:title>sai</x:title><title>đúng</title><x:description>sai</x:description><x:link>/sai</x:link>",
            "xmlns:x='http://example.org/mine'")
        #expect(entry.title?.value == "đúng")
        #expect(entry.summary == nil && entry.link == nil)
    }

    @Test func namespacesCountNotPrefixes() throws {
        let entry = try entry(
            "<d:creator>An</d:creator><t:issued>2024-05-16T01:00:00Z</t:issued><c:encoded>&lt;p&gt;x</c:encoded>",
            "xmlns:d='http://purl.org/dc/elements/1.1/' xmlns:t='http://purl.org/dc/terms/' "
                + "xmlns:c='http://purl.org/rss/1.0/modules/content/'")
        #expect(entry.author == "An")
        #expect(entry.published?.utc == "2024-05-16T01:00:00Z")
        #expect(entry.summary?.value == "<p>x")
    }

    @Test func undeclaredPrefixesAreTakenForWhatTheyUsuallyMean() throws {
        let entry = try entry("<dc:creator>An</dc:creator><dc:date>2024-05-16T01:00:00Z</dc:date>")
        #expect(entry.author == "An")
        #expect(entry.updated?.utc == "2024-05-16T01:00:00Z")
    }

    @Test func aFeedInANamespaceThatNobodyKnowsIsReadAllTheSame() throws {
        let feed = try feed("<f:feed xmlns:f='urn:x'><f:title>T</f:title><f:entry><f:id>1</f:id></f:entry></f:feed>")
        #expect(feed.title?.value == "T" && feed.entries.map(\.id) == ["1"])
    }

    @Test(arguments: [
        ("<description>a</description><x:encoded>b</x:encoded>", "a"),
        ("<x:encoded>b</x:encoded><description>a</description>", "a"), ("<x:encoded>b</x:encoded>", "b"),
        ("<description/><x:encoded>b</x:encoded>", "b"), ("<description/>", ""),
        ("<description><![CDATA[a <b>b</b>]]> &amp;lt;</description>", "a <b>b</b> &lt;"),
    ])
    func theSummaryIsTheDescriptionOrElseTheContent(members: String, expected: String) throws {
        let entry = try entry(members, "xmlns:x='http://purl.org/rss/1.0/modules/content/'")
        #expect(entry.summary?.value == expected)
    }

    @Test(arguments: [
        ("<a href='/x'>", "<a href='https://h.vn/x'>"), ("<img src=x.png>", "<img src=https://h.vn/rss/x.png>"),
        ("<a title=\"a>b\" href = \" ../x \" >", "<a title=\"a>b\" href = \"https://h.vn/x\" >"),
        ("<a href='http://k.vn'>", "<a href='http://k.vn'>"), ("<a href='mailto:a@k.vn'>", "<a href='mailto:a@k.vn'>"),
        ("<a href='#x'>", "<a href='#x'>"), ("a < b href='/x'", "a < b href='/x'"),
        ("<a href='/?a=1&amp;b'>", "<a href='https://h.vn/?a=1&amp;b'>"), ("<a href='/x", "<a href='https://h.vn/x"),
        ("<a href>", "<a href>"), ("<a =href=/x>", "<a =href=https://h.vn/x>"),
    ])
    func linksInMarkupBecomeAbsolute(markup: String, expected: String) throws {
        #expect(try entry("<description><![CDATA[\(markup)]]></description>").summary?.value == expected)
    }

    @Test func everyElementMayHaveABase() throws {
        let feed = try feed(
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://k.vn/a/"><entry xml:base="b/"><link href="1"/>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p xml:base="c/"><a href="2"/></p><img src="3"/>
            </div></content></entry><entry><link href="4"/><id>/5</id></entry></feed>
            """)
        #expect(feed.entries.map(\.link) == ["https://k.vn/a/b/1", "https://k.vn/a/4"])
        #expect(feed.entries.last?.id == "https://k.vn/5")
        let content = feed.entries.first?.summary?.value ?? ""
        #expect(content.contains(#"<a href="https://k.vn/a/b/c/2"></a>"#))
        #expect(content.contains(#"<img src="https://k.vn/a/b/3" />"#))
    }

    @Test func markupIsWrittenWithItsNamespaces() throws {
        let feed = try feed(
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xmlns:s="http://www.w3.org/2000/svg" xmlns:l="urn:l"><entry>
            <summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">a<s:svg l:b="1"><s:g/></s:svg><br/></div></summary>
            </entry></feed>
            """)
        #expect(
            feed.entries.first?.summary?.value
                == #"a<svg l:b="1" xmlns="http://www.w3.org/2000/svg" xmlns:l="urn:l"><g></g></svg><br />"#)
    }

    @Test func theBestDateCounts() throws {
        let entry = try entry(
            """
            <pubDate>Thứ Năm, 16/05/2024 15:31</pubDate><dcterms:created>2020-01-01</dcterms:created>
            <dc:date>2021-01-01</dc:date><modified>2024-05-17T00:00:00Z</modified><modified>hôm qua</modified>
            """)
        #expect(entry.published?.utc == "2024-05-16T08:31:00Z")
        #expect(entry.updated?.utc == "2024-05-17T00:00:00Z")
    }

    @Test func channelDefinitionFormat() throws {
        let feed = try feed(
            """
            <CHANNEL HREF="http://h.vn/"><ABSTRACT>Tin</ABSTRACT>
            <ITEM HREF="/1" LASTMOD="2024-05-16T01:00:00Z"><TITLE>A</TITLE></ITEM></CHANNEL>
            """)
        #expect(feed.link == "http://h.vn/" && feed.description?.value == "Tin")
        #expect(feed.entries.map(\.link) == ["https://h.vn/1"])
        #expect(feed.entries.first?.updated?.utc == "2024-05-16T01:00:00Z")
    }

    @Test(arguments: [
        (
            "<?xml version='1.0' encoding='windows-1258'?><rss><channel><title>H\u{CA}\u{300}</title></channel></rss>",
            nil
        ),
        ("<rss><channel><title>H\u{CA}\u{300}</title></channel></rss>", "text/xml; charset=windows-1258"),
    ])
    func theEncodingIsWhatHeaderOrDeclarationSay(text: String, contentType: String?) throws {
        let bytes = text.unicodeScalars.map { $0.value == 0x300 ? 0xCC : UInt8($0.value) }
        #expect(try feed(bytes, contentType).title?.value.unicodeScalars.elementsEqual("HỀ".unicodeScalars) == true)
    }

    @Test(arguments: [UTF16Kind.littleMarked, .bigMarked, .little, .big])
    func utf16IsReadWithAndWithoutMark(kind: UTF16Kind) throws {
        let text = "<?xml version='1.0' encoding='utf-16'?><rss><channel><title>Sở Nội vụ</title></channel></rss>"
        #expect(try feed(kind.bytes(text)).title?.value == "Sở Nội vụ")
    }

    enum UTF16Kind: Sendable {
        case littleMarked, bigMarked, little, big

        func bytes(_ text: String) -> [UInt8] {
            let units = Array((self == .littleMarked || self == .bigMarked ? "\u{FEFF}" + text : text).utf16)
            let isBig = self == .big || self == .bigMarked
            return units.flatMap { isBig ? [UInt8($0 >> 8), UInt8($0 & 255)] : [UInt8($0 & 255), UInt8($0 >> 8)] }
        }
    }

    @Test func aHeaderLeftOverFromATemplateDoesNotSpoilUTF8() throws {
        let text = "<?xml version='1.0' encoding='utf-8'?><rss><channel><title>Sở</title></channel></rss>"
        #expect(try feed(text, "text/xml; charset=iso-8859-1").title?.value == "Sở")
    }

    @Test func charactersThatXMLForbidsCostNothing() throws {
        let text = "\n \u{FEFF}<rss><channel><title>a\u{3}b\u{92}c&#146;d&#x0;e&#XE9;f\u{FFFE}</title></channel></rss>"
        #expect(try feed(text).title?.value == "ab’c’d\u{FFFD}eéf")
    }

    @Test func declaredEntitiesAreTheirText() throws {
        let text = """
            <!DOCTYPE rss [<!ENTITY a "x &#38; <y>"><!ENTITY b '&a;'>]>
            <rss><channel><title type="text">&a; &b; &c;</title></channel></rss>
            """
        #expect(try feed(text).title?.value == "x & <y> &a; &c;")
    }

    @Test func entriesWithinEntriesAndDeepNestingEndNothing() throws {
        let nested =
            "<rss><channel><item><title>A</title><item><title>B</title></item><link>/1</link></item></channel></rss>"
        #expect(try feed(nested).entries.map { $0.title?.value } == ["A"])
        let deep = "<rss><channel><item><title>A</title></item>" + String(repeating: "<a>", count: 100_000)
        #expect(try feed(deep).entries.count == 1)
    }

    @Test(arguments: [
        ("<guid>https://h.vn/1</guid>", "https://h.vn/1"), ("<guid isPermaLink='false'>https://h.vn/1</guid>", nil),
        ("<guid>https://h.vn/1</guid><link>/2</link>", "https://h.vn/2"),
        ("<link>/2</link><guid>https://h.vn/1</guid>", "https://h.vn/2"), ("<guid>tag:1</guid>", nil),
        ("<link type='application/json' href='/j'/><link type='text/html' href='/h'/>", "https://h.vn/h"),
        ("<link rel='self' href='/s'/><link rel='enclosure' href='/e'/>", nil),
        ("<link rel='alternate' type='application/pdf' href='/p'/>", "https://h.vn/p"),
        ("<link>javascript:void(0)</link>", nil), ("<link>\n https://h.vn/a b \n</link>", "https://h.vn/a%20b"),
    ])
    func theLinkIsThePage(members: String, expected: String?) throws {
        #expect(try entry(members).link == expected)
    }
}
