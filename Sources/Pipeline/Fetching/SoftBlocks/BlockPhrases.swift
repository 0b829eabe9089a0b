import VietnameseText

/// The phrases by which pages say in Vietnamese and English that they are not what was asked for.
enum BlockPhrases {
    /// The first phrase that stands in the words, where hardly more stands there than the phrase. In a title a few words
    /// more may stand around it ("Rất tiếc, không tìm thấy trang này"); a lone number must be all.
    static func telling(_ words: [String], inTitle: Bool) -> (kind: SoftBlock.Kind, phrase: String)? {
        guard !words.isEmpty else { return nil }
        for phrase in folded where inTitle || !titlesOnly.contains(phrase.text) {
            let spare = phrase.words.count == 1 ? 0 : inTitle ? 3 : 25
            if words.count <= phrase.words.count + spare && contains(words, phrase.words) {
                return (phrase.kind, phrase.text)
            }
        }
        return nil
    }

    /// What stands in some corner of good pages too.
    private static let titlesOnly: Set<String> = [
        "đăng nhập hệ thống", "đăng nhập tài khoản", "không tìm thấy dữ liệu", "không tìm thấy tin", "not found",
        "security check", "one more step",
    ]

    /// The parts of a title, cut where the name of the site is joined to it.
    static func parts(of title: String) -> [[String]] {
        title.replacing(" - ", with: "|").split { "|–—»•·:".contains($0) }.map { words(String($0)) }
    }

    /// The words in the form in which they are compared; marks between them fall away.
    static func words(_ text: String) -> [String] {
        MatchingForm.fold(text).filter { $0.contains { $0.isLetter || $0.isNumber } }
    }

    static let frontPages: Set<String> = [
        "index", "home", "trang-chu", "trangchu", "homepage", "main", "vi", "vi-vn", "vn", "pages", "sitepages",
        "portal",
    ]
    static let fileEndings: Set<String> = ["html", "htm", "aspx", "php", "jsp", "asp", "do"]
    static let logins: Set<String> = [
        "login", "log-in", "signin", "sign-in", "dang-nhap", "dangnhap", "sso", "wp-login", "authenticate", "auth",
    ]
    static let errorPages: Set<String> = [
        "404", "error", "errors", "error404", "404error", "notfound", "not-found", "not_found", "page-not-found",
        "pagenotfound", "loi", "loi-404", "khong-tim-thay",
    ]

    private static func contains(_ words: [String], _ phrase: [String]) -> Bool {
        guard words.count >= phrase.count else { return false }
        return (0...(words.count - phrase.count)).contains { words[$0..<($0 + phrase.count)].elementsEqual(phrase) }
    }

    private static let folded: [(kind: SoftBlock.Kind, text: String, words: [String])] = phrases.flatMap { kind, list in
        list.map { (kind, $0, words($0)) }
    }

    private static let phrases: [(SoftBlock.Kind, [String])] = [
        (
            .captcha,
            [
                "không phải là robot", "không phải là người máy", "không phải robot", "bạn là người hay robot",
                "nhập mã xác nhận", "nhập mã captcha", "nhập mã bảo vệ", "nhập captcha", "kiểm tra trình duyệt",
                "đang kiểm tra trình duyệt", "truy cập bị từ chối", "từ chối truy cập", "truy cập bất thường",
                "bạn đã bị chặn", "địa chỉ ip của bạn đã bị", "xác minh bạn là con người", "xác thực bạn là người",
                "bật javascript", "bật cookie", "checking your browser", "verify you are human",
                "verifying you are human", "are you a robot", "you are not a robot", "not a bot", "just a moment",
                "attention required", "access denied", "access to this page has been denied", "request blocked",
                "you have been blocked", "requested url was rejected", "enable javascript and cookies",
                "enable cookies",
                "unusual traffic", "security check", "ddos protection", "complete the captcha", "one more step",
            ]
        ),
        (
            .login,
            [
                "đăng nhập để tiếp tục", "đăng nhập để xem", "đăng nhập để đọc", "vui lòng đăng nhập",
                "cần đăng nhập", "phải đăng nhập", "yêu cầu đăng nhập", "đăng nhập hệ thống", "đăng nhập tài khoản",
                "please log in", "please login", "please sign in", "log in to continue",
                "sign in to continue", "login required", "must be logged in", "log in to your account",
                "sign in to your account",
            ]
        ),
        (
            .notFound,
            [
                "không tìm thấy trang", "trang không tồn tại", "trang không tìm thấy", "trang này không tồn tại",
                "trang bạn yêu cầu không tồn tại", "trang bạn tìm không tồn tại", "trang bạn đang tìm không tồn tại",
                "trang bạn tìm kiếm không tồn tại", "trang web không tồn tại", "không tìm thấy nội dung",
                "nội dung không tồn tại", "nội dung này không tồn tại", "nội dung bạn yêu cầu không tồn tại",
                "nội dung không tìm thấy", "bài viết không tồn tại", "bài viết này không tồn tại",
                "bài viết đã bị xóa", "bài viết đã bị gỡ", "bài viết đã được gỡ", "không tìm thấy bài viết",
                "tin bài không tồn tại", "tin không tồn tại", "tin tức không tồn tại", "không tìm thấy tin",
                "đường dẫn không tồn tại", "đường dẫn không hợp lệ", "liên kết không tồn tại", "địa chỉ không tồn tại",
                "không tồn tại hoặc đã bị xóa", "đã bị xóa hoặc không tồn tại", "đã bị xóa hoặc chuyển",
                "không tìm thấy dữ liệu", "lỗi 404", "404", "page not found", "not found", "page does not exist",
                "page doesn't exist", "page cannot be found", "page can not be found", "page can't be found",
                "could not be found", "no longer available", "no longer exists", "error 404",
            ]
        ),
        (
            .maintenance,
            [
                "đang bảo trì", "đang được bảo trì", "bảo trì hệ thống", "đang nâng cấp", "đang được nâng cấp",
                "hệ thống đang bận", "tạm ngừng hoạt động", "tạm thời không truy cập được", "under maintenance",
                "under construction", "temporarily unavailable", "service unavailable", "account suspended",
                "account has been suspended", "be back soon",
            ]
        ),
    ]
}
