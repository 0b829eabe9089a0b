import Model

/// A period as reports name it, as a whole phrase: `6 tháng đầu năm 2024`, `từ 15/7/2021 đến 31/3/2024`, `đến nay`.
public enum PeriodPhrase {
    /// The period that the phrase and nothing but it states; both its days belong to it.
    ///
    /// - Parameter published: the day that `nay` means and that years left out are taken from.
    public static func read(_ phrase: String, published: CivilDate) -> Period? {
        let text = AnnotatedText(phrase, published: published)
        guard text.times.count == 1, let mention = text.times.first, mention.period.end != nil,
            text.tokens[..<mention.tokens.lowerBound].allSatisfy({ leadIns.contains($0.fold) }),
            text.tokens[mention.tokens.upperBound...].allSatisfy({ $0.kind == .punctuation })
        else { return nil }
        return mention.period
    }

    private static let leadIns: WordSet = [
        "trong", "vào", "tính", "đến", "hết", "cuối", "kể", "ngày", "cả", "của", "giai", "đoạn", "thời", "kì", "(",
    ]
}
