import Markup
import Model

/// The little of a page that tells whether it is a block: titles, short sentences, and how much running text there is.
struct PageGlance {
    /// The title of the document and its first headings.
    private(set) var headings: [String] = []
    /// The first short texts, links included.
    private(set) var sentences: [String] = []
    /// Bytes in texts that are longer than a headline and no links.
    private(set) var bodyBytes = 0
    private(set) var asksForPassword = false
    /// The word by which a check for robots gives itself away.
    let challenge: String?

    init(_ capture: Capture) {
        challenge = ByteMark.first(in: capture.body)
        let tree = HTMLTree(
            parsing: capture.body, charset: ContentType.charset(capture.contentType))
        for node in tree.descendants(of: tree.root) {
            switch tree.kind(of: node) {
            case .title where headings.count < PageGlance.headingCount,
                .h1 where headings.count < PageGlance.headingCount,
                .h2 where headings.count < PageGlance.headingCount:
                headings.append(PageGlance.short(tree.text(of: node)))
            case .input where tree.attribute(.type, of: node)?.lowercased() == "password":
                asksForPassword = true
            case .text: add(tree.bytes(ofText: node), isLink: PageGlance.isLink(node, tree))
            default: break
            }
        }
    }

    /// The document's title alone, without reading the page.
    static func titles(of capture: Capture) -> [String] {
        let bytes = capture.body
        let start = bytes.prefix(ByteMark.headBytes)
        guard let from = ByteMark.position(of: "<title", in: start) else { return [] }
        let piece = bytes[from...].prefix(500)
        let until = ByteMark.position(of: "</title", in: piece) ?? piece.endIndex
        let tree = HTMLTree(
            parsing: Array(bytes[from..<until]) + Array("</title>".utf8),
            charset: ContentType.charset(capture.contentType))
        return [short(tree.text(of: tree.root))]
    }

    private mutating func add(_ text: ArraySlice<UInt8>, isLink: Bool) {
        if text.count > PageGlance.sentenceBytes {
            if !isLink { bodyBytes += text.count }
        } else if text.count > 3, sentences.count < PageGlance.sentenceCount {
            sentences.append(String(decoding: text, as: UTF8.self))
        }
    }

    /// Whether a text stands in a link, a few levels up.
    private static func isLink(_ node: HTMLTree.Node, _ tree: HTMLTree) -> Bool {
        var parent = tree.parent(of: node)
        for _ in 0..<4 {
            guard let element = parent else { return false }
            if tree.kind(of: element) == .a { return true }
            parent = tree.parent(of: element)
        }
        return false
    }

    private static func short(_ text: String) -> String { String(text.unicodeScalars.prefix(200)) }

    private static let headingCount = 6
    private static let sentenceBytes = 250
    private static let sentenceCount = 200
}

/// Words in the markup of checks for robots, found without reading the page.
enum ByteMark {
    /// The first mark in a page.
    static func first(in bytes: [UInt8]) -> String? {
        let start = bytes.prefix(searchedBytes)
        if let mark = firstMark(in: start) { return mark }
        // A page of nothing but a script that sets a cookie and comes again.
        guard bytes.count < 6_000, position(of: "document.cookie", in: start) != nil else { return nil }
        let comesAgain = ["location.reload", "location.href", "location.replace"].contains {
            position(of: $0, in: start) != nil
        }
        return comesAgain ? "document.cookie" : nil
    }

    /// All marks are looked for in one pass, by their first two bytes: every page that is fetched comes through here.
    private static func firstMark(in bytes: ArraySlice<UInt8>) -> String? {
        bytes.withUnsafeBufferPointer { buffer in
            beginnings.withUnsafeBufferPointer { beginnings in
                guard buffer.count > 1 else { return nil }
                var former = Int(lower(buffer[0]))
                for index in 1..<buffer.count {
                    let byte = Int(lower(buffer[index]))
                    if beginnings[former << 8 | byte], let mark = mark(at: index - 1, in: buffer) { return mark }
                    former = byte
                }
                return nil
            }
        }
    }

    private static func mark(at start: Int, in buffer: UnsafeBufferPointer<UInt8>) -> String? {
        marks.first { mark in
            let text = mark.utf8
            return text.count <= buffer.count - start
                && zip(text, buffer[start...]).allSatisfy { $0 == lower($1) }
        }
    }

    /// By two bytes: whether a mark begins with them.
    private static let beginnings: [Bool] = {
        var beginnings = [Bool](repeating: false, count: 1 << 16)
        for mark in marks {
            let two = Array(mark.utf8.prefix(2))
            beginnings[Int(two[0]) << 8 | Int(two[1])] = true
        }
        return beginnings
    }()

    /// Where a text of ASCII letters begins, whatever their case.
    static func position(of text: String, in bytes: ArraySlice<UInt8>) -> Int? {
        let wanted = Array(text.lowercased().utf8)
        guard let first = wanted.first, bytes.count >= wanted.count else { return nil }
        let last = bytes.endIndex - wanted.count
        return bytes.withUnsafeBufferPointer { buffer in
            let base = bytes.startIndex
            for start in 0...(last - base) where buffer[start] | 0x20 == first | 0x20 {
                if wanted.indices.allSatisfy({ lower(buffer[start + $0]) == wanted[$0] }) { return base + start }
            }
            return nil
        }
    }

    private static func lower(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

    private static let marks = [
        "/cdn-cgi/challenge-platform/", "cf_chl_opt", "cf-challenge", "challenges.cloudflare.com", "g-recaptcha",
        "recaptcha/api.js", "h-captcha", "hcaptcha.com", "_incapsula_resource", "px-captcha", "captcha-delivery.com",
        "awswafcookiedomainlist", "aws-waf-token", "geetest", "captcha-form", "captchaimage", "captcha.aspx",
        "sucuri_cloudproxy",
    ]
    /// The title stands near the beginning.
    static let headBytes = 20_000
    private static let searchedBytes = 200_000
}
