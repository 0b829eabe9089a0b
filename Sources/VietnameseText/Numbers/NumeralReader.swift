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
        let parts = parts(from: index)
        let end = parts.last?.token ?? index
        let expectation = expectation(after: end + 1, before: index)
        return decide(parts, tokens: index..<end + 1, expectation)
    }

    private struct Part {
        /// Nil for the first digits.
        let separator: String?
        let digits: String
        let token: Int
    }

    private func parts(from index: Int) -> [Part] {
        var parts = [Part(separator: nil, digits: text.word(index), token: index)]
        var last = index
        while let next = continuation(after: last, count: parts.count, first: parts[0].digits) {
            parts.append(next)
            last = next.token
        }
        return parts
    }

    /// Further digits of the same number: behind a glued point or comma, or behind a space that parts groups.
    private func continuation(after last: Int, count: Int, first: String) -> Part? {
        let mark = text.word(last + 1)
        if mark == "." || mark == "," {
            guard text.isNumber(last + 2), count < 6 else { return nil }
            let isWhole = text.isGlued(last + 1) && text.isGlued(last + 2)
            guard isWhole || isDamaged(last, first) else { return nil }
            return Part(separator: mark, digits: text.word(last + 2), token: last + 2)
        }
        guard text.isNumber(last + 1), text.word(last + 1).count == 3, first.count <= 3, first.first != "0" else {
            return nil
        }
        switch text.tokens[last + 1].gap {
        case .noBreakSpace: return Part(separator: " ", digits: text.word(last + 1), token: last + 1)
        case .space where UnitLexicon.standard.isClassifier(text, at: last + 2):
            return Part(separator: " ", digits: text.word(last + 1), token: last + 1)
        default: return nil
        }
    }

    /// `12 .285 lượt`, `98, 4%`: one space got in between, and what follows shows that it is one number.
    private func isDamaged(_ last: Int, _ first: String) -> Bool {
        guard text.isSameCell(last, last + 2), text.isGlued(last + 1) != text.isGlued(last + 2) else { return false }
        let digits = text.word(last + 2)
        if ["%", "‰"].contains(text.word(last + 3)) && text.word(last + 1) == "," {
            return text.isGlued(last + 1) ? digits.count <= 2 && text.isGlued(last + 3) : true
        }
        return digits.count == 3 && first.count <= 3 && text.word(last + 1) == "."
            && !text.isGlued(last + 1) && UnitLexicon.standard.isClassifier(text, at: last + 3)
    }

    private func expectation(after next: Int, before index: Int) -> Expectation {
        if ["%", "‰"].contains(text.word(next)) || text.has(["phần", "trăm"], at: next) {
            // A growth may exceed a hundred per cent, a share may not.
            return ["tăng", "vượt", "gấp"].contains(text.word(index - 1)) ? .unknown : .share
        }
        if text.word(next) == "điểm" && !UnitLexicon.standard.isClassifier(text, at: next) { return .score }
        if text.word(next) == "/" && text.isNumber(next + 1) && text.word(index - 1) == "điểm" { return .score }
        if UnitLexicon.standard.isClassifier(text, at: next) { return .count }
        return .unknown
    }

    private func decide(_ parts: [Part], tokens: Range<Int>, _ expectation: Expectation) -> Numeral? {
        let separators = parts.dropFirst().compactMap(\.separator)
        let digits = parts.map(\.digits).joined()
        func whole(english: Bool = false, ambiguous: Bool = false) -> Numeral? {
            Decimal(digits: digits, fraction: 0).map {
                Numeral(tokens: tokens, value: $0, isEnglish: english, isAmbiguous: ambiguous)
            }
        }
        func decimal(english: Bool = false) -> Numeral? {
            Decimal(digits: digits, fraction: parts.last?.digits.count ?? 0).map {
                Numeral(tokens: tokens, value: $0, isEnglish: english)
            }
        }
        guard let separator = separators.last else { return whole() }
        let tail = parts.last?.digits ?? ""
        let isGrouped = parts.dropFirst().allSatisfy { $0.digits.count == 3 } && (1...3).contains(parts[0].digits.count)
        if separator == " " { return whole() }
        if Set(separators).count > 1 {
            let groups = parts.dropFirst().dropLast()
            guard groups.allSatisfy({ $0.digits.count == 3 }), separators.dropLast().allSatisfy({ $0 != separator })
            else {
                return shortened(parts, tokens)
            }
            return decimal(english: separator == ".")
        }
        if separators.count > 1 { return isGrouped ? whole(english: separator == ",") : shortened(parts, tokens) }
        guard isGrouped, tail.count == 3 else { return decimal(english: separator == ".") }
        if separator == "." {
            if parts[0].digits.hasPrefix("0") { return decimal(english: true) }
            let isDecimal =
                isEnglishArticle || (expectation == .share && parts[0].digits.count <= 3 && exceeds(digits, 100))
            if isDecimal && expectation != .count { return decimal(english: true) }
            if expectation == .score && parts[0].digits.count <= 2 { return decimal(english: true) }
            return whole(ambiguous: expectation == .share || expectation == .score)
        }
        if expectation == .count || (isEnglishArticle && expectation != .share) { return whole(english: true) }
        return decimal()
    }

    /// A run of separators that makes no one number: the first digits alone.
    private func shortened(_ parts: [Part], _ tokens: Range<Int>) -> Numeral? {
        Decimal(digits: parts[0].digits, fraction: 0).map {
            Numeral(tokens: tokens.lowerBound..<tokens.lowerBound + 1, value: $0)
        }
    }

    private func exceeds(_ digits: String, _ maximum: Int) -> Bool { (Int(digits) ?? Int.max) > maximum }
}

extension NumeralReader {
    /// Whether an article writes numbers in the English way: two sure cases and none for the Vietnamese way.
    static func isEnglish(_ text: TokenText) -> Bool {
        var english = 0
        for index in text.tokens.indices where text.isNumber(index) && !text.isNumber(index - 2) {
            guard text.isNumber(index + 2), text.isGlued(index + 1), text.isGlued(index + 2) else { continue }
            let (head, mark, tail) = (text.word(index), text.word(index + 1), text.word(index + 2))
            guard !text.isGlued(index + 3) || text.word(index + 3) == "%" || !text.isNumber(index + 4) else { continue }
            if mark == "," && tail.count != 3 { return false }
            if mark == "." && tail.count == 3 && head.count <= 3 && !["%"].contains(text.word(index + 3)) {
                return false
            }
            if mark == "." && text.word(index + 3) == "%" { english += 1 }
        }
        return english >= 2
    }
}
