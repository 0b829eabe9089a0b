import Model

/// A noun that stands before a number and makes it a name: `Điều 5`, `tổ 3`, `mức độ 4`, `Quốc lộ 2`.
struct MaskLabel: Sendable {
    let reason: RejectionReason
    let words: String
    /// Its numbers are small: beyond thirteen the word is a verb or a noun of its own.
    let isGraded: Bool
    /// It holds even before a counted noun: `Nghị quyết số 18 …`.
    let isFirm: Bool
    /// A name only with a capital: `(nghị quyết 36, quyết định 68)` are counts.
    let isProper: Bool
    /// A part of a commune: its number stays a name before `xã` and `phường`.
    let isDwelling: Bool

    /// In the order in which they are tried.
    static let all = PhraseTable(
        labelWords.flatMap { reason, labels in
            labels.map { label in
                (
                    MatchingForm.words(label),
                    MaskLabel(
                        reason: reason, words: label, isGraded: graded.contains(label), isFirm: firm.contains(label),
                        isProper: proper.contains(label), isDwelling: dwellings.contains(label))
                )
            }
        }, by: .last, longestFirst: false)

    private static let labelWords: [(RejectionReason, [String])] = [
        (
            .legalNumber,
            [
                "điều", "khoản", "chương", "phụ lục", "nghị quyết số", "nghị định", "nghị định số", "quyết định số",
                "thông tư",
                "thông tư số", "chỉ thị số", "kế hoạch số", "kết luận số", "công văn số", "quy định số", "văn bản số",
            ]
        ),
        (
            .name,
            [
                "kết luận", "thông báo", "kế hoạch", "bộ chỉ số", "vành đai", "nguyện vọng",
                "nghị quyết", "quyết định", "chỉ thị", "đề án", "chương trình", "mức độ", "mức", "cấp độ", "nhóm",
                "loại", "tổ",
                "thôn", "bản", "ấp", "khu", "khu phố", "khóm", "buôn", "quận", "phường", "tổ dân phố", "tổ dân phố số",
                "tổ số",
                "đội", "xóm", "quầy", "quầy số", "cửa số", "bàn số", "phòng số", "phòng", "covid", "covid -",
                "hạng mục số",
                "bảng", "biểu", "mẫu số", "vùng", "công nghệ", "giai đoạn", "bước", "cổng", "nhánh", "phiên bản",
                "tiểu khu",
                "sạp số", "cấp", "lấy số", "lớp", "bí số",
            ]
        ),
        (
            .address,
            [
                "tầng", "quốc lộ", "tỉnh lộ", "km", "đường", "thửa đất số", "tờ bản đồ số", "số nhà", "ngõ", "ngách",
                "địa chỉ",
                "trụ sở số", "biển số", "lô", "nhà",
            ]
        ),
        (.ordinal, ["trung ương", "khóa", "lần"]),
        (.caption, ["ảnh", "hình"]),
        (.age, ["sinh năm"]),
        (.sport, ["vòng"]),
    ]

    private static let graded: Set<String> = [
        "cấp", "mức", "trung ương", "nhóm", "loại", "bảng", "bước", "giai đoạn",
    ]
    private static let firm: Set<String> = [
        "nghị quyết số", "quyết định số", "khoản", "sinh năm", "thửa đất số", "mức độ", "điều", "tầng", "mẫu số",
        "bộ chỉ số", "nguyện vọng", "vành đai",
    ]
    private static let proper: Set<String> = [
        "nghị quyết", "quyết định", "chỉ thị", "kết luận", "thông báo", "kế hoạch",
    ]
    private static let dwellings: Set<String> = [
        "tổ", "thôn", "ấp", "xóm", "khu", "khu phố", "khóm", "buôn", "tổ dân phố", "bản",
    ]
}
