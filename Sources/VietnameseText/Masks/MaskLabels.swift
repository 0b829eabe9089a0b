import Model

/// Nouns that stand before a number and make it a name: `Điều 5`, `tổ 3`, `mức độ 4`, `Quốc lộ 2`.
enum MaskLabels {
    static let all: [(words: [String], reason: RejectionReason)] = labelWords.flatMap { reason, words in
        words.map { (MatchingForm.fold($0), reason) }
    }

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

    /// Labels whose numbers are small: beyond thirteen the word is a verb or a noun of its own.
    static let graded: Set<[String]> = Set(
        ["cấp", "mức", "trung ương", "nhóm", "loại", "bảng", "bước", "giai đoạn"].map { MatchingForm.fold($0) })

    /// Labels that hold even before a counted noun: `Nghị quyết số 18 …`.
    static let firm: Set<[String]> = Set(
        [
            "nghị quyết số", "quyết định số", "khoản", "sinh năm", "thửa đất số", "mức độ", "điều", "tầng", "mẫu số",
            "bộ chỉ số", "nguyện vọng", "vành đai",
        ].map { MatchingForm.fold($0) })
}
