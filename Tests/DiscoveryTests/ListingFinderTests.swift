import Model
import Testing

@testable import Discovery

/// Pages of links as content systems make them: the articles come out, everything around them does not.
@Suite struct ListingFinderTests {
    static let titles = [
        "Huyện Mẫu đơn giản hóa mười hai thủ tục hành chính cấp xã",
        "Tỉnh họp bàn nâng chỉ số cải cách hành chính năm tới",
        "Bộ phận một cửa xã Bình Hòa phục vụ cả sáng thứ bảy",
        "Hơn chín phần mười hồ sơ được giải quyết trước hạn",
        "Đoàn kiểm tra công vụ làm việc tại ba đơn vị",
        "Người dân hài lòng với cách phục vụ mới của phường",
    ]

    private func find(_ body: String, at address: String = "https://tinh.example.vn/tin-tuc") throws -> Listing {
        let base = try #require(WebAddress(address))
        return ListingFinder.find(
            Array("<html><head><meta charset=utf-8></head><body>\(body)</body></html>".utf8), base: base,
            contentType: nil)
    }

    private func addresses(_ listing: Listing) -> [String] { listing.entries.map(\.address.pathAndQuery) }

    private static let menu = """
        <div class="main-menu"><ul><li><a href="/">Trang chủ</a></li><li><a href="/gioi-thieu">Giới thiệu chung về tỉnh Mẫu</a></li>
        <li><a href="/tin-tuc">Tin tức</a></li><li><a href="/thu-tuc">Thủ tục hành chính công bố</a></li></ul></div>
        """

    @Test func takesTheItemsOfAList() throws {
        let items = Self.titles.enumerated().map { number, title in
            """
            <div class="item"><a href="/tin-tuc/bai-viet-so-\(number)-7000\(number).html"><img src="a.jpg"></a>
            <h3><a href="/tin-tuc/bai-viet-so-\(number)-7000\(number).html">\(title)</a></h3>
            <span class="date">0\(number + 1)/05/2024 08:30</span><p>Tóm tắt của bài viết, dài hơn một dòng cho rõ.</p></div>
            """
        }
        let listing = try find(
            Self.menu + "<div class=\"list\">\(items.joined())</div>"
                + "<div class=\"footer\"><a href=\"/ban-quyen-90001.html\">Bản quyền thuộc về Ủy ban nhân dân tỉnh Mẫu</a></div>"
        )
        #expect(addresses(listing) == (0..<6).map { "/tin-tuc/bai-viet-so-\($0)-7000\($0).html" })
        #expect(listing.entries.map(\.title) == Self.titles)
        #expect(listing.entries[0].published?.description == "2024-05-01T08:30:00+07:00")
        #expect(listing.next == nil)
    }

    @Test func leavesOutSideColumnsBehindTheList() throws {
        let list = Self.titles.enumerated().map { number, title in
            "<li class=\"row\"><a href=\"/bai-\(number)-d5300\(number).html\">\(title)</a><p>Đoạn giới thiệu ngắn của bài, có đủ mười chữ trở lên.</p></li>"
        }
        let read = (10..<14).map { number in
            "<li class=\"row\"><a href=\"/bai-\(number)-d5300\(number).html\">Bài đọc nhiều thứ \(number) của tuần này</a></li>"
        }
        let listing = try find(
            "<div class=\"left\"><ul class=\"news\">\(list.joined())</ul></div>"
                + "<div class=\"right\"><div class=\"head\">Đọc nhiều</div><ul class=\"news\">\(read.joined())</ul></div>"
        )
        #expect(listing.entries.count == 6)
        #expect(!addresses(listing).contains { $0.contains("/bai-1") && $0.count > 20 })
    }

    @Test func keepsTheBigStoryBeforeTheList() throws {
        let list = Self.titles.dropFirst().enumerated().map { number, title in
            "<article class=\"card\"><a href=\"/tin/\(number)-tin-trong-ngay-8100\(number).htm\">\(title)</a><p>Đôi lời giới thiệu về nội dung bài viết này.</p></article>"
        }
        let listing = try find(
            "<section class=\"focus\"><h2><a href=\"/tin/9-tin-lon-nhat-hom-nay-81009.htm\">\(Self.titles[0])</a></h2></section>"
                + "<section>\(list.joined())</section>")
        #expect(addresses(listing).first == "/tin/9-tin-lon-nhat-hom-nay-81009.htm")
        #expect(listing.entries.count == 6)
    }

