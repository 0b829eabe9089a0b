import Model

/// Measures of nature, prices of the market, lengths of time, and the numbers of lists.
extension MaskScanner {
    /// Lengths, areas, weights, temperatures: nothing that an office produces.
    func measurement(at index: Int) -> Mask? {
        var next = index + 1
        while text.isNumber(next + 1), text.word(next).isAny(".", ","), text.isGlued(next), text.isGlued(next + 1) {
            next += 2
        }
        guard MaskScanner.measures.contains(text.word(next)), text.isSameCell(index, next) else { return nil }
        return Mask(tokens: index..<next, reason: .measurement, detail: text.word(next).text)
    }

    private static let measures: WordSet = [
        "km", "km²", "m²", "m", "mét", "ha", "hecta", "héc", "kg", "tấn", "mm", "cm", "°", "độ", "kw", "kwh", "mw",
        "lít", "mbps", "tạ", "‰",
    ]

    /// `25.000 đồng/kg`, `118 triệu đồng/lượng`: what a thing costs at the market.
    func price(at index: Int) -> Mask? {
        var next = index + 1
        while text.word(next).isAny(".", ",", "-"), text.isNumber(next + 1), next < index + 8 { next += 2 }
        while SpelledNumber.scale(text.word(next)) != nil { next += 1 }
        guard text.word(next) == "đồng" || text.word(next) == "đ", text.word(next + 1) == "/",
            text.isSameCell(index, next + 1),
            MaskScanner.goods.contains(text.word(next + 2))
        else { return nil }
        return Mask(tokens: index..<next, reason: .price, detail: "đồng/\(text.word(next + 2).text)")
    }

    private static let goods: WordSet = [
        "kg", "lượng", "lít", "chỉ", "usd", "vé", "chục", "con", "m²", "tạ", "tấn", "quả", "bó", "ca", "thùng", "gói",
    ]

    /// `trong 05 năm`, `sau 6 tháng`, `2 tuần`: how long something takes, which is a period and no result.
    func span(at index: Int) -> Mask? {
        guard isPlain(index), text.word(index + 1).isAny("năm", "tháng", "tuần", "quí"),
            text.isSameCell(index, index + 1), !text.isNumber(index + 2) || text.word(index + 1) != "năm"
        else { return nil }
        return Mask(tokens: index..<index + 1, reason: .period, detail: text.word(index + 1).text)
    }

    /// The running number in the first column of a table that is headed TT or STT.
    func rowNumber(at index: Int) -> Mask? {
        guard text.isLineStart(index), text.tokens.indices.contains(index + 1), text.tokens[index + 1].gap == .tab,
            tables.numbersRows(at: index)
        else { return nil }
        return Mask(tokens: index..<index + 1, reason: .ordinal, detail: "row number")
    }

    /// `1.`, `2)`, `[1]`, `(3)` at the beginning of a line: they number a list.
    func marker(at index: Int) -> Mask? {
        if text.word(index - 1) == "[", text.word(index + 1) == "]" {
            return Mask(tokens: index..<index + 1, reason: .generic, detail: "footnote")
        }
        let opens = text.word(index - 1) == "(" && text.isLineStart(index - 1)
        guard text.isLineStart(index) || opens, text.digits(index) <= 2 else { return nil }
        guard text.word(index + 1).isAny(".", ")", "/"), text.isGlued(index + 1), !text.isGlued(index + 2),
            !text.isLineStart(index + 2)
        else { return nil }
        return Mask(tokens: index..<index + 1, reason: .ordinal, detail: "list number")
    }
}
