import Model

/// Finds the numbers that are never indicators by what stands around them.
struct MaskScanner: Sendable {
    let text: TokenText
    let tables: RowNumbers

    init(text: TokenText) {
        self.text = text
        tables = RowNumbers(text: text)
    }

    /// What a number token is a part of, when it is masked: the tokens, the reason and what showed it.
    struct Mask {
        let tokens: Range<Int>
        let reason: RejectionReason
        let detail: String
    }

    /// The first rule that knows the number wins; the order goes from the surest to the loosest.
    func mask(at index: Int) -> Mask? {
        document(at: index) ?? named(at: index) ?? measured(at: index)
    }

    private func document(at index: Int) -> Mask? {
        legalNumber(at: index) ?? phone(at: index) ?? clock(at: index) ?? labelled(at: index)
    }

    private func named(at index: Int) -> Mask? {
        ordinal(at: index) ?? age(at: index) ?? name(at: index) ?? numberedPlace(at: index) ?? dayOfMonth(at: index)
    }

    private func measured(at index: Int) -> Mask? {
        measurement(at: index) ?? price(at: index) ?? span(at: index) ?? marker(at: index) ?? rowNumber(at: index)
    }

    // MARK: Documents

    /// `76/NQ-CP`, `15/2023/QĐ-UBND`, `19-NQ/TW`, `30c/NQ-CP`: digits, then a slash or dash and capitals.
    private func legalNumber(at index: Int) -> Mask? {
        var next = index + 1
        if text.isGlued(next), text.tokens.indices.contains(next), text.tokens[next].kind == .word,
            text.word(next).isSingleCharacter
        {
            next += 1
        }
        if text.word(next) == "/", text.isGlued(next), text.isNumber(next + 1), text.isGlued(next + 1) { next += 2 }
        guard text.word(next).isAny("/", "-"), text.isGlued(next), text.tokens.indices.contains(next + 1),
            text.isGlued(next + 1), text.tokens[next + 1].kind == .word, isDocumentCode(text.tokens[next + 1])
        else { return nil }
        var end = next + 2
        while end < text.count, text.isGlued(end),
            text.tokens[end].kind != .punctuation || text.word(end).isAny("/", "-")
        {
            end += 1
        }
        return Mask(tokens: index..<end, reason: .legalNumber, detail: text.text(index..<end))
    }

    /// Two capitals or more (`QĐ`, `NQ`, `QĐi`), but not the unit of a rate as in `phút/TTHC`.
    private func isDocumentCode(_ token: Token) -> Bool {
        let scalars = text.slice(token.range).unicodeScalars
        let capitals = scalars.prefix { $0.properties.isUppercase }.count
        return capitals >= 2
    }

    // MARK: Phones and clocks

    private func phone(at index: Int) -> Mask? {
        var end = index + 1
        var digits = text.digits(index)
        var groups = 1
        while text.isNumber(end + 1), text.word(end) == ".", text.isGlued(end), text.isGlued(end + 1) {
            digits += text.digits(end + 1)
            end += 2
            groups += 1
        }
        if text.word(end) == ".", text.word(end + 1).text.hasPrefix("xx"), text.isGlued(end + 1) {
            return Mask(tokens: index..<end + 2, reason: .phone, detail: text.text(index..<end + 2))
        }
        var spaced = end
        while text.isNumber(spaced), text.isSameCell(index, spaced), text.word(index).firstByte == 0x30,
            text.digits(index) >= 3
        {
            digits += text.digits(spaced)
            spaced += 1
        }
        let isLong = digits >= 9 && text.word(index).firstByte == 0x30 && text.digits(index) >= 3
        let place = text.word(index - 1) == ":" && text.isSameCell(index - 1, index - 1) ? index - 1 : index
        let isHotline =
            MaskScanner.phoneWords.match(text, before: place) != nil && text.isSameCell(place - 1, index - 1)
        guard isLong || (isHotline && (digits >= 8 || (groups == 1 && digits >= 3))) else { return nil }
        return Mask(tokens: index..<max(end, spaced), reason: .phone, detail: text.text(index..<max(end, spaced)))
    }

    private static let phoneWords = PhraseTable(
        [
            "điện thoại", "đường dây nóng", "hotline", "tổng đài", "số máy", "gọi", "gọi số", "tổng đài số", "fax",
            "số điện thoại",
        ].map { (MatchingForm.words($0), true) }, by: .last)

