/// What the class, id and role of an element say of it.
struct Marks: OptionSet {
    let rawValue: UInt16
    /// Whatever stands there is no part of the article.
    static let furniture = Marks(rawValue: 1)
    static let caption = Marks(rawValue: 2)
    static let lead = Marks(rawValue: 4)
    static let date = Marks(rawValue: 8)
    static let title = Marks(rawValue: 16)
    static let author = Marks(rawValue: 32)
    /// The text of the article.
    static let body = Marks(rawValue: 64)
    static let hidden = Marks(rawValue: 128)
    /// Belongs to another article, or to what readers wrote.
    static let foreign = Marks(rawValue: 256)
}

/// The words by which classes and ids tell what an element is, in English and in the Vietnamese of content systems.
enum ClassWords {
    private static let furniture = [
        "related", "lienquan", "lien-quan", "lien_quan", "tinkhac", "tin-khac", "tinlienquan",
        "cung-chuyen-muc", "cungchuyenmuc", "xemthem", "xem-them", "readmore", "read-more", "comment", "binhluan",
        "binh-luan", "ykien", "share", "chiase", "chia-se", "social", "breadcrumb", "duongdan", "tags", "tag-",
        "tukhoa", "tu-khoa", "keyword", "newsletter", "subscribe", "advert", "banner", "quangcao", "quang-cao",
        "sponsor", "promo", "cookie", "consent", "onetrust", "gdpr", "popup", "modal", "sidebar", "side-bar", "footer",
        "menu", "navbar", "navigation", "toolbar", "rating", "danhgia", "luotxem", "luot-xem", "viewcount",
        "view-count", "thongke", "copyright", "paging", "pagination", "phantrang", "most-read", "mostread", "docnhieu",
        "doc-nhieu", "tinmoi", "tin-moi", "recommend", "outbrain", "taboola", "disqus", "login", "search",
        "timkiem", "print", "skip-link", "teaser", "box-news", "hot-news", "ads-", "adsby", "author-bio", "cackhac",
        "cac-khac", "bai-viet-khac", "baivietkhac", "doc-them", "docthem", "tinbaimoi", "tin-noi-bat", "tin-cung",
        "tincung", "baikhac", "bai-khac", "news-other", "othernews", "other-news", "tin-dang", "follow", "notice",
        "hotline", "factbox", "fact-box", "fact_box", "faktaboks", "faktenbox", "signup", "sign-up", "most-popular",
        "mostpopular", "trending", "lire-aussi", "leggi-anche", "weiterlesen", "mehr-zum-thema", "table-of-contents",
        "visually-hidden", "visuallyhidden", "sr-only", "screen-reader", "screenreader", "tooltip", "disclaimer",
        "affiliate", "video-player", "audio-player", "authorbox", "author-box", "author_box", "about-author",
        "aboutauthor", "biography", "whatsapp", "telegram", "app-download", "paywall-", "subscription", "feedback",
    ]
    /// Of those, what belongs to readers, other articles or the law, and never to an article.
    private static let foreign = [
        "comment", "binhluan", "binh-luan", "cookie", "consent", "onetrust", "gdpr", "newsletter", "related",
        "lienquan",
        "lien-quan", "recommend", "outbrain", "taboola", "disqus", "footer", "breadcrumb", "most-read", "mostread",
    ]
    private static let captions = [
        "caption", "chuthich", "chu-thich", "imgnote", "photo-note", "image-desc", "credit", "anh-chu",
    ]
    private static let leads = [
        "sapo", "chapo", "tomtat", "tom-tat", "trichyeu", "trich-yeu", "dandan", "lead", "article-summary",
        "standfirst", "teaser-text", "mota", "mo-ta", "short-desc", "hometext", "intro", "abstract", "deck",
        "subheadline", "description", "summary", "dan-nhap", "dek", "subtitle",
    ]
    private static let dates = [
        "date", "time", "ngay", "publish", "posted", "thoigian", "thoi-gian", "capnhat", "meta", "createdon", "info",
    ]
    private static let titles = ["title", "tieude", "tieu-de", "headline", "heading"]
    private static let authors = ["author", "tacgia", "tac-gia", "byline", "nguoiviet", "phongvien", "butdanh"]
    private static let bodies = [
        "articlebody", "article-body", "article_body", "article__body", "article-content", "article__content",
        "article_content", "articlecontent", "article-text", "article__text", "articletext", "story-body", "storybody",
        "story-content", "story__content", "story_content", "entry-content", "entry_content", "entrycontent",
        "post-content", "post_content", "postcontent", "post-body", "post__content", "news-content", "newscontent",
        "news-body", "content-detail", "contentdetail", "detail-content", "body-content", "bodytext", "body-text",
        "fck_detail", "noidung", "noi-dung", "chitiet", "chi-tiet", "single-content", "blog-content",
        "journal-content-article", "content__body", "content-body", "article-detail", "articledetail",
    ]

