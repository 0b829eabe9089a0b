import Markup
import Model

/// Makes the blocks of the article out of the segments of its container.
struct BlockMaker {
    let tree: HTMLTree
    let furniture: FurnitureMap

    /// The blocks in order; what is no part of the article is left out.
    func blocks(of segments: [Segment], title: String) -> [ArticleBlock] {
        var blocks: [ArticleBlock] = []
        var row: (node: HTMLTree.Node, cells: [String])?
        for segment in segments where isContent(segment, title: title) {
            if let own = segment.row {
                if row?.node == own {
                    row?.cells.append(segment.text)
                } else {
                    flush(&row, into: &blocks)
                    row = (own, [segment.text])
                }
                continue
            }
            flush(&row, into: &blocks)
            blocks.append(ArticleBlock(kind(of: segment), segment.text))
        }
        flush(&row, into: &blocks)
        return trimmed(blocks)
    }

    private func flush(_ row: inout (node: HTMLTree.Node, cells: [String])?, into blocks: inout [ArticleBlock]) {
        if let finished = row { blocks.append(ArticleBlock(.tableRow, finished.cells.joined(separator: "\t"))) }
        row = nil
    }

    private func kind(of segment: Segment) -> ArticleBlock.Kind {
        switch segment.role {
        case .heading: .heading
        case .item: .listItem
        case .quotation: .quotation
        case .caption: .caption
        case .cell: .tableRow
        case .paragraph:
            segment.isEmphasized && segment.length < 90 && segment.text.last?.isPunctuation != true
                ? .heading : .paragraph
        }
    }

    private func isContent(_ segment: Segment, title: String) -> Bool {
        if furniture.contains(segment.container) || segment.text == title { return false }
        if segment.linkShare > 0.6 && segment.role != .cell { return false }
        if segment.role != .cell && segment.role != .caption && Furniture.isLine(segment.text) { return false }
        return segment.length > 1 || segment.role == .cell
    }

    /// Nothing but bylines and lines of links stands at the end of an article.
    private func trimmed(_ blocks: [ArticleBlock]) -> [ArticleBlock] {
        var blocks = blocks
        while let last = blocks.last, last.kind == .heading || Furniture.isByline(last.text) { blocks.removeLast() }
        return blocks
    }
}

/// Lines that belong to the page and not to the article, by their words.
enum Furniture {
    private static let starts = [
        "xem thêm", "đọc thêm", "tin liên quan", "bài liên quan", "tags:", "tag:", "từ khóa", "từ khoá", "chia sẻ",
        "bình luận",
        "lượt xem", "lượt đọc", "tác giả:", "nguồn:", "theo dõi", "in bài", "gửi bài", "ý kiến bạn đọc", "trở về",
        "quay lại",
        "mời bạn đọc", "share this", "read more", "advertisement", "quảng cáo", "tin đã đăng", "tin khác",
        "các tin khác",
        "cập nhật:", "ngày đăng", "copyright", "bản quyền", "related:", "follow us", "sign up", "subscribe", "print",
        "email",
    ]

    static func isLine(_ text: String) -> Bool {
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

    /// Two to five words with capitals and no end mark: a name.
    static func isByline(_ text: String) -> Bool {
        let words = text.split(separator: " ")
        guard (1...6).contains(words.count), text.last?.isLetter == true || text.last == ")" else { return false }
        return words.allSatisfy { $0.first?.isUppercase == true || $0.first?.isLetter == false }
    }
}
