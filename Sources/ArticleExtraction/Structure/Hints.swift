import Markup

/// What the class and id of an element say of it, in English and in the Vietnamese of content systems.
struct Hints {
    /// Words that mark furniture: whatever stands there is no part of the article.
    private static let furniture = [
        "related", "relate", "lienquan", "lien-quan", "lien_quan", "tinkhac", "tin-khac", "tinlienquan",
        "cung-chuyen-muc",
        "cungchuyenmuc", "xemthem", "xem-them", "readmore", "read-more", "comment", "binhluan", "binh-luan", "ykien",
        "share", "chiase", "chia-se", "social", "breadcrumb", "duongdan", "tags", "tag-", "tukhoa", "tu-khoa",
        "keyword",
        "newsletter", "subscribe", "advert", "banner", "quangcao", "quang-cao", "sponsor", "promo", "cookie", "consent",
        "popup", "modal", "sidebar", "side-bar", "footer", "menu", "navbar", "navigation", "toolbar", "rating",
        "danhgia",
        "luotxem", "luot-xem", "viewcount", "view-count", "thongke", "copyright", "paging", "pagination", "phantrang",
        "most-read", "mostread", "docnhieu", "doc-nhieu", "tinmoi", "tin-moi", "recommend", "outbrain", "taboola",
        "widget",
        "disqus", "login", "search", "timkiem", "print", "skip-link", "teaser", "box-news", "hot-news", "ads-", "adsby",
        "author-bio", "cackhac", "cac-khac", "bai-viet-khac", "baivietkhac", "doc-them", "docthem", "tinbaimoi",
        "tin-noi-bat", "tin-cung", "tincung", "baikhac", "bai-khac", "news-other",
        "othernews",
        "other-news", "tin-dang", "follow", "notice", "hotline",
    ]

    private static let captions = [
        "caption", "chuthich", "chu-thich", "imgnote", "photo-note", "image-desc", "credit", "anh-chu",
    ]
    private static let leads = [
        "sapo", "chapo", "tomtat", "tom-tat", "trichyeu", "trich-yeu", "dandan", "lead", "article-summary",
        "standfirst", "teaser-text",
        "mota", "mo-ta", "short-desc", "hometext", "intro", "abstract", "deck", "subheadline", "description", "summary",
        "dan-nhap", "dek", "subtitle",
    ]
    private static let dates = [
        "date", "time", "ngay", "publish", "posted", "thoigian", "thoi-gian", "capnhat", "meta", "createdon", "info",
    ]
    private static let titles = ["title", "tieude", "tieu-de", "headline", "heading"]
    private static let authors = ["author", "tacgia", "tac-gia", "byline", "nguoiviet", "phongvien", "butdanh"]

    /// What one element's class and id say.
    private struct Marks: OptionSet {
        let rawValue: UInt8
        static let furniture = Marks(rawValue: 1)
        static let caption = Marks(rawValue: 2)
        static let lead = Marks(rawValue: 4)
        static let date = Marks(rawValue: 8)
        static let title = Marks(rawValue: 16)
        static let author = Marks(rawValue: 32)
    }

    /// The words by their first byte, so that a class is gone through once.
    private static let words: [[(word: [UInt8], marks: Marks)]] = {
        var table = [[(word: [UInt8], marks: Marks)]](repeating: [], count: 256)
        let lists: [(Marks, [String])] = [
            (.furniture, furniture), (.caption, captions), (.lead, leads), (.date, dates), (.title, titles),
            (.author, authors),
        ]
        for (marks, words) in lists {
            for word in words { table[Int(word.utf8.first ?? 0)].append((Array(word.utf8), marks)) }
        }
        return table
    }()

    private let tree: HTMLTree
    private let marks: [Marks]

    /// Looks at every element once; the same class on many elements is worked out once.
    init(_ tree: HTMLTree) {
        self.tree = tree
        var known: [String: Marks] = [:]
        var marks = [Marks](repeating: [], count: tree.count)
        for node in tree.descendants(of: tree.root) where !tree.isText(node) {
            for name in ["class", "id"] {
                guard let value = tree.attribute(name, of: node), !value.isEmpty, value.utf8.count < 300 else {
                    continue
                }
                let found = known[value] ?? Hints.marks(in: value)
                known[value] = found
                marks[tree.order(of: node)].formUnion(found)
            }
        }
        self.marks = marks
    }

    func isFurniture(_ node: HTMLTree.Node) -> Bool { marks[tree.order(of: node)].contains(.furniture) }
    func isCaption(_ node: HTMLTree.Node) -> Bool { marks[tree.order(of: node)].contains(.caption) }
    func isLead(_ node: HTMLTree.Node) -> Bool { marks[tree.order(of: node)].contains(.lead) }
    func isDate(_ node: HTMLTree.Node) -> Bool { marks[tree.order(of: node)].contains(.date) }
    func isTitle(_ node: HTMLTree.Node) -> Bool { marks[tree.order(of: node)].contains(.title) }
    func isAuthor(_ node: HTMLTree.Node) -> Bool { marks[tree.order(of: node)].contains(.author) }

    private static func marks(in value: String) -> Marks {
        let lowered = value.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        var found: Marks = []
        for start in lowered.indices {
            for entry in words[Int(lowered[start])] where !found.contains(entry.marks) {
                if lowered[start...].starts(with: entry.word) { found.formUnion(entry.marks) }
            }
        }
        return found
    }
}