    /// `15h30`, `15:31`, `8 giờ 30 phút`, `17 giờ ngày 8/9`.
    private func clock(at index: Int) -> Mask? {
        guard let hour = text.integer(index), hour <= 24, text.digits(index) <= 2 else { return nil }
        if text.word(index + 1) == "h", text.isGlued(index + 1) {
            let end = text.isNumber(index + 2) && text.isGlued(index + 2) ? index + 3 : index + 2
            return Mask(tokens: index..<end, reason: .time, detail: "giờ")
        }
        if text.word(index + 1) == ":", text.isGlued(index + 1), text.isNumber(index + 2), text.isGlued(index + 2),
            text.digits(index + 2) == 2
        {
            return Mask(tokens: index..<index + 3, reason: .time, detail: "giờ")
        }
        guard text.word(index + 1) == "giờ" else { return nil }
        if let minute = text.integer(index + 2), minute < 60, text.isSameCell(index, index + 2) {
            return Mask(tokens: index..<index + 3, reason: .time, detail: "giờ")
        }
        let isClock =
            text.word(index + 2).isAny("sáng", "chiều", "tối", "trưa", "đêm", "ngày", "cùng", "hằng", "hàng", "hôm")
            || text.word(index - 1).isAny("lúc", "hồi", "khoảng", "vào")
        return isClock ? Mask(tokens: index..<index + 1, reason: .time, detail: "giờ") : nil
    }

    // MARK: Labels: a noun in front names the number

    /// Nouns before a number that make it a name: `Điều 5`, `tổ 3`, `mức độ 4`, `Quốc lộ 2`.
    private func labelled(at index: Int) -> Mask? {
        guard isPlain(index) else { return nil }
        if let found = MaskLabel.all.match(text, before: index, where: { names($0, at: index) }) {
            return Mask(tokens: index..<index + 1, reason: found.value.reason, detail: found.value.words)
        }
        // A second label of the same noun: "mức độ 3, 4", "nhóm 1 và 2".
        let link = text.word(index - 1)
        if link.isAny(",", "và", "-"), text.isNumber(index - 2), text.isSameCell(index - 2, index),
            text.digits(index) <= 2, !UnitLexicon.standard.isClassifier(text, at: index + 1),
            let before = labelled(at: index - 2)
        {
            return Mask(tokens: index..<index + 1, reason: before.reason, detail: before.detail)
        }
        return nil
    }

    /// Whether a label before a number names it.
    private func names(_ entry: PhraseTable<MaskLabel>.Entry, at index: Int) -> Bool {
        let label = entry.value
        let first = index - entry.count
        if label.isProper, !text.tokens[first].isCapitalized { return false }
        if let noun = UnitLexicon.standard.noun(text, at: index + 1), text.isSameCell(index, index + 1),
            !isFirm(label, text.tokens[first], before: noun.unit)
        {
            return false
        }
        if label.words == "bản", text.word(index - 2) == "văn" { return false }
        if label.words == "nhóm", text.word(index - 2).isAny("vào", "trong", "thuộc") { return false }
        return !label.isGraded || text.integer(index) ?? 99 <= 13
    }

    /// Whether a label names its number even before a noun: `Nghị quyết số 18 …`, `Đề án 06 tỉnh`, `tổ 14 phường`.
    private func isFirm(_ label: MaskLabel, _ first: Token, before unit: Model.Unit) -> Bool {
        switch label.words {
        case "điều", "khoản": unit == .document
        case "đề án", "chương trình": first.isCapitalized
        default:
            label.isFirm || label.isProper && first.isCapitalized
                || label.isDwelling && (unit == .commune || unit == .district)
        }
    }

    /// Digits alone, and not many: no separators, no percent sign, no scale behind them.
    func isPlain(_ index: Int) -> Bool {
        let mark = text.word(index + 1)
        if mark.isAny(".", ","), text.isGlued(index + 1), text.isNumber(index + 2), text.isGlued(index + 2) {
            return false
        }
        if mark == "%" || SpelledNumber.scale(mark) != nil { return false }
        // "cấp 8 - 10 triệu đồng": a range with a scale is no name.
        if mark == "-", text.isNumber(index + 2), SpelledNumber.scale(text.word(index + 3)) != nil { return false }
        return true
    }

    // MARK: Ordinals, ages, names