    @Test func takesArticlesThatAreNamedByAQuery() throws {
        let rows = Self.titles.enumerated().map { number, title in
            "<tr><td>\(number + 1)</td><td><a href=\"View_Detail.aspx?ItemID=\(number + 40)&amp;lang=vi\">\(title)</a></td><td>1\(number)/3/2023</td></tr>"
        }
        let listing = try find(
            Self.menu + "<table>\(rows.joined())</table>", at: "https://xa.example.vn/Pages/Default.aspx")
        #expect(addresses(listing) == (0..<6).map { "/Pages/View_Detail.aspx?ItemID=\($0 + 40)&lang=vi" })
        #expect(listing.entries.allSatisfy { $0.published != nil })
    }

    @Test func leavesOutTagsAndSections() throws {
        let list = Self.titles.enumerated().map { number, title in
            """
            <li><h4><a href="/xa-hoi/chuyen-trong-ngay-so-\(number)-post6001\(number).vnp">\(title)</a></h4>
            <div class="tags"><a href="/tag/cai-cach-hanh-chinh-tag1234\(number).vnp">cải cách hành chính nhà nước ở các địa phương</a></div></li>
            """
        }
        let listing = try find("<ul>\(list.joined())</ul>")
        #expect(listing.entries.count == 6)
        #expect(addresses(listing).allSatisfy { $0.hasPrefix("/xa-hoi/") })
    }

    @Test func startsFromTheDeclaredBase() throws {
        let base = try #require(WebAddress("https://so.example.vn/web/guest/tin"))
        let page =
            "<html><head><base href=\"https://so.example.vn/\"></head><body>"
            + Self.titles.enumerated().map { number, title in
                "<div class=\"asset\"><h3><a href=\"tin/-/view/4400\(number)-ban-tin-cai-cach.html\">\(title)</a></h3></div>"
            }.joined() + "</body></html>"
        let listing = ListingFinder.find(Array(page.utf8), base: base, contentType: "text/html; charset=utf-8")
        #expect(addresses(listing).first == "/tin/-/view/44000-ban-tin-cai-cach.html")
        #expect(listing.entries.count == 6)
    }

    @Test func anArticleIsNoListing() throws {
        let listing = try find(
            Self.menu + "<h1>\(Self.titles[0])</h1>"
                + String(repeating: "<p>Một đoạn của bài viết, dài và không có liên kết nào cả.</p>", count: 12))
        #expect(listing.entries.isEmpty)
    }

    @Test(
        arguments: [
            ("<link rel=\"next\" href=\"/tin-tuc/trang-2.html\">", "/tin-tuc/trang-2.html"),
            (
                "<ul class=\"pagination\"><li class=\"active\"><a href=\"?page=1\">1</a></li><li><a href=\"?page=2\">2</a></li><li><a href=\"?page=3\">3</a></li></ul>",
                "/tin-tuc?page=2"
            ),
            ("<div class=\"phan-trang\"><span>2</span> <a href=\"/p1\">1</a></div>", nil),
            (
                "<div class=\"paging\"><a href=\"/tin-tuc\">1</a> <strong>2</strong> <a href=\"/tin-tuc/p3\">3</a> <a href=\"/tin-tuc/p9\">»</a></div>",
                "/tin-tuc/p3"
            ),
            (
                "<ul class=\"pager\"><li><a href=\"javascript:;\">Trước</a></li><li><a href=\"/tin?cur=2\">Tiếp theo</a></li></ul>",
                "/tin?cur=2"
            ),
            ("<a class=\"more\" href=\"javascript:loadMore()\">Xem thêm</a>", nil),
            ("<a href=\"/tin-tuc?trang=2\">Trang sau</a>", "/tin-tuc?trang=2"),
            ("<div class=\"nav-links\"><a class=\"next page-numbers\" href=\"/page/2/\">Next</a></div>", nil),
            ("<nav class=\"paginate\"><a class=\"next\" href=\"/page/2/\"><i></i></a></nav>", "/page/2/"),
            ("<p>Gọi 1022 hoặc xem <a href=\"/lich/2\">2</a></p>", nil),
        ] as [(String, String?)])
    func findsTheNextPage(_ paging: String, _ expected: String?) throws {
        let items = Self.titles.enumerated().map { number, title in
            "<li><a href=\"/tin-tuc/tin-trong-tinh-hom-nay-7000\(number).html\">\(title)</a></li>"
        }
        let listing = try find("<ul>\(items.joined())</ul>\(paging)")
        #expect(listing.next?.pathAndQuery == expected)
    }

    @Test func survivesAnything() throws {
        var random = SystemRandomNumberGenerator()
        let pieces = [
            "<a href=", "/tin-", "12345.html", ">", "</a>", "<li>", "<div class=menu>", "</div>", "\u{0}", "&amp;",
            "x y z", "<", "\"", "2", "Tiếp",
        ]
        for _ in 0..<300 {
            let page = (0..<Int.random(in: 0...120, using: &random)).map { _ in
                pieces.randomElement(using: &random) ?? ""
            }.joined()
            _ = try find(page)
        }
    }
}
