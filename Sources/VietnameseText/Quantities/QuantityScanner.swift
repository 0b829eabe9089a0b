import FoundationEssentials
import Model

/// Finds every number that may state something, in digits and in words.
struct QuantityScanner: Sendable {
    let text: TokenText
    let sentenceOfToken: [Int]
    private let numerals: NumeralReader
    private let qualifiers: QualifierReader
    private let changes: ChangeReader
    private let lexicon = UnitLexicon.standard

    init(text: TokenText, sentenceOfToken: [Int]) {
        self.text = text
        self.sentenceOfToken = sentenceOfToken
        numerals = NumeralReader(text: text, isEnglishArticle: NumeralReader.isEnglish(text))
        qualifiers = QualifierReader(text: text)
        changes = ChangeReader(text: text)
    }

    /// Adds the quantities that begin at a token, one or the two ends of a range; where they end, or nil for none.
    func read(at index: Int, into quantities: inout [Quantity]) -> Int? {
        if text.isNumber(index) {
            guard let first = part(at: index) else { return nil }
            if let (low, high) = range(from: first) {
                quantities.append(low)
                quantities.append(high)
                return high.tokens.upperBound
            }
            quantities.append(finished(first))
            return first.tokens.upperBound
        }
        guard let found = spelled(at: index) else { return nil }
        quantities.append(found)
        return found.tokens.upperBound
    }

    /// A number with what belongs to it, before its surroundings are read.
    struct Part {
        var number: ScaledNumber
        var tokens: Range<Int>
        var denominator: Decimal?
        var isPercent: Bool
        var end: Int { tokens.upperBound }
    }

    // MARK: Numbers in digits

    private func part(at index: Int) -> Part? {
        guard let number = numerals.scaled(at: index) else { return nil }
        var part = Part(number: number, tokens: number.tokens, denominator: nil, isPercent: false)
        if let fraction = fraction(after: number) {
            part.denominator = fraction.value
            part.tokens = index..<fraction.tokens.upperBound
            if number.scale == 1 && fraction.scale > 1 && !fraction.numeral.isPlain
                || number.scale == 1 && fraction.scale > 1
            {
                part.number.value *= Decimal(fraction.scale)
            }
        }
        if text.word(part.end) == "%", text.isSameCell(index, part.end) {
            part.tokens = index..<part.end + 1
            part.isPercent = true
        }
        return part
    }

    /// `15/17`, `15 trên 17`, `15 trong (tổng) số 17`: the number that the first is out of.
    private func fraction(after number: ScaledNumber) -> ScaledNumber? {
        let end = number.tokens.upperBound
        if text.word(end) == "/", text.isNumber(end + 1), text.isSameCell(end - 1, end + 1) {
            guard let whole = numerals.scaled(at: end + 1) else { return nil }
            return text.word(whole.tokens.upperBound) == "/" ? nil : whole
        }
        for words in QuantityScanner.outOf where text.has(words, at: end) && text.isSameCell(end - 1, end) {
            guard text.isNumber(end + words.count), let whole = numerals.scaled(at: end + words.count),
                whole.value >= number.value, text.word(whole.tokens.upperBound) != "%",
                !text.isNumber(whole.tokens.upperBound + 1) || text.word(whole.tokens.upperBound) != "/"
            else { continue }
            return whole
        }
        return nil
    }

    private static let outOf: [[FoldedWord]] = ["trên tổng số", "trong tổng số", "trong số", "trên", "trong", "phần"]
        .map {
            MatchingForm.words($0)
        }

    // MARK: Ranges

