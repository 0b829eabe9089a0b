import ArticleExtraction
import Markup
import Model
import Testing

/// Four families of pages, each with the furniture that stands around its articles.
@Suite struct LayoutTests {
    private static let first =
        "Sáng 10/5, UBND huyện Lập Thạch tổ chức hội nghị đánh giá công tác cải cách hành chính bốn tháng đầu năm."
    private static let second =
        "Theo báo cáo, toàn huyện tiếp nhận 4.120 hồ sơ, trong đó 3.870 hồ sơ nộp trực tuyến; tỷ lệ đúng hạn đạt 98,7%."
    private static let third =
        "Huyện yêu cầu các xã, thị trấn rà soát quy trình, công khai thủ tục và bố trí công chức trực tại bộ phận một cửa."
    private static let lead =
        "Sau bốn tháng, số hồ sơ trễ hạn của huyện Lập Thạch giảm còn một phần ba so với cùng kỳ năm trước."
    private static let title = "Lập Thạch giảm mạnh hồ sơ trễ hạn"

    private static let newspaper = """
        <html lang=vi><head><title>\(title) | Báo Thử</title><meta property=og:title content="\(title)"><meta property=og:site_name content="Báo Thử">
        <meta property="article:published_time" content="2024-05-10T14:05:00+07:00"><link rel=canonical href="/tin/lap-thach-1.html">
        <script type="application/ld+json">{"@type":"NewsArticle","headline":"\(title)","author":{"name":"Lê Hà"},"datePublished":"2024-05-10T14:05:00+07:00"}</script></head>
        <body><nav><a href=/>Trang chủ</a></nav><div class=breadcrumb><a href=/tin>Tin tức</a></div><article><h1>\(title)</h1>
        <div class=meta><time datetime="2024-05-10T14:05:00+07:00">10/05/2024 14:05</time></div><h2 class=sapo>\(lead)</h2>
        <div class=body><p>\(first)</p><figure><img src=a.jpg><figcaption>Quang cảnh hội nghị với 120 đại biểu.</figcaption></figure><p>\(second)</p>
        <div class=related-news><a href=/a>Tam Đảo tiếp nhận 999 hồ sơ trong quý đầu năm</a></div><p>\(third)</p></div><div class=tags><a href=/t>một cửa</a></div></article>
        <aside><h3>Đọc nhiều</h3><a href=/b>Bình Xuyên đứng thứ 2 toàn tỉnh về chỉ số phục vụ</a></aside><footer>Giấy phép số 12/GP</footer></body></html>
        """

    private static let portal = """
        <html><head><title>\(title) - Cổng thông tin huyện</title><meta name=description content="\(lead)"></head><body><div id=header><a href=/>Trang chủ</a></div>
        <div class="portlet-body"><div class="journal-content-article"><h3 class="news-title">\(title)</h3><span class="post-date">Thứ Sáu, 10/05/2024 14:05</span>
        <div class=hometext>\(lead)</div><div class="news-content"><p>\(first)</p><p>\(second)</p><ul><li>\(third)</li></ul></div>
        <p>Tác giả: Lê Hà</p></div><div class="other-news"><h4>Tin khác</h4><ul><li><a href=/1>Huyện họp giao ban tháng 4</a> (02/05/2024)</li></ul></div></div></body></html>
        """

    private static let plain = """
        <html><head><title>\(title)</title></head><body><h2>\(title)</h2><div>Thứ Sáu, 10/05/2024 14:05 (GMT+7)</div><div class=tomtat><b>\(lead)</b></div>
        <div><p>\(first)</p><p>\(second)</p><p>\(third)</p></div><p>Lượt xem: 1.234</p></body></html>
        """

    private static let tables = """
        <html><body><form><table width=1000><tr><td colspan=3><a href=/>Trang chủ</a> | <a href=/tin>Tin tức</a></td></tr><tr><td width=180><a href=/1>Giới thiệu</a></td>
        <td><table><tr><td class=TieuDe><font size=4><b>\(title)</b></font></td></tr><tr><td><font size=1>Cập nhật: 10/05/2024 14:05</font></td></tr>
        <tr><td class=TomTat><b>\(lead)</b></td></tr><tr><td><font>\(first)<br><br>\(second)<br><br>\(third)</font></td></tr></table></td><td>Lịch tiếp công dân ngày 15</td></tr></table></form></body></html>
        """

