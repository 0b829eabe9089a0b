import Model

/// A page that came with the status of success and is not the page that was asked for: a check for robots, a login, a
/// "not found", a site under repair.
struct SoftBlock: Hashable, Sendable, CustomStringConvertible {
    /// The raw values are kept in the ledger.
    enum Kind: String, Sendable, CaseIterable {
        case captcha
        case login = "login_wall"
        case notFound = "soft_not_found"
        case maintenance

        /// Whether the page itself may come another time.
        var isTransient: Bool { self == .captcha || self == .maintenance }
    }

    let kind: Kind
    /// What gave it away.
    let sign: String

    var description: String { "\(kind.rawValue): \(sign)" }

    /// Looks at a whole page in which no article was found; nil for one that is what it seems.
    init?(of capture: Capture, requested: WebAddress) {
        if let block = SoftBlock(redirected: requested, to: capture.address) {
            self = block
            return
        }
        guard capture.body.contains(UInt8(ascii: "<")) else { return nil }
        self.init(PageGlance(capture))
    }

    /// Looks at a page that was read as an article. What stands around the article says nothing: many a good page
    /// asks somewhere to log in. Only the titles count, and the text where it is next to nothing.
    init?(of capture: Capture, requested: WebAddress, articleTitle: String, text: String) {
        if let block = SoftBlock(redirected: requested, to: capture.address) {
            self = block
        } else if let block = SoftBlock(headings: [articleTitle] + PageGlance.titles(of: capture)) {
            self = block
        } else if text.utf8.count < SoftBlock.shortText,
            let block = SoftBlock(sentences: text.split { "\n.!?".contains($0) }.map(String.init))
        {
            self = block
        } else {
            return nil
        }
    }

    private init(_ kind: Kind, _ sign: String) {
        self.kind = kind
        self.sign = sign
    }

    /// An article's address that leads to the front page, to a login or to a page of errors.
    private init?(redirected requested: WebAddress, to final: WebAddress) {
        guard requested.pathAndQuery != final.pathAndQuery, requested.path != "/" else { return nil }
        let words = final.path.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "-" && $0 != "_" }.map(
            String.init)
        let named = words.filter { !BlockPhrases.fileEndings.contains($0) }
        if named.allSatisfy(BlockPhrases.frontPages.contains) {
            self.init(.notFound, "the address leads to the front page")
        } else if let word = named.first(where: BlockPhrases.logins.contains) {
            self.init(.login, "the address leads to /\(word)")
        } else if let word = named.first(where: BlockPhrases.errorPages.contains) {
            self.init(.notFound, "the address leads to /\(word)")
        } else {
            return nil
        }
    }

    private init?(_ glance: PageGlance) {
        if let block = SoftBlock(headings: glance.headings) {
            self = block
        } else if glance.bodyBytes >= SoftBlock.longText {
            return nil
        } else if let mark = glance.challenge {
            self.init(.captcha, "the page holds `\(mark)` and next to no text")
        } else if glance.bodyBytes < SoftBlock.shortText, let block = SoftBlock(sentences: glance.sentences) {
            self = block
        } else if glance.asksForPassword && glance.bodyBytes < SoftBlock.shortText {
            self.init(.login, "the page asks for a password and has next to no text")
        } else {
            return nil
        }
    }

    /// A title that consists of little but a telling phrase.
    private init?(headings: [String]) {
        for heading in headings {
            for part in BlockPhrases.parts(of: heading) {
                guard let (kind, phrase) = BlockPhrases.telling(part, inTitle: true) else {
                    continue
                }
                self.init(kind, "the title says `\(phrase)`")
                return
            }
        }
        return nil
    }

    /// Sentences of a page that has no long text.
    private init?(sentences: [String]) {
        for sentence in sentences {
            let words = BlockPhrases.words(sentence)
            guard let (kind, phrase) = BlockPhrases.telling(words, inTitle: false) else {
                continue
            }
            self.init(kind, "the page says `\(phrase)`")
            return
        }
        return nil
    }

    /// Bytes of running text from which on a page is an article, whatever else it holds.
    private static let longText = 1_500
    private static let shortText = 400
}
