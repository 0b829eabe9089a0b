import Model

/// What the columns of tables count, by their heads and captions.
struct ColumnUnits: Sendable {
    /// What is known of a cell.
    struct Column: Sendable {
        /// The unit that the head of the column names.
        var unit: Unit?
        /// The unit of the table, for columns whose head names none.
        var fallback: Unit?
        /// `đơn vị: triệu đồng` in the caption.
        var scale: Int64 = 1
    }

    private let text: TokenText
    private let lexicon = UnitLexicon.standard
    /// For each sentence that is a row of a table, the columns of the table.
    private var tables: [Int: [Column]] = [:]

    init(text: TokenText, sentences: [Sentence]) {
        self.text = text
        var number = 0
        while number < sentences.count {
            guard isRow(sentences[number].tokens) else {
                number += 1
                continue
            }
            let head = number
            var end = number + 1
            while end < sentences.count, isRow(sentences[end].tokens) { end += 1 }
            let columns = columns(head: sentences[head].tokens, caption: caption(before: head, sentences))
            for row in head + 1..<max(head + 1, end) { tables[row] = columns }
            number = end
        }
    }

    /// What the column of a number counts; nil outside tables.
    func column(of quantity: Quantity) -> Column? {
        guard let columns = tables[quantity.sentence] else { return nil }
        var number = 0
        var place = quantity.tokens.lowerBound
        while place > 0, place > quantity.tokens.lowerBound - TokenText.longestRow,
            text.tokens[place].gap != .lineBreak
        {
            if text.tokens[place].gap == .tab { number += 1 }
            place -= 1
        }
        return number < columns.count ? columns[number] : columns.last
    }

    private func isRow(_ tokens: Range<Int>) -> Bool { tokens.dropFirst().contains { text.tokens[$0].gap == .tab } }

    /// The two sentences before a table: its title and the words in brackets.
    private func caption(before head: Int, _ sentences: [Sentence]) -> Range<Int> {
        guard head > 0 else { return 0..<0 }
        return sentences[max(0, head - 2)].tokens.lowerBound..<sentences[head].tokens.lowerBound
    }

    private func columns(head: Range<Int>, caption: Range<Int>) -> [Column] {
        let money = money(in: caption) ?? money(in: head)
        var fallback: Unit?
        for place in head.lowerBound..<head.upperBound where fallback == nil { fallback = things(at: place) }
        for place in caption.reversed() where fallback == nil { fallback = things(at: place) }
        return cells(of: head).map { cell in
            var column = Column(unit: unit(of: cell), fallback: fallback)
            if let money, column.unit != .percent, column.unit != .rank, column.unit != .percentagePoint {
                column.unit = .vnd
                column.scale = money
            }
            return column
        }
    }

    /// A noun for things that offices handle, not for the places that the rows name.
    private func things(at place: Int) -> Unit? {
        guard let noun = lexicon.noun(text, at: place) else { return nil }
        switch noun.unit {
        case .province, .district, .commune, .agency, .percent, .percentagePoint, .rank, .group, .times, .day:
            return nil
        default: return noun.unit
        }
    }

    private func unit(of cell: Range<Int>) -> Unit? {
        for place in cell where text.has("điểm", "%", at: place) || text.has("điểm", "phần", "trăm", at: place) {
            return .percentagePoint
        }
        if cell.contains(where: { text.word($0) == "%" }) || has(["tỉ", "lệ"], in: cell) { return .percent }
        if has(["hạng"], in: cell) || has(["thứ", "tự"], in: cell) || has(["vị", "trí"], in: cell) { return .rank }
        if cell.contains(where: { ColumnUnits.indices.contains(text.word($0)) }) || has(["điểm"], in: cell) {
            return .point
        }
        var place = cell.lowerBound
        while place < cell.upperBound {
            if let noun = lexicon.noun(text, at: place), place + noun.count <= cell.upperBound { return noun.unit }
            place += 1
        }
        return ["nhận", "quyết", "hạn", "trễ"].contains { has([$0], in: cell) } ? .caseFile : nil
    }

    private static let indices: WordSet = ["index", "sipas", "papi", "dti", "ddci", "pci", "pgi", "pargi"]

    private func has(_ words: [FoldedWord], in cell: Range<Int>) -> Bool {
        cell.contains { text.has(words, at: $0) && $0 + words.count <= cell.upperBound }
    }

    /// `đơn vị: triệu đồng`, `ĐVT: tỷ đồng`: the factor of the money in the table.
    private func money(in range: Range<Int>) -> Int64? {
        for place in range where text.word(place) == "đồng" && place > 0 {
            guard let scale = SpelledNumber.scale(text.word(place - 1)) else { continue }
            let before = (max(range.lowerBound, place - 6)..<place).map { text.word($0) }
            if before.contains("vị") || before.contains("đvt") || before.contains("tính") { return scale }
        }
        return nil
    }

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