    @Test(arguments: ["newspaper", "portal", "plain", "tables"])
    func theArticleAndNothingElse(layout: String) throws {
        let pages = ["newspaper": Self.newspaper, "portal": Self.portal, "plain": Self.plain, "tables": Self.tables]
        let article = try read(try #require(pages[layout]))
        #expect(article.title == Self.title)
        #expect(article.lead == Self.lead)
        #expect(article.published?.description == "2024-05-10T14:05:00+07:00")
        #expect(article.text == [Self.lead, Self.first, Self.second, Self.third].joined(separator: "\n"))
    }

    @Test func metadataOfANewspaper() throws {
        let article = try read(Self.newspaper)
        #expect(article.authors == ["Lê Hà"])
        #expect(article.publishedFrom == .jsonLD)
        #expect(article.siteName == "Báo Thử")
        #expect(article.canonical?.text == "https://h.vn/tin/lap-thach-1.html")
        #expect(article.blocks.filter { $0.kind == .caption }.map(\.text) == ["Quang cảnh hội nghị với 120 đại biểu."])
    }

    @Test func aTableOfFiguresKeepsItsRows() throws {
        let page = Self.plain.replacing(
            "<p>\(Self.second)</p>",
            with:
                "<p>\(Self.second)</p><table><tr><td>Xã<td>Hồ sơ</tr><tr><td>Tử Du<td>412</tr><tr><td>Bàn Giản<td>388</tr></table>"
        )
        let rows = try read(page).blocks.filter { $0.kind == .tableRow }.map(\.text)
        #expect(rows == ["Xã\tHồ sơ", "Tử Du\t412", "Bàn Giản\t388"])
    }

    @Test func aFutureDateIsRefused() throws {
        let page = Self.newspaper.replacing("2024-05-10T14:05:00+07:00", with: "2034-05-10T14:05:00+07:00").replacing(
            "10/05/2024", with: "10/05/2034")
        #expect(try read(page).published == nil)
    }

    @Test func aZoneThatTheClockOnThePageContradictsGivesWay() throws {
        let page = Self.newspaper.replacing("14:05:00+07:00", with: "14:05:00+08:00")
        #expect(try read(page).published?.description == "2024-05-10T14:05:00+07:00")
    }

    @Test func rulesOfASourceGoFirst() throws {
        let rules = ExtractionRules(
            title: try Selector(parsing: ".ten"), date: nil, author: nil, lead: nil,
            body: try Selector(parsing: "#bai"),
            remove: [try Selector(parsing: ".bo")])
        let page =
            "<p class=ten>Tên bài</p><div id=bai><p>\(Self.first)</p><p class=bo>\(Self.third)</p></div><div><p>\(Self.second)</p><p>\(Self.second)</p></div>"
        let article = try read(page, rules: rules)
        #expect(article.title == "Tên bài" && article.text == Self.first)
    }

    @Test(arguments: [
        "", "chỉ là chữ", "<html><body><p>Ngắn.</p></body></html>",
        "<ul><li><a href=/1>Một tin</a><li><a href=/2>Hai tin</a></ul>",
    ])
    func whatIsNoArticleIsAFailure(page: String) { #expect(throws: ExtractionFailure.self) { try read(page) } }

    @Test func damagedPagesNeverCrash() {
        var state: UInt64 = 7
        func next() -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33)
        }
        let page = Array(Self.newspaper.utf8)
        for _ in 0..<200 {
            var bytes = page
            for _ in 0..<20 { bytes[next() % bytes.count] = UInt8(truncatingIfNeeded: next()) }
            bytes.removeSubrange((next() % bytes.count)...)
            _ = try? ArticleExtractor().article(from: Page(bytes: bytes, address: nil, contentType: nil, fetched: nil))
        }
    }

    private func read(_ html: String, rules: ExtractionRules? = nil) throws -> Article {
        try ArticleExtractor().article(
            from: Page(
                bytes: Array(html.utf8), address: WebAddress("https://h.vn/tin/lap-thach-1.html"),
                contentType: "text/html; charset=utf-8",
                fetched: Timestamp(seconds: 1_716_000_000)), rules: rules)
    }
}
