import Markup

/// What the class and id of an element say of it, in English and in the Vietnamese of content systems.
enum Hints {
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

    static func isFurniture(_ node: HTMLTree.Node, in tree: HTMLTree) -> Bool { has(furniture, node, tree) }
    static func isCaption(_ node: HTMLTree.Node, in tree: HTMLTree) -> Bool { has(captions, node, tree) }
    static func isLead(_ node: HTMLTree.Node, in tree: HTMLTree) -> Bool { has(leads, node, tree) }
    static func isDate(_ node: HTMLTree.Node, in tree: HTMLTree) -> Bool { has(dates, node, tree) }
    static func isTitle(_ node: HTMLTree.Node, in tree: HTMLTree) -> Bool { has(titles, node, tree) }
    static func isAuthor(_ node: HTMLTree.Node, in tree: HTMLTree) -> Bool { has(authors, node, tree) }

    private static func has(_ words: [String], _ node: HTMLTree.Node, _ tree: HTMLTree) -> Bool {
        for name in ["class", "id"] {
            guard let value = tree.attribute(name, of: node), !value.isEmpty, value.utf8.count < 300 else { continue }
            let lowered = value.lowercased()
            if words.contains(where: { lowered.contains($0) }) { return true }
        }
        return false
    }
}
