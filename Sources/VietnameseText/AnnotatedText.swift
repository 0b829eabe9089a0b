import Model

/// One article's text read once: tokens, sentences, quantities, times and the numbers that are never indicators.
///
/// Every run of digits belongs to exactly one quantity or one masked number. All ranges are UTF-8 offsets in `text`.
public struct AnnotatedText: Sendable {
    /// The text in NFC.
    public let text: String
    /// The text cut into words, numbers and marks.
    public let tokenText: TokenText
    public var bytes: [UInt8] { tokenText.bytes }
    public var tokens: [Token] { tokenText.tokens }
    public let sentences: [Sentence]
    /// In the order of the text.
    public let quantities: [Quantity]
    /// The period that governs each quantity.
    public let periods: [Period]
    /// In the order of the text.
    public let masked: [MaskedNumber]
    public let times: [TimeMention]

    /// The tokens of a text alone, for phrases that are matched against texts; far cheaper than reading all of it.
    public static func tokens(of source: String) -> [Token] {
        Tokenizer.read(source).tokens.tokens
    }

    /// Reads a text; `published` resolves expressions such as "6 tháng đầu năm".
    public init(_ source: String, published: CivilDate?) {
        let (text, tokenText) = Tokenizer.read(source)
        self.text = text
        self.tokenText = tokenText
        let tokens = tokenText.tokens
        sentences = SentenceSplitter.sentences(of: tokens)
        var sentenceOfToken = [Int](repeating: 0, count: tokens.count)
        for (number, sentence) in sentences.enumerated() {
            for token in sentence.tokens { sentenceOfToken[token] = number }
        }
        times = TimeScanner(text: tokenText, published: published, sentenceOfToken: sentenceOfToken).mentions()
        var finder = NumberFinder(text: tokenText, times: times, sentenceOfToken: sentenceOfToken)
        finder.run()
        masked = finder.masked
        var found = finder.quantities
        UnitInheritance(text: tokenText, sentences: sentences).apply(to: &found)
        quantities = found
        periods = PeriodScope(text: tokenText, sentences: sentences, times: times).periods(of: found)
    }
}

/// Walks through a text once and gives every number to a time, a mask or a quantity.
private struct NumberFinder {
    let text: TokenText
    let times: [TimeMention]
    let masks: MaskScanner
    let scanner: QuantityScanner
    var masked: [MaskedNumber] = []
    var quantities: [Quantity] = []
    private var nextTime = 0

    init(text: TokenText, times: [TimeMention], sentenceOfToken: [Int]) {
        self.text = text
        self.times = times
        masks = MaskScanner(text: text)
        scanner = QuantityScanner(text: text, sentenceOfToken: sentenceOfToken)
    }

    mutating func run() {
        var index = 0
        while index < text.count {
            let token = text.tokens[index]
            index = token.kind == .number || token.roles.contains(.quantity) ? step(at: index) : index + 1
        }
    }

    /// Deals with what begins at a token; returns where to go on.
    private mutating func step(at index: Int) -> Int {
        while nextTime < times.count, times[nextTime].tokens.upperBound <= index { nextTime += 1 }
        if text.isNumber(index), let mask = masks.mask(at: index) {
            append(mask.tokens, mask.reason, mask.detail)
            return mask.tokens.upperBound
        }
        if nextTime < times.count, times[nextTime].tokens.contains(index) {
            if text.isNumber(index) {
                append(index..<index + 1, reason(of: times[nextTime]), times[nextTime].period.text)
            }
            return index + 1
        }
        if let end = scanner.read(at: index, into: &quantities) { return end }
        if text.isNumber(index) { append(index..<index + 1, .generic, "too long to be a quantity") }
        return index + 1
    }

    private func reason(of time: TimeMention) -> RejectionReason {
        time.role == .event ? .date : .period
    }

    private mutating func append(_ tokens: Range<Int>, _ reason: RejectionReason, _ detail: String) {
        let range =
            text.tokens[tokens.lowerBound].range.lowerBound..<text.tokens[tokens.upperBound - 1].range.upperBound
        masked.append(MaskedNumber(range: range, surface: text.slice(range), reason: reason, detail: detail))
    }
}