    /// `5-7%`, `8 - 10 triệu`, `từ 3 đến 5 ngày`: the low end and the high end, with one unit and one scale.
    private func range(from first: Part) -> (low: Quantity, high: Quantity)? {
        let link = text.word(first.end)
        let isDash = link == "-" && text.isGlued(first.end) == text.isGlued(first.end + 1)
        guard isDash || (link == "đến" && !first.isPercent || link == "đến" && first.isPercent),
            text.isNumber(first.end + 1),
            text.isSameCell(first.end, first.end + 1), first.denominator == nil, let second = part(at: first.end + 1),
            second.denominator == nil, !text.isGlued(second.end) || !text.word(second.end).isAny("/", "-")
        else { return nil }
        var low = first
        if low.number.scale == 1 && second.number.scale > 1 { low.number.value *= Decimal(second.number.scale) }
        let unit = lexicon.noun(text, at: second.end)
        let isAnnounced = text.word(low.tokens.lowerBound - 1).isAny("tới", "đến", "khoảng", "chừng", "từ")
        let isMeasured = second.isPercent || second.number.scale > 1 || unit != nil || (isDash && isAnnounced)
        guard low.number.value < second.number.value, isMeasured, low.isPercent == second.isPercent || second.isPercent
        else { return nil }
        // "tăng từ 95% đến 98%" is a movement, not a range.
        if link == "đến", text.word(low.tokens.lowerBound - 2).isAny("tăng", "nâng") { return nil }
        var (start, end) = (finished(low), finished(second))
        (start.unit, start.form, start.noun) = (end.unit, end.form, end.noun)
        (start.bound, end.bound) = (.low, .high)
        (start.qualifier, end.qualifier) = (.atLeast, .atMost)
        end.change = start.change
        return (start, end)
    }

    // MARK: Numbers in words

    /// The words that `spelled` begins with.
    static let openers: [FoldedWord] = [
        "toàn", "tất", "không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "bẩy", "tám", "chín", "mười", "hăm",
        "băm", "đôi",
    ]

    private func spelled(at index: Int) -> Quantity? {
        let word = text.word(index)
        if let implied = implied(at: index) { return implied }
        if let share = spelledShare(at: index) { return share }
        guard SpelledNumber.digit(word) != nil || word.isAny("mười", "hăm", "băm") else {
            return word == "đôi" && text.word(index - 1) == "gấp"
                ? make(
                    index..<index + 1, 2, .spelled, unit: .times, noun: lexicon.noun(text, at: index + 1)) : nil
        }
        guard
            !text.word(index - 1).isAny("thứ", "tháng", "mươi", "trăm", "lần", "số")
                || !text.isSameCell(index - 1, index)
        else { return nil }
        guard let (value, count) = spelledValue(at: index), value >= 2 else { return nil }
        let end = index + count
        guard text.isSameCell(index, end), let noun = lexicon.noun(text, at: end), noun.unit != .percent || count > 0,
            word != "năm" || count > 1 || noun.unit != .times && text.word(index - 1) != "trong"
        else { return nil }
        return make(index..<end, value, .spelled, unit: noun.unit, noun: noun)
    }

    private func spelledValue(at index: Int) -> (value: Decimal, count: Int)? {
        if let digit = SpelledNumber.digit(text.word(index)), !SpelledNumber.continues(text.word(index + 1)) {
            return (Decimal(digit), 1)
        }
        var words: [FoldedWord] = []
        var next = index
        while next < text.count, words.count < 14, next == index || text.isSameCell(next - 1, next) {
            words.append(text.word(next))
            next += 1
        }
        return SpelledNumber.read(words[...])
    }

    /// `một phần ba`, `một phần tư`.
    private func spelledShare(at index: Int) -> Quantity? {
        guard text.word(index + 1) == "phần", let top = SpelledNumber.digit(text.word(index)),
            let whole = QuantityScanner.parts(text.word(index + 2)),
            whole > top
        else { return nil }
        let noun = lexicon.noun(text, at: index + 3)
        var quantity = make(index..<index + 3, Decimal(top), .fraction, unit: noun?.unit, noun: noun)
        quantity.denominator = Decimal(whole)
        return quantity
    }

    private static func parts(_ word: FoldedWord) -> Int64? {
        switch word {
        case "tư": 4
        case "mười": 10
        default: SpelledNumber.digit(word)
        }
    }

    /// `toàn bộ hồ sơ … đều được …`: all of them, which is a hundred per cent that nobody printed.
    private func implied(at index: Int) -> Quantity? {
        guard text.has("toàn", "bộ", at: index) || text.has("tất", "cả", at: index) else { return nil }
        let end = index + 2
        let sentence = sentenceOfToken[index]
        let rest = (end..<min(end + 24, text.count)).prefix { sentenceOfToken[$0] == sentence }
        guard rest.contains(where: { text.word($0) == "đều" || text.word($0) == "được" }) else { return nil }
        var quantity = make(index..<end, 100, .implied, unit: .percent, noun: lexicon.noun(text, at: end))
        quantity.qualifier = .impliedAll
        quantity.flags.insert(.impliedValue)
        return quantity
    }

