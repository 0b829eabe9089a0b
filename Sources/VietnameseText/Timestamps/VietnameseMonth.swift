/// A month as Vietnamese writes it: `tháng 5`, `thg 5`, `Th5`, `tháng Năm`, `tháng Mười Hai`.
struct VietnameseMonth {
    let number: Int
    /// The token behind it.
    let end: Int

    /// `isField`: the text is a date field. In running text `6 tháng năm 2024` are six months of a year.
    init?(_ tokens: TimestampTokens, at index: Int, isField: Bool) {
        guard VietnameseMonth.names.contains(tokens[index]) else { return nil }
        if let number = tokens.number(index + 1, 1...2) {
            guard (1...12).contains(number) else { return nil }
            (self.number, end) = (number, index + 2)
        } else if tokens[index + 1] == "mười", tokens[index + 2] == "một" || tokens[index + 2] == "hai" {
            (number, end) = (tokens[index + 2] == "một" ? 11 : 12, index + 3)
        } else if let number = VietnameseMonth.numbers[tokens[index + 1]],
            isField || number != 5 || tokens.number(index + 2) == nil
        {
            (self.number, end) = (number, index + 2)
        } else {
            return nil
        }
    }

    /// The second is `tháng` in combining letters.
    private static let names: Set<String> = ["tháng", "tha\u{301}ng", "thg", "th"]

    private static let numbers = [
        "một": 1, "giêng": 1, "hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
        "mười": 10, "chạp": 12,
    ]
}
