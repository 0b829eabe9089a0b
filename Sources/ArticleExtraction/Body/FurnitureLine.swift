/// Lines that belong to the page and not to the article, by their words.
enum FurnitureLine {
    private static let starts = [
        "xem thêm", "đọc thêm", "tin liên quan", "bài liên quan", "tags:", "tag:", "từ khóa", "từ khoá", "chia sẻ",
        "bình luận", "lượt xem", "lượt đọc", "tác giả:", "nguồn:", "theo dõi", "in bài", "gửi bài", "ý kiến bạn đọc",
        "trở về", "quay lại", "mời bạn đọc", "share this", "read more", "advertisement", "quảng cáo", "tin đã đăng",
        "tin khác", "các tin khác", "cập nhật:", "ngày đăng", "copyright", "bản quyền", "related:", "follow us",
        "sign up", "subscribe", "print", "email",
    ]

    /// What begins the credit of a picture.
    private static let credits = [
        "foto:", "fotos:", "photo:", "photos:", "image:", "images:", "ảnh:", "ảnh minh họa", "bild:", "bilder:", "©",
        "(photo", "(foto", "(ảnh", "[image", "getty images", "photograph:", "picture:", "credit:", "video:",
        "watch now",
        "image credit", "photo credit", "photo by ", "foto von ", "source:",
    ]

    /// The credit of a picture, which stands like a paragraph.
    static func isCredit(_ text: String) -> Bool {
        guard text.utf8.count < 120 else { return false }
        let lowered = text.lowercased()
        return credits.contains { lowered.hasPrefix($0) }
    }

    static func isOne(_ text: String) -> Bool {
        guard text.utf8.count < 120 else { return false }
        let lowered = text.lowercased()
        return starts.contains { lowered.hasPrefix($0) }
    }

    /// The name behind "Tác giả:" or "Tác giả bài viết:".
    static func namedAuthor(in text: String) -> String? {
        guard text.utf8.count < 90, text.lowercased().hasPrefix("tác giả"), let colon = text.firstIndex(of: ":") else {
            return nil
        }
        let name = text[text.index(after: colon)...].drop { $0 == " " }
        return name.count >= 3 ? String(name) : nil
    }

    /// Whether a text ends as sentences do.
    static func isSentence(_ text: String) -> Bool {
        guard let last = text.unicodeScalars.last(where: { !closing.contains($0) }) else { return false }
        return ends.contains(last)
    }

    private static let ends: Set<Unicode.Scalar> = [".", "!", "?", "…", "。", "！", "？", "।", ":", ";", "؟", "۔"]
    private static let closing: Set<Unicode.Scalar> = ["\"", "”", "“", "’", "'", "»", "«", ")", "]", "」", "』", " "]

    /// One to six words with capitals and no end mark: a name.
    static func isByline(_ text: String) -> Bool {
        guard text.utf8.count < 120 else { return false }
        let words = text.split(separator: " ")
        guard (1...6).contains(words.count), text.last?.isLetter == true || text.last == ")" else { return false }
        return words.allSatisfy { $0.first?.isUppercase == true || $0.first?.isLetter == false }
    }
}
