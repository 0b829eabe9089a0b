import Model

/// The periods that earlier sentences and paragraphs leave behind for numbers without an expression of their own.
struct CarriedPeriods {
    private let text: TokenText
    private let layout: ParagraphLayout
    private var paragraph = -1
    /// The last expression of this paragraph.
    private var here: Period?
    /// What the list, table or report was announced with.
    private var announced: Period?
    /// The year of an index, as named last.
    private var edition: Period?
    /// The columns of the current table that have a time in their head.
    private var columns: [Int: Period] = [:]
    private var head: Range<Int>?
    /// The text has the form of a report: numbered or bulleted parts.
    private var isReport = false
    /// An index and its year stand in the first lines: the article is about that edition.
    private var isIndexArticle = false
    /// The first lines speak of a report on a time.
    private var isReported = false

    init(text: TokenText, layout: ParagraphLayout) {
        self.text = text
        self.layout = layout
    }

    /// Begins a sentence.
    mutating func enter(_ sentence: Sentence) {
        guard sentence.paragraph != paragraph else { return }
        paragraph = sentence.paragraph
        here = nil
        if layout.kinds[paragraph] == .item { isReport = true }
        if layout.heads[paragraph] != head {
            head = layout.heads[paragraph]
            columns = [:]
        }
    }

    /// Takes note of an expression, after the numbers of its sentence have been given their periods.
    mutating func note(_ mention: TimeMention, hasFigures: Bool, isAside: Bool) {
        guard mention.period.end != nil else { return }
        if let head, head.contains(mention.tokens.lowerBound) {
            columns[column(of: mention.tokens.lowerBound)] = mention.period
            return
        }
        let isPlanHeading = mention.role == .target && !hasFigures && layout.announces[paragraph]
        guard mention.role == .reporting || mention.role == .asOf || isPlanHeading else { return }
        if layout.kinds[paragraph] == .row || isAside && (hasFigures || announced != nil) { return }
        here = mention.period
        let isLead = paragraph < CarriedPeriods.leadLines
        if isEdition(mention) {
            edition = mention.period
            if isLead { isIndexArticle = true }
        }
        if isLead, isReport(mention) { isReported = true }
        if layout.kinds[paragraph] == .plain || layout.announces[paragraph] || !hasFigures {
            announced = mention.period
        }
    }

    /// The period of a number whose own sentence gives none.
    func period(for quantity: Quantity) -> Period? {
        guard layout.kinds.indices.contains(paragraph) else { return nil }
        switch layout.kinds[paragraph] {
        case .row:
            if let head, let own = columns[column(of: quantity.tokens.lowerBound)],
                !head.contains(quantity.tokens.lowerBound)
            {
                return own
            }
            return announced ?? columns.values.max { ($0.end ?? .distantPast) < ($1.end ?? .distantPast) }
        case .item: return here ?? announced
        case .plain:
            if let here { return here }
            if isReport { return announced }
            if isIndexArticle { return edition }
            if isReported { return announced }
            return quantity.unit == .point || quantity.unit == .rank || namesIndex(before: quantity) ? edition : nil
        }
    }

    /// Whether a year stands at the name of an index: `PAPI năm 2023`, `Chỉ số CCHC năm 2022`.
    private func isEdition(_ mention: TimeMention) -> Bool {
        let start = max(0, mention.tokens.lowerBound - 12)
        return (start..<mention.tokens.lowerBound).contains {
            CarriedPeriods.indexNames.contains(text.word($0)) || text.has("chỉ", "số", at: $0)
        }
    }

    private static let leadLines = 3

    /// Whether words such as `báo cáo` or `sơ kết` stand around an expression.
    private func isReport(_ mention: TimeMention) -> Bool {
        let start = max(0, mention.tokens.lowerBound - 40)
        return (start..<mention.tokens.upperBound + 10).contains { place in
            switch text.word(place) {
            case "báo": text.has("báo", "cáo", at: place)
            case "kết": text.has("kết", "quả", at: place)
            case "sơ", "tổng": text.word(place + 1) == "kết" && text.isSameCell(place, place + 1)
            default: false
            }
        }
    }

    /// Whether the sentence names an index before the number.
    private func namesIndex(before quantity: Quantity) -> Bool {
        var place = quantity.tokens.lowerBound - 1
        var steps = 0
        while place >= 0, steps < 40, text.tokens[place + 1].gap != .lineBreak {
            if CarriedPeriods.indexNames.contains(text.word(place)) { return true }
            place -= 1
            steps += 1
        }
        return false
    }

    private static let indexNames: WordSet = [
        "index", "sipas", "papi", "pci", "dti", "ddci", "pgi", "par", "pargi",
    ]

    /// How many tab stops stand before a token in its row.
    private func column(of index: Int) -> Int {
        var count = 0
        var place = index
        while place > 0, place > index - TokenText.longestRow, text.tokens[place].gap != .lineBreak {
            if text.tokens[place].gap == .tab { count += 1 }
            place -= 1
        }
        return count
    }
}

extension CivilDate {
    /// Before any day that a text of ours speaks of.
    fileprivate static let distantPast = CivilDate(dayNumber: -700_000)
}
