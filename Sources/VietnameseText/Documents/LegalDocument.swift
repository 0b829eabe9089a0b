import Model

/// A legal or administrative document that a text cites by its number: `Nghị quyết số 76/NQ-CP ngày 15/7/2021`.
///
/// Numbers and signs follow Decree 30/2020/NĐ-CP on clerical work, article 8 and appendix III, and Law 80/2015/QH13 on
/// legal documents: number, year (of legal documents only), kind, issuer; party documents put a dash before the kind.
public struct LegalDocument: Hashable, Sendable {
    /// UTF-8 offsets of the number with its sign, `76/NQ-CP`.
    public let range: Range<Int>
    /// The number with its sign, as printed.
    public let text: String
    /// The number alone, `76`, `30c`.
    public let number: String
    /// The year of the number, or else of the date that stands behind it.
    public let year: Int?
    /// The day of issue where the text names it.
    public let date: CivilDate?
    /// The kind in words, `nghị quyết`; nil for a sign that stands for none.
    public let kind: String?
    /// The issuer's sign, `CP`, `UBND`, `UBTVQH`.
    public let issuer: String?
    /// The issuer in words, `Chính phủ`, where the sign is known.
    public let issuerName: String?
}

extension AnnotatedText {
    /// The documents that the text cites by number, in order: its legal basis.
    public var documents: [LegalDocument] {
        masked.filter { $0.reason == .legalNumber }.compactMap { mask in
            guard let sign = DocumentSign(mask.surface) else { return nil }
            let date = date(behind: mask.range.upperBound)
            return LegalDocument(
                range: mask.range, text: mask.surface, number: sign.number, year: sign.year ?? date?.year, date: date,
                kind: sign.kind, issuer: sign.issuer, issuerName: sign.issuerName)
        }
    }

    /// The day that stands right behind a number: `76/NQ-CP ngày 15/7/2021`, `76/NQ-CP (15/7/2021)`.
    private func date(behind offset: Int) -> CivilDate? {
        guard let next = times.first(where: { $0.range.lowerBound >= offset }),
            next.range.lowerBound - offset <= 3, next.period.start == next.period.end
        else { return nil }
        return next.period.end
    }
}

/// The parts of a document's number and sign.
private struct DocumentSign {
    let number: String
    var year: Int?
    var kind: String?
    var issuer: String?
    var issuerName: String?

    /// Reads `15/2023/QĐ-UBND`, `30c/NQ-CP`, `19-NQ/TW`; nil for a number without a sign.
    init?(_ text: String) {
        var parts = text.split(whereSeparator: { $0 == "/" || $0 == "-" }).map(String.init)
        guard parts.count > 1, let first = parts.first, first.first?.isNumber == true else { return nil }
        number = first
        parts.removeFirst()
        if let named = Int(parts[0]), parts[0].utf8.count == 4, Calendar.isYear(named) {
            year = named
            parts.removeFirst()
        }
        guard let sign = parts.first, sign.contains(where: \.isLetter) else { return nil }
        // A law has only the sign of the assembly: 80/2015/QH13.
        if let name = DocumentSign.assembly(sign) {
            (issuer, issuerName) = (DocumentSign.letters(sign), name)
            if year != nil { kind = "luật" }
            return
        }
        kind = DocumentSign.kinds[sign.uppercased()]
        issuer = parts.dropFirst().first.map(DocumentSign.letters)
        issuerName = issuer.flatMap { DocumentSign.assembly($0) ?? DocumentSign.issuers[$0.uppercased()] }
    }

    /// Without the number of the term, as in `UBTVQH15`.
    private static func letters(_ sign: String) -> String { String(sign.prefix { !$0.isNumber }) }

    private static func assembly(_ sign: String) -> String? {
        switch letters(sign) {
        case "QH": "Quốc hội"
        case "UBTVQH": "Ủy ban Thường vụ Quốc hội"
        default: nil
        }
    }

    private static let kinds: [String: String] = [
        "NQ": "nghị quyết", "NĐ": "nghị định", "QĐ": "quyết định", "CT": "chỉ thị", "TT": "thông tư",
        "TTLT": "thông tư liên tịch", "KH": "kế hoạch", "BC": "báo cáo", "TB": "thông báo", "KL": "kết luận",
        "TTR": "tờ trình", "HD": "hướng dẫn", "CV": "công văn", "CTR": "chương trình", "ĐA": "đề án", "QC": "quy chế",
        "QĐI": "quy định", "QYĐ": "quy định", "PA": "phương án", "CĐ": "công điện", "PL": "pháp lệnh",
        "VBHN": "văn bản hợp nhất",
        "GM": "giấy mời", "BB": "biên bản", "HDLN": "hướng dẫn liên ngành",
    ]

    private static let issuers: [String: String] = [
        "CP": "Chính phủ", "TTG": "Thủ tướng Chính phủ", "TW": "Trung ương", "BCT": "Bộ Chính trị",
        "UBND": "Ủy ban nhân dân",
        "HĐND": "Hội đồng nhân dân", "TU": "Tỉnh ủy, Thành ủy", "HU": "Huyện ủy", "ĐU": "Đảng ủy",
        "VPCP": "Văn phòng Chính phủ",
        "BNV": "Bộ Nội vụ", "BTC": "Bộ Tài chính", "BTP": "Bộ Tư pháp", "BTTTT": "Bộ Thông tin và Truyền thông",
        "BKHCN": "Bộ Khoa học và Công nghệ", "BGDĐT": "Bộ Giáo dục và Đào tạo", "BYT": "Bộ Y tế", "BCA": "Bộ Công an",
        "BTNMT": "Bộ Tài nguyên và Môi trường", "BXD": "Bộ Xây dựng", "SNV": "Sở Nội vụ", "BCĐ": "Ban Chỉ đạo",
    ]
}
