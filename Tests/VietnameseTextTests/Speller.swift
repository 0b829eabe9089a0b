/// Spells numbers in folded words; the bits of `variant` choose between lẻ and linh, tư and bốn, ngàn and nghìn.
struct Speller {
    let variant: Int

    func words(_ number: Int) -> [String] {
        if number == 0 { return ["không"] }
        let (billions, rest) = (number / 1_000_000_000, number % 1_000_000_000)
        let high = billions > 0 ? section(billions, isFirst: true) + ["tỉ"] : []
        return high + section(rest, isFirst: billions == 0)
    }

    private func section(_ number: Int, isFirst: Bool) -> [String] {
        var words: [String] = []
        for (unit, name) in [(1_000_000, "triệu"), (1_000, variant & 4 > 0 ? "ngàn" : "nghìn"), (1, "")] {
            let group = number / unit % 1_000
            guard group > 0 else { continue }
            words += self.group(group, isFirst: isFirst && words.isEmpty) + (name.isEmpty ? [] : [name])
        }
        return words
    }

    private func group(_ number: Int, isFirst: Bool) -> [String] {
        let (hundreds, tens, units) = (number / 100, number / 10 % 10, number % 10)
        var words = hundreds > 0 || !isFirst ? [Self.digits[hundreds], "trăm"] : []
        if tens > 1 { words += [Self.digits[tens], "mươi"] } else if tens == 1 { words.append("mười") }
        guard units > 0 else { return words }
        if tens == 0, !words.isEmpty { words.append(variant & 1 > 0 ? "lẻ" : "linh") }
        switch (units, tens) {
        case (1, 2...): words.append("mốt")
        case (4, 2...) where variant & 2 > 0: words.append("tư")
        case (5, 1...): words.append("lăm")
        default: words.append(Self.digits[units])
        }
        return words
    }

    private static let digits = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
}
