import FoundationEssentials
import Model

/// Writes observations and rejections down with their evidence.
struct ObservationDraft {
    let source: SourceText
    let passage: Passage
    let catalogue: Catalogue
    private let bytes: [UInt8]

    init(source: SourceText, passage: Passage, catalogue: Catalogue) {
        self.source = source
        self.passage = passage
        self.catalogue = catalogue
        bytes = source.annotated.bytes
    }

    func observation(_ index: Int, _ verdict: Verdict, place: PlaceReference?, period: Period, total: Int?)
        -> Observation
    {
        let figure = source.figures[index]
        let indicator = indicator(of: verdict.answer)
        var flags = figure.flags
        if verdict.kind == .level, figure.unit.isComparable(with: indicator),
            let bounds = indicator?.bounds, !bounds.contains(figure.value)
        {
            flags.insert(.outOfBounds)
        }
        if figure.qualifier == .impliedAll { flags.insert(.impliedValue) }
        let context = NumberContext(passage: passage, word: passage.numberWords[index])
        return Observation(
            range: figure.range, valueText: text(figure.range), value: figure.value, unit: figure.unit,
            indicator: indicator?.code, measure: measure(context), kind: verdict.kind,
            direction: verdict.kind == .change ? verdict.direction : nil, qualifier: figure.qualifier,
            denominator: figure.denominator, place: place, period: period,
            stockFlow: period.start == nil ? .stock : .flow,
            partOf: total.map { source.figures[$0].range.lowerBound }, quote: quote(context.sentence),
            confidence: verdict.confidence, flags: flags, rule: rule(verdict))
    }

    func rejection(_ index: Int, _ verdict: Verdict) -> Rejection {
        let figure = source.figures[index]
        let context = NumberContext(passage: passage, word: passage.numberWords[index])
        let runner = verdict.runnersUp.first.flatMap { indicator(of: $0) }
        return Rejection(
            range: figure.range, surface: text(figure.range),
            reason: verdict.confidence < 60 ? .lowConfidence : .generic,
            detail: runner.map { "nearest: \($0.code)" } ?? "nothing near it names a measure",
            quote: quote(context.sentence))
    }

    /// The stretches whose digits mean nothing here.
    var maskedRejections: [Rejection] {
        passage.words.indices.compactMap { index in
            guard passage.words[index].kind == .masked,
                let mask = source.annotated.masked.first(where: { $0.range == passage.words[index].range })
            else { return nil }
            return Rejection(
                range: mask.range, surface: text(mask.range), reason: mask.reason, detail: mask.detail,
                quote: quote(passage.sentence(around: index)))
        }
    }

    private func indicator(of answer: Answer) -> Indicator? {
        guard case .indicator(let index) = answer else { return nil }
        return catalogue.indicators[index]
    }

    private func rule(_ verdict: Verdict) -> String {
        let others = verdict.runnersUp.compactMap { indicator(of: $0)?.code.rawValue }
        return "scored \(verdict.confidence)" + (others.isEmpty ? "" : ", before " + others.joined(separator: ", "))
    }

    /// The words near the number that name what is measured: behind it, else before it.
    private func measure(_ context: NumberContext) -> String {
        if let position = context.position, !position.head.isEmpty { return text(span(Array(position.head))) }
        let right = context.right.prefix(context.rightNear)
        let left = context.left.prefix(context.leftNear)
        let words = right.count >= 2 ? Array(right) : Array((left + right).sorted())
        return text(span(words.isEmpty ? [context.word] : words))
    }

    private func span(_ words: [Int]) -> Range<Int> {
        let ranges = words.map { passage.words[$0].range }
        return (ranges.map(\.lowerBound).min() ?? 0)..<(ranges.map(\.upperBound).max() ?? 0)
    }

    private func quote(_ sentence: Range<Int>) -> Range<Int> {
        var words = sentence
        while let last = words.last, passage.words[last].endsLine { words = words.dropLast() }
        return words.isEmpty ? 0..<0 : span(Array(words))
    }

    private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}

extension Model.Unit {
    /// Whether a value of this unit may be held against the bounds of an indicator: only in its own dimension.
    fileprivate func isComparable(with indicator: Indicator?) -> Bool {
        guard let indicator else { return false }
        return switch self {
        case .percent: indicator.valueType == .percent || indicator.valueType == .score
        case .percentagePoint, .times: false
        default: true
        }
    }
}
