/// The vowels of Vietnamese with their tones: what tone placement and spelling variants are worked out with.
enum VietnameseLetters {
    /// A vowel without its tone, and the tone: 0 level, 1 grave, 2 acute, 3 hook, 4 tilde, 5 dot below.
    struct Vowel: Sendable {
        let base: Unicode.Scalar
        let tone: Int
    }

    private static let rows: [(base: Unicode.Scalar, toned: String)] = [
        ("a", "aàáảãạ"), ("ă", "ăằắẳẵặ"), ("â", "âầấẩẫậ"), ("e", "eèéẻẽẹ"), ("ê", "êềếểễệ"), ("i", "iìíỉĩị"),
        ("o", "oòóỏõọ"), ("ô", "ôồốổỗộ"), ("ơ", "ơờớởỡợ"), ("u", "uùúủũụ"), ("ư", "ưừứửữự"), ("y", "yỳýỷỹỵ"),
    ]

    private static let vowels: [Unicode.Scalar: Vowel] = Dictionary(
        uniqueKeysWithValues: rows.flatMap { row in
            row.toned.unicodeScalars.enumerated().map { ($1, Vowel(base: row.base, tone: $0)) }
        })

    private static let toned: [Unicode.Scalar: [Unicode.Scalar]] = Dictionary(
        uniqueKeysWithValues: rows.map { ($0.base, Array($0.toned.unicodeScalars)) })

    /// The vowel that a lower-case letter is, or nil for a consonant.
    static func vowel(_ letter: Unicode.Scalar) -> Vowel? { vowels[letter] }

    /// A vowel with a tone.
    static func letter(_ base: Unicode.Scalar, tone: Int) -> Unicode.Scalar { toned[base]?[tone] ?? base }
}
