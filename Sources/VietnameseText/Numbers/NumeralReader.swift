import FoundationEssentials

/// Reads digits with their separators by the decision table of Vietnamese and English usage.
///
/// A point parts groups of three and a comma is the decimal mark, unless the digits say otherwise; two sure English
/// numbers and no sure Vietnamese one turn the doubtful cases of an article around.
struct NumeralReader: Sendable {
    let text: TokenText
    /// The article as a whole writes numbers in the English way.
    var isEnglishArticle = false

    /// What the number counts, as far as it decides how a separator is read.
    enum Expectation: Sendable {
        case count, share, score, unknown
    }

    /// The numeral whose first digits are this token; nil for a token that is no number or too long for one.
    func numeral(at index: Int) -> Numeral? {
        guard text.isNumber(index) else { return nil }
        let first = part(index, behind: "")
        guard let second = continuation(after: index, count: 1, first: first) else {
            return mantissa(first).map { Numeral(tokens: index..<index + 1, value: Decimal($0)) }
        }
        let parts = parts(from: [first, second])
        let end = parts[parts.count - 1].token
        return decide(parts, tokens: index..<end + 1, expectation(after: end + 1, before: index))
    }

    /// Some digits, and the mark between them and those before: empty for the first ones and for a space.
    private struct Part {
        let separator: FoldedWord
        let digits: Range<Int>
        let token: Int
        var count: Int { digits.count }
    }

    private func part(_ token: Int, behind separator: FoldedWord) -> Part {
        Part(separator: separator, digits: text.tokens[token].range, token: token)
    }

    private func parts(from start: [Part]) -> [Part] {
        var parts = start
        while let next = continuation(after: parts[parts.count - 1].token, count: parts.count, first: parts[0]) {
            parts.append(next)
        }
        return parts
    }

    /// Further digits of the same number: behind a glued point or comma, or behind a space that parts groups.
    private func continuation(after last: Int, count: Int, first: Part) -> Part? {
        let mark = text.word(last + 1)
        if mark == "." || mark == "," {
            guard text.isNumber(last + 2), count < 6 else { return nil }
            let isWhole = text.isGlued(last + 1) && text.isGlued(last + 2)
            guard isWhole || isDamaged(last, first) else { return nil }
            return part(last + 2, behind: mark)
        }
        guard text.digits(last + 1) == 3, first.count <= 3, text.bytes[first.digits.lowerBound] != 0x30 else {
            return nil
        }
        switch text.tokens[last + 1].gap {
        case .noBreakSpace: return part(last + 1, behind: " ")
        case .space where UnitLexicon.standard.isClassifier(text, at: last + 2): return part(last + 1, behind: " ")
        default: return nil
        }
    }

    /// `12 .285 lượt`, `98, 4%`: one space got in between, and what follows shows that it is one number.
    private func isDamaged(_ last: Int, _ first: Part) -> Bool {
        guard text.isSameCell(last, last + 2), text.isGlued(last + 1) != text.isGlued(last + 2) else { return false }
        let digits = text.digits(last + 2)
        if text.word(last + 3).isAny("%", "‰") && text.word(last + 1) == "," {
            return text.isGlued(last + 1) ? digits <= 2 && text.isGlued(last + 3) : true
        }
        return digits == 3 && first.count <= 3 && text.word(last + 1) == "."
            && !text.isGlued(last + 1) && UnitLexicon.standard.isClassifier(text, at: last + 3)
    }

    private func expectation(after next: Int, before index: Int) -> Expectation {
        if text.word(next).isAny("%", "‰") || text.has("phần", "trăm", at: next) {
            // A growth may exceed a hundred per cent, a share may not.
            return text.word(index - 1).isAny("tăng", "vượt", "gấp") ? .unknown : .share
        }
        if text.word(next) == "điểm" && !UnitLexicon.standard.isClassifier(text, at: next) { return .score }
        if text.word(next) == "/" && text.isNumber(next + 1) && text.word(index - 1) == "điểm" { return .score }
        if UnitLexicon.standard.isClassifier(text, at: next) { return .count }
        return .unknown
    }