    // MARK: Finishing

    /// - Parameter noun: the counted noun that begins behind the number, in whatever cell.
    private func make(
        _ tokens: Range<Int>, _ value: Decimal, _ form: Quantity.Form, unit: Model.Unit?, noun: UnitLexicon.Noun?
    ) -> Quantity {
        let range =
            text.tokens[tokens.lowerBound].range.lowerBound..<text.tokens[tokens.upperBound - 1].range.upperBound
        let end = tokens.upperBound
        let reading = qualifiers.reading(before: tokens.lowerBound, after: end, noun: noun)
        let nounEnd = noun != nil && text.isSameCell(end - 1, end) ? end + (noun?.count ?? 0) : end
        return Quantity(
            range: range, tokens: tokens, valueText: text.slice(range), value: value, form: form, unit: unit,
            noun: end..<nounEnd, denominator: nil, qualifier: reading.qualifier, bound: nil,
            change: changes.cue(before: reading.start), isForecast: reading.isForecast, flags: [],
            sentence: sentenceOfToken[tokens.lowerBound])
    }

    private func finished(_ part: Part) -> Quantity {
        let noun = lexicon.noun(text, at: part.end)
        var quantity = make(part.tokens, part.number.value, .cardinal, unit: nil, noun: noun)
        quantity.denominator = part.denominator
        if part.denominator != nil { quantity.form = .fraction }
        if part.number.numeral.isEnglish { quantity.flags.insert(.englishStyle) }
        if part.number.numeral.isAmbiguous { quantity.flags.insert(.ambiguousSeparator) }
        if part.isPercent {
            quantity.form = .percent
            quantity.unit = .percent
        } else if let rank = rank(part) {
            quantity.form = .rank
            quantity.unit = .rank
            if rank == .atMost { quantity.qualifier = .atMost }
        } else if let noun, !quantity.noun.isEmpty {
            quantity.unit = noun.unit
            quantity.form = QuantityScanner.form(of: noun.unit, part)
        } else if part.number.scale >= 1_000_000,
            text.isLineStart(part.end) || text.word(part.end).isAny(",", ".", ";", ")")
        {
            quantity.form = .money
        }
        return quantity
    }

    private static func form(of unit: Model.Unit, _ part: Part) -> Quantity.Form {
        switch unit {
        case .percent, .percentagePoint: .percent
        case .point: .score
        case .rank: .rank
        case .vnd: .money
        case .day, .hour, .minute: .duration
        default: part.denominator == nil ? .cardinal : .fraction
        }
    }

    /// Words that make a number a place in an order: `xếp thứ 5/63`, `hạng 7`, `tốp 15`, `nhóm 5 tỉnh dẫn đầu`.
    private func rank(_ part: Part) -> Qualifier? {
        let index = part.tokens.lowerBound
        guard part.number.numeral.isPlain, !part.number.value.isZero, index > 0, text.isSameCell(index - 1, index)
        else {
            return nil
        }
        let before = text.word(index - 1)
        if before.isAny("tốp", "top") { return .atMost }
        if before == "nhóm", lexicon.isClassifier(text, at: part.end) || text.has("dẫn", "đầu", at: part.end) {
            return leads(after: part.end) ? .atMost : nil
        }
        if before.isAny("thứ", "hạng") || (before == "đứng" && part.denominator != nil) { return .exact }
        if before == "nhóm", text.word(index - 2).isAny("vào", "trong", "thuộc") { return .atMost }
        if before == "trí" && text.word(index - 2) == "vị" { return .exact }
        return nil
    }

    /// Whether "dẫn đầu", "cao nhất" or "tốt nhất" follows within a few words.
    private func leads(after index: Int) -> Bool {
        (index..<min(index + 8, text.count)).contains { place in
            text.has("dẫn", "đầu", at: place) || text.has("cao", "nhất", at: place)
                || text.has("tốt", "nhất", at: place)
                || text.has("đứng", "đầu", at: place)
        }
    }
}
