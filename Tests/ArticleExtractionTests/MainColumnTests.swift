import ArticleExtraction
import Model
import Testing

/// What stands around an article, and between its words, must neither hide nor spoil it.
@Suite struct MainColumnTests {
    private static let paragraphs = [
        "Trong quý đầu năm, bộ phận một cửa của huyện tiếp nhận 3.412 hồ sơ, trong đó 2.980 hồ sơ được nộp trực tuyến.",
        "Số hồ sơ trễ hạn giảm còn 27, chủ yếu thuộc lĩnh vực đất đai và xây dựng ở các xã vùng cao của huyện.",
    ]
    private static let links = (1...40).map { "<li><a href=/\($0)>Tin số \($0) trong ngày</a></li>" }.joined()

    @Test(arguments: ["sidebar-1", "comments-enabled", "print", "share-wrapper"])
    func aColumnWithTheRunningTextIsNoFurnitureWhateverItsName(name: String) throws {
        let body = Self.paragraphs.map { "<p>\($0)</p>" }.joined()
        let article = try read("<body><ul>\(Self.links)</ul><div class='\(name)'><div>\(body)</div></div></body>")
        #expect(article.text == Self.paragraphs.joined(separator: "\n"))
    }

    @Test func aPlaceInASpanOfItsOwnIsAWord() throws {
        let page = "<div><p><span>Phú Thọ</span>\(Self.paragraphs[0])</p><p>\(Self.paragraphs[1])</p></div>"
        #expect(try read(page).blocks.first?.text == "Phú Thọ " + Self.paragraphs[0])
    }

    @Test func noBreakSpacesAreSpaces() throws {
        let spaced = Self.paragraphs[0].replacing("một cửa", with: "một&nbsp; &#160;cửa") + "&nbsp;"
        #expect(
            try read("<div><p>\(spaced)</p><p>\(Self.paragraphs[1])</p></div>").blocks.first?.text == Self.paragraphs[0]
        )
    }

    @Test func aSiteNameBeforeTheHeadlineIsCutOff() throws {
        let title = "Huyện giảm mạnh hồ sơ trễ hạn"
        let body = Self.paragraphs.map { "<p>\($0)</p>" }.joined()
        let page = "<head><title>Báo Thử – \(title)</title></head><body><h1>\(title)</h1><div>\(body)</div></body>"
        #expect(try read(page).title == title)
    }

    @Test func theAddressThatThePageNamesHoldsADate() throws {
        let body = Self.paragraphs.map { "<p>\($0)</p>" }.joined()
        let page =
            "<head><link rel=canonical href='https://h.vn/2024/05/16/tin.html'></head><body><div>\(body)</div></body>"
        let article = try read(page)
        #expect(article.published?.date == CivilDate(iso: "2024-05-16"))
        #expect(article.publishedFrom == .address)
    }

    private func read(_ html: String) throws -> Article {
        try ArticleExtractor().article(
            from: Page(
                bytes: Array(html.utf8), address: nil, contentType: "text/html; charset=utf-8",
                fetched: Timestamp(seconds: 1_716_000_000)))
    }
}
