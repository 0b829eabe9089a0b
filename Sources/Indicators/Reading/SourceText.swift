import FoundationEssentials
import Model
import VietnameseText

/// An article's text with all that is known of its numbers before they get a meaning.
struct SourceText {
    let annotated: AnnotatedText
    let figures: [Figure]

    /// NFC; offsets are UTF-8.
    var text: String { annotated.text }

    init(_ article: ReadableArticle) {
        annotated = AnnotatedText(article.text, published: article.published)
        figures = zip(annotated.quantities, annotated.periods).map { Figure($0, period: $1) }
    }

    /// The syllables and numbers of a phrase, without marks.
    static func syllables(of phrase: String) -> [String] {
        AnnotatedText.tokens(of: phrase).filter { $0.kind != .punctuation }.map(\.fold.text)
    }

    /// Figures and masked numbers as words, in the order of the text.
    var spans: [PassageBuilder.Span] {
        let all =
            figures.enumerated().map { PassageBuilder.Span(range: $0.element.range, figure: $0.offset) }
            + annotated.masked.map { PassageBuilder.Span(range: $0.range, figure: nil) }
        return all.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }
}

extension Figure {
    init(_ quantity: Quantity, period: Period) {
        self.init(
            range: quantity.range, value: quantity.value, unit: quantity.unit ?? Figure.unit(of: quantity.form),
            qualifier: quantity.qualifier, denominator: quantity.denominator, isSpelled: quantity.form == .spelled,
            flags: quantity.flags, change: quantity.change.map { Figure.name(of: $0) },
            isForecast: quantity.isForecast, period: period)
    }

    /// What a number without a classifier counts, by how it is written.
    private static func unit(of form: Quantity.Form) -> Model.Unit {
        switch form {
        case .percent, .implied: .percent
        case .score: .point
        case .rank: .rank
        case .money: .vnd
        case .duration: .day
        case .cardinal, .fraction, .spelled: .item
        }
    }

    private static func name(of cue: Quantity.ChangeCue) -> String {
        switch cue {
        case .by(.up): "up"
        case .by(.down): "down"
        case .to: "to"
        case .from: "from"
        case .multiple: "multiple"
        }
    }
}
