import Model

/// Which expression of time governs which number.
///
/// The sentence's own expression rules forward, and backwards within its clause; else the last one before it in the
/// paragraph; else the line that introduces the list. "Đến nay" rules its own sentence only, a base of comparison none.
struct PeriodScope: Sendable {
    let text: TokenText
    let sentences: [Sentence]
    let times: [TimeMention]

    func periods(of quantities: [Quantity]) -> [Period] { quantities.map { period(of: $0) } }

    private func period(of quantity: Quantity) -> Period {
        let place = quantity.tokens.lowerBound
        let own = times.filter { $0.sentence == quantity.sentence }
        if let before = own.last(where: { $0.governs && $0.tokens.upperBound <= place }) { return before.period }
        if let after = own.first(where: { $0.governs && $0.tokens.lowerBound > place && isSameClause(place, $0.tokens.lowerBound) }) {
            return after.period
        }
        if let yearly = own.last(where: { $0.role == .vague && $0.tokens.upperBound <= place }), isAdjacent(yearly, place) {
            return .none
        }
        return inherited(at: quantity.sentence) ?? .none
    }

    private func isAdjacent(_ mention: TimeMention, _ place: Int) -> Bool { place - mention.tokens.upperBound < 8 }

    /// No mark that ends a clause stands between two places.
    private func isSameClause(_ first: Int, _ second: Int) -> Bool {
        guard first < second else { return true }
        return (first..<second).allSatisfy { ![";", ":"].contains(text.word($0)) && !isClauseComma($0) }
    }

    /// A comma, unless it parts the digits of a number.
    private func isClauseComma(_ index: Int) -> Bool {
        text.word(index) == "," && !(text.isGlued(index) && text.isGlued(index + 1))
    }

    /// From earlier sentences of the paragraph, or from the line that introduces this list or table.
    private func inherited(at sentence: Int) -> Period? {
        let paragraph = sentences[sentence].paragraph
        if let found = last(in: paragraph, before: sentence) { return found.period }
        guard sentences[sentence].isListItem || isRow(sentence) else { return nil }
        var line = paragraph - 1
        var steps = 0
        while line >= 0, steps < 60 {
            let own = sentences.indices.filter { sentences[$0].paragraph == line }
            guard let lastOwn = own.last else { return nil }
            if let found = last(in: line, before: lastOwn + 1) { return found.period }
            let isItem = own.contains { sentences[$0].isListItem || isRow($0) }
            if !isItem && steps > 0 { return nil }
            line -= 1
            steps += 1
        }
        return nil
    }

    private func isRow(_ sentence: Int) -> Bool {
        sentences[sentence].tokens.dropFirst().contains { text.tokens[$0].gap == .tab }
    }

    private func last(in paragraph: Int, before sentence: Int) -> TimeMention? {
        times.last {
            $0.sentence < sentence && sentences[$0.sentence].paragraph == paragraph && $0.governs && $0.role != .now
                && $0.role != .target
        }
    }
}
