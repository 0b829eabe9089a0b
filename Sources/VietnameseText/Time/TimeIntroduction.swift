/// What the words before an expression of time make of it.
enum TimeIntroduction: Sendable {
    /// `so với`, `cùng kỳ`, `gấp 1,6 lần`, `nhiều hơn`: what something is measured against.
    case comparison
    /// `đến`, `tới`, `trước`: the state at its end.
    case upTo
    /// `từ nay đến`.
    case fromNowTo
    /// `hết`, `cuối`: the state on its last day.
    case endOf
    /// `đầu tháng 4`, `công bố tháng 4`: when something happened.
    case happening
    /// Part of the name of a programme.
    case name
    case none

    /// Reads the words before an expression.
    struct Reader: Sendable {
        let text: TokenText

        func introduction(before index: Int) -> TimeIntroduction {
            let direct = text.isSameCell(index - 1, index) ? text.word(index - 1) : ""
            if direct == "hết" || direct == "cuối" {
                if isComparison(before: index - 1) { return .comparison }
                return text.has("từ", "nay", "đến", before: index - 1)
                    || text.has("từ", "nay", "tới", before: index - 1)
                    ? .fromNowTo : .endOf
            }
            var place = index - 1
            while Reader.fillers.contains(text.word(place)), text.isSameCell(place, index) { place -= 1 }
            guard place >= 0, text.isSameCell(place, index) else { return .none }
            if isComparison(before: index) { return .comparison }
            let word = text.word(place)
            if word.isAny("đến", "tới"), text.has("từ", "nay", before: place) { return .fromNowTo }
            if word.isAny("đến", "tới", "trước") { return .upTo }
            if direct == "đầu" || direct == "giữa", text.word(index) == "tháng" { return .happening }
            if direct.isAny("đoạn", "kì"), isNameOfProgramme(before: index - 1) { return .name }
            return .none
        }

        private static let fillers: WordSet = ["hết", "ngày", "cuối", "tháng", "năm", "thời", "điểm"]

        /// Whether the words in front, up to a mark, measure against the expression.
        private func isComparison(before index: Int) -> Bool {
            let direct = text.word(text.word(index - 1) == "là" ? index - 2 : index - 1)
            if direct == "kì", text.word(index - 3) == "cùng" { return true }
            if direct.isAny("kì", "điểm"), text.word(index - 2) == "cùng" || text.word(index - 3) == "cùng" {
                return true
            }
            if direct == "lần", text.word(index - 3) == "gấp" || text.isNumber(index - 2) { return true }
            if let base = baseOfCount(before: index) { return base }
            if direct.isAny("hơn", "bằng", "kém"), text.isSameCell(index - 1, index) { return true }
            var place = index - 1
            var steps = 0
            while place > 0, steps < 9, text.isSameCell(place, index) {
                let word = text.word(place)
                if word == "với", text.word(place - 1).isAny("so", "sánh") { return true }
                if word == "kì", text.word(place - 1) == "cùng", text.word(place - 2) == "so" { return true }
                if word.isAny(";", ":", "(", ")") { return false }
                if word == ",", !(text.isGlued(place) && text.isGlued(place + 1)) { return false }
                place -= 1
                steps += 1
            }
            return false
        }

        /// `77% của 7 tháng năm 2023`, `số liệu năm 2022 để đối chiếu`: the time of one number, not of the sentence.
        private func baseOfCount(before index: Int) -> Bool? {
            var place = index - 1
            if text.word(place) == "cả" { place -= 1 }
            guard text.word(place) == "của", text.isSameCell(place, index) else { return nil }
            return (max(0, place - 3)..<place).contains { text.isNumber($0) || text.word($0) == "%" } ? true : nil
        }

        /// `Chương trình … giai đoạn 2021 - 2030`: a name, however far its noun stands in front.
        private func isNameOfProgramme(before index: Int) -> Bool {
            var place = index - 1
            var steps = 0
            while place >= 0, steps < 24, text.isSameCell(place, index) {
                let word = text.word(place)
                if word.isAny(".", ";", ":", ",") { return false }
                if Reader.programmeNouns.contains(word) { return true }
                place -= 1
                steps += 1
            }
            return false
        }

        private static let programmeNouns: WordSet = ["trình", "hoạch", "án", "lược"]
    }
}
