import Model

/// Gives a unit to numbers without a noun of their own: the head of their column, the noun in front, or the unit of
/// the number that they continue.
struct UnitInheritance: Sendable {
    let text: TokenText
    let sentences: [Sentence]
    private let lexicon = UnitLexicon.standard

    func apply(to quantities: inout [Quantity]) {
        for index in quantities.indices where quantities[index].unit == nil {
            let quantity = quantities[index]
            let unit = columnUnit(quantity) ?? precedingUnit(quantity) ?? continued(quantities, index)
            quantities[index].unit = unit ?? (quantity.form == .money ? .vnd : .item)
            if unit == .percent { quantities[index].form = .percent }
            if unit == .point { quantities[index].form = .score }
        }
    }

    /// The nearest counted noun, or name of an index, before the number in its sentence.
    private func precedingUnit(_ quantity: Quantity) -> Model.Unit? {
        let sentence = sentences[quantity.sentence]
        var place = quantity.tokens.lowerBound - 1
        var steps = 0
        while place >= sentence.tokens.lowerBound, steps < 30 {
            if UnitInheritance.indices.contains(text.word(place)) { return .point }
            if let noun = lexicon.noun(text, at: place), UnitInheritance.counts(noun.unit) {
                // A noun that is the tail of a longer one counts as the longer one.
                let longer = (1...3).compactMap { shift -> (unit: Model.Unit, count: Int)? in
                    guard place - shift >= sentence.tokens.lowerBound,
                        let wider = lexicon.noun(text, at: place - shift),
                        wider.count >= noun.count + shift
                    else { return nil }
                    return wider
                }.last
                return longer?.unit ?? noun.unit
            }
            if text.word(place) == "%" && steps < 4 { return nil }
            place -= 1
            steps += 1
        }
        return nil
    }

    private static let indices: Set<String> = ["index", "sipas", "papi", "dti", "pci", "pgi", "ddci", "pargi"]

    private static func counts(_ unit: Model.Unit) -> Bool {
        switch unit {
        case .percent, .percentagePoint, .day, .hour, .minute, .times, .rank: false
        default: true
        }
    }

    /// The unit of the number before it in the sentence.
    private func continued(_ quantities: [Quantity], _ index: Int) -> Model.Unit? {
        guard index > 0, quantities[index - 1].sentence == quantities[index].sentence else { return nil }
        return quantities[index - 1].unit
    }

    /// In a table, what the head of the column counts.
    private func columnUnit(_ quantity: Quantity) -> Model.Unit? {
        guard let column = column(of: quantity.tokens.lowerBound), let head = head(above: quantity.sentence) else {
            return nil
        }
        let cells = cells(of: head)
        guard cells.indices.contains(column) else { return nil }
        let cell = cells[column]
        if cell.contains(where: { text.word($0) == "%" }) || contains(["tỉ", "lệ"], in: cell) { return .percent }
        if contains(["xếp", "hạng"], in: cell) || contains(["thứ", "hạng"], in: cell) { return .rank }
        for place in cell {
            if let noun = lexicon.noun(text, at: place), noun.unit != .percent, place + noun.count <= cell.upperBound {
                return noun.unit
            }
        }
        return nil
    }

    private func contains(_ words: [String], in cell: Range<Int>) -> Bool {
        cell.contains { text.has(words, at: $0) && $0 + words.count <= cell.upperBound }
    }

    /// The place of a token's cell in its row; nil outside tables.
    private func column(of index: Int) -> Int? {
        var column = 0
        var place = index
        var isRow = false
        while place > 0 && text.tokens[place].gap != .lineBreak {
            if text.tokens[place].gap == .tab {
                column += 1
                isRow = true
            }
            place -= 1
        }
        if !isRow,
            !(index + 1..<min(index + 12, text.count)).prefix(while: { text.tokens[$0].gap != .lineBreak }).contains(
                where: { text.tokens[$0].gap == .tab })
        {
            return nil
        }
        return column
    }

    /// The first row of the table that a sentence is a row of.
    private func head(above sentence: Int) -> Range<Int>? {
        var found: Range<Int>?
        var row = sentence
        while row >= 0, isRow(sentences[row].tokens) {
            found = sentences[row].tokens
            row -= 1
        }
        return row + 1 < sentence ? found : nil
    }

    private func isRow(_ tokens: Range<Int>) -> Bool { tokens.dropFirst().contains { text.tokens[$0].gap == .tab } }

    private func cells(of row: Range<Int>) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var start = row.lowerBound
        for place in row.dropFirst() where text.tokens[place].gap == .tab {
            result.append(start..<place)
            start = place
        }
        result.append(start..<row.upperBound)
        return result
    }
}