    /// A word and what it says.
    private struct Entry {
        let word: [UInt8]
        let marks: Marks
    }

    /// The words by their first two bytes, so that a class is gone through once.
    private static let table: [[Entry]] = {
        var table = [[Entry]](repeating: [], count: 1 << 10)
        let lists: [(Marks, [String])] = [
            (.furniture, furniture), (.foreign, foreign), (.caption, captions), (.lead, leads), (.date, dates),
            (.title, titles),
            (.author, authors), (.body, bodies),
        ]
        for (marks, words) in lists {
            for word in words.map({ Array($0.utf8) }) {
                table[slot(word[0], word[1])].append(Entry(word: word, marks: marks))
            }
        }
        return table
    }()

    private static func slot(_ first: UInt8, _ second: UInt8) -> Int { Int(first & 31) << 5 | Int(second & 31) }

    /// What the words of a class or id say.
    static func marks(in value: UnsafeBufferPointer<UInt8>) -> Marks {
        // A post of WordPress bears its tags and categories, whatever they are called.
        if posts.contains(where: { mark in value.count > 40 && value.contains(mark) }) { return [] }
        var found: Marks = []
        var index = 0
        while index < value.count {
            while index < value.count, value[index] <= 0x20 { index += 1 }
            let start = index
            while index < value.count, value[index] > 0x20 { index += 1 }
            if index > start { found.formUnion(word(UnsafeBufferPointer(rebasing: value[start..<index]))) }
        }
        // An element that calls itself the article's text is not furniture because of another word.
        if found.contains(.body) { found.remove(.furniture) }
        return found
    }

    private static func word(_ value: UnsafeBufferPointer<UInt8>) -> Marks {
        if value.elementsEqual("ad".utf8) || value.starts(with: "ad-".utf8) || value.starts(with: "ads".utf8) {
            return .furniture
        }
        if value.elementsEqual("widget".utf8) || value.elementsEqual("widget-area".utf8) { return .furniture }
        // Variants of style sheets (`print:hidden`, `[&>p]:mt-2`) and states (`has-sidebar`, `js-advert`) say nothing.
        guard value.count >= 2, value.count <= 80, !value.contains(where: { $0 == 0x3A || $0 == 0x5B }) else {
            return []
        }
        let lowered = value.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        if states.contains(where: { lowered.starts(with: $0) }) { return [] }
        if conditions.contains(where: { lowered.count > $0.count && lowered.suffix($0.count).elementsEqual($0) }) {
            return []
        }
        var found: Marks = []
        for start in 0..<lowered.count - 1 {
            for entry in table[slot(lowered[start], lowered[start + 1])] where !found.contains(entry.marks) {
                if lowered[start...].starts(with: entry.word) { found.formUnion(entry.marks) }
            }
        }
        return found
    }

    private static let posts: [StaticString] = ["type-post", "hentry", "status-publish", "single-post"]
    private static let conditions = ["-enabled", "-disabled", "-open", "-closed", "-allowed", "-on", "-off", "-true"]
        .map { Array($0.utf8) }
    private static let states = ["has-", "no-", "not-", "with-", "without-", "is-", "js-", "show-", "hide-", "qa-"]
        .map { Array($0.utf8) }
}