    /// `kỳ họp thứ 8`, `lần thứ 3`, `năm thứ 6`, `thứ 5` as a weekday; ranks are not meant here.
    private func ordinal(at index: Int) -> Mask? {
        guard text.word(index - 1) == "thứ", text.isSameCell(index - 1, index) else { return nil }
        let before = text.word(index - 2)
        guard MaskScanner.ordinalNouns.contains(before), text.isSameCell(index - 2, index) else { return nil }
        return Mask(tokens: index..<index + 1, reason: .ordinal, detail: "\(before.text) thứ")
    }

    private static let ordinalNouns: WordSet = [
        "họp", "lần", "năm", "phiên", "quí", "kì", "khóa", "án", "người", "thứ", "ngày", "sáng", "chiều", "nhiệm",
        "đợt",
        "bước", "cấp", "hội", "tháng", "tuần", "điều", "ngôi", "con",
    ]

    private func age(at index: Int) -> Mask? {
        guard text.word(index + 1) == "tuổi" else { return nil }
        return Mask(tokens: index..<index + 1, reason: .age, detail: "tuổi")
    }

    /// `xã A Lưới 1`, `phường Hòa Vang 2`: places that share a name are numbered.
    private func numberedPlace(at index: Int) -> Mask? {
        guard let number = text.integer(index), (1...20).contains(number), isPlain(index), index > 1,
            text.word(index).firstByte != 0x30, !UnitLexicon.standard.isClassifier(text, at: index + 1),
            text.isSameCell(index - 1, index), text.tokens[index - 1].isCapitalized, text.word(index + 1) != "/"
        else { return nil }
        var place = index - 1
        while place > index - 6, place >= 0, text.tokens[place].kind == .word, text.tokens[place].isCapitalized,
            !MaskScanner.placeTypes.contains(text.word(place))
        {
            place -= 1
        }
        guard place >= 0, MaskScanner.placeTypes.contains(text.word(place)), text.isSameCell(place, index) else {
            return nil
        }
        return Mask(tokens: index..<index + 1, reason: .name, detail: text.text(place..<index + 1))
    }

    private static let placeTypes: WordSet = ["xã", "phường", "quận", "khu", "thôn", "bản", "trường"]

    /// `24/7`, `4.0`, `5G`, `ISO 9001:2015`, a number glued to letters in front (`COVID-19`, `K12`, `UBTVQH15`).
    private func name(at index: Int) -> Mask? {
        if text.word(index) == "24", text.word(index + 1) == "/", text.word(index + 2) == "7", text.isGlued(index + 1) {
            return Mask(tokens: index..<index + 3, reason: .name, detail: "24/7")
        }
        if text.word(index) == "4", text.word(index + 1) == ".", text.word(index + 2) == "0", text.isGlued(index + 2) {
            return Mask(tokens: index..<index + 3, reason: .name, detail: "4.0")
        }
        if index > 0, text.isGlued(index), text.tokens[index - 1].kind == .word, text.tokens[index - 1].isCapitalized {
            return Mask(tokens: index..<index + 1, reason: .name, detail: text.text(index - 1..<index + 1))
        }
        if index > 1, text.word(index - 1) == "-", text.isGlued(index), text.isGlued(index - 1),
            text.tokens[index - 2].kind == .word, text.tokens[index - 2].isAllCapitals
        {
            return Mask(tokens: index..<index + 1, reason: .name, detail: text.text(index - 2..<index + 1))
        }
        if text.word(index - 1).isAny("iso", "tcvn", "đại", "apec", "windows", "vneid", "olympic") {
            let isYear = text.word(index + 1) == ":" && text.isGlued(index + 1) && text.isNumber(index + 2)
            return Mask(
                tokens: index..<(isYear ? index + 3 : index + 1), reason: .name, detail: text.word(index - 1).text)
        }
        if text.isGlued(index + 1), text.word(index + 1) == "g", text.digits(index) == 1 {
            return Mask(tokens: index..<index + 2, reason: .name, detail: "\(text.word(index).text)G")
        }
        return nil
    }

    /// `trước ngày 20`, `ngày 10 và 25 hằng tháng`: a day without its month.
    private func dayOfMonth(at index: Int) -> Mask? {
        guard let day = text.integer(index), (1...31).contains(day), isPlain(index), text.isSameCell(index - 1, index),
            text.word(index - 1) == "ngày", !text.word(index - 2).isAny("mỗi", "một", "hằng", "hàng", "bình"),
            text.word(index + 1) != "/", !UnitLexicon.standard.isClassifier(text, at: index + 1)
        else { return nil }
        return Mask(tokens: index..<index + 1, reason: .date, detail: "ngày")
    }
}