    /// How digits with separators are to be read.
    private enum Shape {
        case whole(isEnglish: Bool, isAmbiguous: Bool)
        case decimal(isEnglish: Bool)
        /// A run of separators that makes no one number: the first digits alone.
        case firstDigits

        static let groups = Shape.whole(isEnglish: false, isAmbiguous: false)
    }

    private func decide(_ parts: [Part], tokens: Range<Int>, _ expectation: Expectation) -> Numeral? {
        let first = parts[0]
        switch shape(parts, expectation) {
        case .whole(let isEnglish, let isAmbiguous):
            return mantissa(parts).map {
                Numeral(tokens: tokens, value: Decimal($0), isEnglish: isEnglish, isAmbiguous: isAmbiguous)
            }
        case .decimal(let isEnglish):
            let fraction = parts[parts.count - 1].count
            return mantissa(parts).map {
                Numeral(tokens: tokens, value: Decimal(mantissa: $0, fraction: fraction), isEnglish: isEnglish)
            }
        case .firstDigits:
            return mantissa(first).map { Numeral(tokens: first.token..<first.token + 1, value: Decimal($0)) }
        }
    }

    private func mantissa(_ part: Part) -> Int64? {
        guard part.count <= 18 else { return nil }
        return part.digits.reduce(0) { $0 * 10 + Int64(text.bytes[$1] - 0x30) }
    }

    /// All digits as one number; nil for more of them than a number of any report has.
    private func mantissa(_ parts: [Part]) -> Int64? {
        guard parts.reduce(0, { $0 + $1.count }) <= 18 else { return nil }
        return parts.reduce(0) { value, part in
            part.digits.reduce(value) { $0 * 10 + Int64(text.bytes[$1] - 0x30) }
        }
    }

    private func shape(_ parts: [Part], _ expectation: Expectation) -> Shape {
        let (first, last) = (parts[0], parts[parts.count - 1])
        let separator = last.separator
        if separator == " " { return .groups }
        let isGrouped = parts.dropFirst().allSatisfy { $0.count == 3 } && (1...3).contains(first.count)
        if parts.dropFirst().contains(where: { $0.separator != separator }) {
            let groups = parts.dropFirst().dropLast()
            let isClear = groups.allSatisfy { $0.count == 3 && $0.separator != separator }
            return isClear ? .decimal(isEnglish: separator == ".") : .firstDigits
        }
        if parts.count > 2 {
            return isGrouped ? .whole(isEnglish: separator == ",", isAmbiguous: false) : .firstDigits
        }
        guard isGrouped, last.count == 3 else { return .decimal(isEnglish: separator == ".") }
        if separator == "." {
            if text.bytes[first.digits.lowerBound] == 0x30 { return .decimal(isEnglish: true) }
            let isDecimal = isEnglishArticle || (expectation == .share && mantissa(parts) ?? 0 > 100)
            if isDecimal && expectation != .count { return .decimal(isEnglish: true) }
            if expectation == .score && first.count <= 2 { return .decimal(isEnglish: true) }
            return .whole(isEnglish: false, isAmbiguous: expectation == .share || expectation == .score)
        }
        if expectation == .count || (isEnglishArticle && expectation != .share) {
            return .whole(isEnglish: true, isAmbiguous: false)
        }
        return .decimal(isEnglish: false)
    }
}

extension NumeralReader {
    /// Whether an article writes numbers in the English way: two sure cases and none for the Vietnamese way.
    static func isEnglish(_ text: TokenText) -> Bool {
        var english = 0
        for index in text.tokens.indices where text.isNumber(index) && !text.isNumber(index - 2) {
            guard text.isNumber(index + 2), text.isGlued(index + 1), text.isGlued(index + 2) else { continue }
            let (head, mark, tail) = (text.digits(index), text.word(index + 1), text.digits(index + 2))
            guard !text.isGlued(index + 3) || text.word(index + 3) == "%" || !text.isNumber(index + 4) else { continue }
            if mark == "," && tail != 3 { return false }
            if mark == "." && tail == 3 && head <= 3 && text.word(index + 3) != "%" {
                return false
            }
            if mark == "." && text.word(index + 3) == "%" { english += 1 }
        }
        return english >= 2
    }
}
