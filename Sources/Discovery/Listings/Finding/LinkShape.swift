import Model

/// What the form of an address says of the page behind it: articles have long names and numbers, sections short ones.
struct LinkShape {
    /// Words of the longest name in the path, joined by hyphens in the address.
    let nameWords: Int
    /// A number that is long enough to be an article's, in the path or in a query item.
    let hasNumber: Bool
    /// The form with names and numbers left out: the articles of a portal have few forms.
    let template: String
    /// Names a page of tags, authors, searches or accounts.
    let isService: Bool

    init(_ address: WebAddress) {
        let segments = address.path.split(separator: "/")
        nameWords = segments.map { LinkShape.pieces(of: $0).filter(LinkShape.isWord).count }.max() ?? 0
        let items = (address.query ?? "").split(separator: "&").map { $0.split(separator: "=", maxSplits: 1) }
        let numbered = items.filter { $0.count == 2 && !$0[1].isEmpty && $0[1].utf8.allSatisfy(LinkShape.isDigit) }
        hasNumber =
            segments.contains { LinkShape.longestDigits(in: $0) >= LinkShape.leastDigits }
            || numbered.contains { $0[0].lowercased().hasSuffix("id") || $0[1].utf8.count >= LinkShape.leastDigits }
        template =
            segments.dropLast().map { _ in "s" }.joined(separator: "/") + "/"
            + (segments.last.map { LinkShape.template(of: $0) } ?? "") + (address.path.hasSuffix("/") ? "/" : "")
            + items.map { "&" + $0[0] }.joined()
        isService = segments.contains { LinkShape.services.contains(LinkShape.stem(of: $0)) }
    }

    private static let leastDigits = 5

    private static let services: Set<String> = [
        "tag", "tags", "topic", "topics", "chu-de", "chude", "tu-khoa", "tim-kiem", "search", "author", "tac-gia",
        "login", "dang-nhap", "dang-ky", "rss", "feed", "lien-he", "contact", "gioi-thieu", "about", "sitemap",
        "so-do-site", "print", "in-bai", "wp-login", "user", "users", "member", "thanh-vien", "su-kien", "event",
        "events",
    ]

    private static func stem(of segment: Substring) -> String {
        segment.prefix { $0 != "." }.lowercased()
    }

    private static func pieces(of segment: Substring) -> [Substring] {
        segment.split { $0 == "-" || $0 == "_" || $0 == "+" || $0 == "." }
    }

    private static func isWord(_ piece: Substring) -> Bool {
        piece.utf8.contains { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func longestDigits(in segment: Substring) -> Int {
        var (longest, run) = (0, 0)
        for byte in segment.utf8 {
            run = isDigit(byte) ? run + 1 : 0
            longest = max(longest, run)
        }
        return longest
    }

    /// The last part of a path: many words as one name, every number as one, letters before a number kept
    /// (`gia-vang-tag12` and `gia-vang-tang-12` are two things).
    private static func template(of segment: Substring) -> String {
        let name = segment.split(separator: ".", omittingEmptySubsequences: false)
        var words = 0
        var forms: [String] = []
        for piece in pieces(of: name.first ?? "") {
            let letters = piece.prefix { !($0.isASCII && $0.isNumber) }
            let rest = piece.dropFirst(letters.count)
            if rest.isEmpty {
                words += 1
            } else if rest.utf8.allSatisfy(isDigit), rest.utf8.count >= leastDigits || letters.isEmpty {
                forms.append(letters + (rest.utf8.count >= leastDigits ? "D" : "d"))
            } else {
                words += 1
            }
        }
        let leading = words == 0 ? "" : words < 3 ? "w" : "S"
        return ([leading] + forms.suffix(1)).joined(separator: "-") + (name.count > 1 ? "." + (name.last ?? "") : "")
    }
}

extension WebAddress {
    /// Whether an address has the form of an article's: a long name or a number, and none of the names of tags,
    /// searches and the like.
    public var looksLikeArticle: Bool {
        let shape = LinkShape(self)
        return !shape.isService && (shape.nameWords >= 4 || shape.hasNumber)
    }
}
