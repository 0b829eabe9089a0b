import Model
import Testing

@testable import Pipeline

@Suite struct SoftBlockTests {
    private static let asked = "http://tinh.example/tin/cai-cach-123.html"

    private func block(_ html: String, requested: String = asked, at final: String? = nil) throws -> SoftBlock? {
        SoftBlock(of: try capture(html, at: final ?? requested), requested: try #require(WebAddress(requested)))
    }

    private func capture(_ html: String, at address: String = asked) throws -> Capture {
        let address = try #require(WebAddress(address))
        return Capture(
            address: address, fetched: Timestamp(seconds: 0), statusLine: "HTTP/1.1 200 OK", status: 200,
            headers: [HeaderField("Content-Type", "text/html; charset=utf-8")], body: Array(html.utf8),
            requested: address)
    }

    /// A page of a portal with menus and no article, but what is given.
    private static func portal(title: String, middle: String) -> String {
        let menu = ["Giới thiệu", "Tin tức", "Văn bản", "Dịch vụ công", "Liên hệ"].map {
            "<li><a href=/\($0)>\($0)</a>"
        }
        return """
            <!DOCTYPE html><html><head><title>\(title)</title><script>var a = 1;</script></head><body>
            <ul>\(menu.joined())</ul><div id=main>\(middle)</div><footer>Cổng thông tin điện tử tỉnh</footer></body></html>
            """
    }

    @Test(arguments: [
        ("404", "<h1>Không tìm thấy trang</h1>", SoftBlock.Kind.notFound),
        ("Cổng thông tin", "<h2>Rất tiếc, trang bạn yêu cầu không tồn tại</h2>", .notFound),
        ("Kh&ocirc;ng t&igrave;m thấy trang | Tỉnh", "", .notFound),
        ("Cổng thông tin", "<p>Bài viết này không tồn tại hoặc đã bị xoá khỏi hệ thống.</p>", .notFound),
        ("Page not found - Portal", "", .notFound),
        ("Just a moment...", "<script src=/cdn-cgi/challenge-platform/x></script>", .captcha),
        ("Xác minh", "<p>Vui lòng xác nhận bạn không phải là robot</p><div class=g-recaptcha></div>", .captcha),
        ("", "<script>document.cookie='D1N=1;path=/';window.location.reload(true)</script>", .captcha),
        ("Truy cập bị từ chối", "", .captcha),
        ("The page", "<p>The requested URL was rejected. Please consult your administrator.</p>", .captcha),
        ("Cổng thông tin", "<p>Bạn cần đăng nhập để xem nội dung này</p>", .login),
        ("Hệ thống", "<form><input name=u><input type=password name=p></form>", .login),
        ("Thông báo", "<p>Hệ thống đang được nâng cấp, mời bạn quay lại sau</p>", .maintenance),
    ])
    func aBlockIsKnown(title: String, middle: String, kind: SoftBlock.Kind) throws {
        #expect(try block(Self.portal(title: title, middle: middle))?.kind == kind)
    }

    @Test(arguments: [
        ("http://tinh.example/", SoftBlock.Kind.notFound), ("http://tinh.example/index.html", .notFound),
        ("http://tinh.example/vi/trang-chu", .notFound), ("http://tinh.example/404.html", .notFound),
        ("http://tinh.example/Account/Login?ReturnUrl=x", .login), ("http://tinh.example/dang-nhap", .login),
    ])
    func anAddressThatLeadsAwayIsKnown(final: String, kind: SoftBlock.Kind) throws {
        let html = Self.portal(title: "Cổng", middle: "<p>" + String(repeating: "Tin khác trong tỉnh. ", count: 200))
        #expect(try block(html, at: final)?.kind == kind)
    }

    @Test func aPageThatMovedIsNoBlock() throws {
        let html = Self.portal(title: "Cổng", middle: "<p>" + String(repeating: "Tin trong tỉnh. ", count: 200))
        #expect(try block(html, at: "https://www.tinh.example/tin/cai-cach-123.html") == nil)
        #expect(try block(html, at: "https://tinh.example/vi/tin/cai-cach-moi") == nil)
    }

    @Test(arguments: [
        "Quyết định số 404/QĐ-UBND về cải cách hành chính",
        "Không tìm thấy trang thiết bị y tế đã mua trong kho của bệnh viện",
        "Cán bộ hướng dẫn người dân đăng nhập hệ thống dịch vụ công", "Nhiều bài viết sai sự thật đã bị gỡ bỏ",
    ])
    func aHeadlineThatSpeaksOfSuchThingsIsNoBlock(title: String) throws {
        let text = String(repeating: "Tỉnh đã giải quyết 1.250 hồ sơ đúng hạn trong quý. ", count: 40)
        let page = Self.portal(title: title + " - Báo tỉnh", middle: "<h1>\(title)</h1><p>\(text)</p>")
        #expect(try block(page) == nil)
    }

    @Test func whatStandsAroundAShortArticleIsNoBlock() throws {
        let text = String(repeating: "Tỉnh đã giải quyết 1.250 hồ sơ đúng hạn trong quý. ", count: 10)
        let html = Self.portal(
            title: "Tin ngắn",
            middle: "<p>\(text)</p><p>Vui lòng đăng nhập để bình luận</p><div class=g-recaptcha></div>")
        let found = SoftBlock(
            of: try capture(html), requested: try #require(WebAddress(Self.asked)), articleTitle: "Tin ngắn", text: text
        )
        #expect(found == nil)
    }

    @Test func anArticleWhoseTitleSaysNotFoundIsABlock() throws {
        let teasers = String(repeating: "Tỉnh đã giải quyết 1.250 hồ sơ đúng hạn trong quý. ", count: 60)
        let html = Self.portal(title: "Không tìm thấy trang", middle: "<p>\(teasers)</p>")
        let found = SoftBlock(
            of: try capture(html), requested: try #require(WebAddress(Self.asked)), articleTitle: "Tin mới",
            text: teasers)
        #expect(found?.kind == .notFound)
    }
}
