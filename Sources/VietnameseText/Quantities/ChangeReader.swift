import Model

/// Reads the words of movement before a number.
struct ChangeReader: Sendable {
    let text: TokenText

    /// The cue that stands directly before a number (before its qualifying words).
    func cue(before index: Int) -> Quantity.ChangeCue? {
        ChangeReader.cues.match(text, before: index)?.value
    }

    private static let cues = PhraseTable(written.map { (MatchingForm.words($0.0), $0.1) }, by: .last)

    private static let written: [(String, Quantity.ChangeCue)] = [
        ("tăng lên thành", .to), ("giảm xuống còn", .to), ("rút ngắn còn", .to), ("rút ngắn xuống còn", .to),
        ("rút xuống còn", .to), ("giảm xuống", .to), ("tăng lên", .to), ("giảm còn", .to), ("còn lại", .to),
        ("xuống còn", .to),
        ("nâng lên", .to), ("lên thành", .to), ("chỉ còn", .to), ("lên tới", .to), ("lên đến", .to), ("lên", .to),
        ("xuống", .to),
        ("còn", .to), ("tăng thêm", .by(.up)), ("tăng tới", .by(.up)), ("tăng đến", .by(.up)), ("tăng", .by(.up)),
        ("giảm được", .by(.down)), ("giảm tới", .by(.down)), ("giảm đi", .by(.down)), ("giảm thêm", .by(.down)),
        ("giảm", .by(.down)),
        ("tụt", .by(.down)), ("cắt giảm", .by(.down)), ("cắt giảm được", .by(.down)), ("rút ngắn", .by(.down)),
        ("rút ngắn được", .by(.down)), ("vượt", .by(.up)), ("cao hơn", .by(.up)), ("nhiều hơn", .by(.up)),
        ("thấp hơn", .by(.down)), ("ít hơn", .by(.down)), ("gấp", .multiple), ("gấp hơn", .multiple),
        ("mất", .by(.down)),
        ("từ", .from),
    ]
}
