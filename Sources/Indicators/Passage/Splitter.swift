import Model

/// Cuts a text into folded syllables and marks.
enum Splitter {
    static func tokens(of text: String) -> [PassageBuilder.Token] {
        var result: [PassageBuilder.Token] = []
        var start: Int?
        var position = 0
        let bytes = Array(text.utf8)
        func close(at end: Int) {
            guard let from = start else { return }
            let raw = String(decoding: bytes[from..<end], as: UTF8.self)
            result.append(.init(text: fold(raw), range: from..<end, isMark: false))
            start = nil
        }
        for scalar in text.unicodeScalars {
            let width = String(scalar).utf8.count
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                if start == nil { start = position }
            } else {
                close(at: position)
                if scalar == "\n" || scalar == "\t" || !scalar.properties.isWhitespace {
                    result.append(.init(text: String(scalar), range: position..<position + width, isMark: true))
                }
            }
            position += width
        }
        close(at: position)
        return result
    }

    private static let tones: [(String, String)] = zip(
        "oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ".split(separator: " ").map(String.init),
        "òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy".split(separator: " ").map(String.init)
    ).map { ($0, $1) }

    static func fold(_ raw: String) -> String {
        let low = raw.lowercased()
        for (old, new) in tones where low.hasSuffix(old) && !low.hasSuffix("q" + old) {
            return String(low.dropLast(2)) + new
        }
        return ["tỉ": "tỷ", "kĩ": "kỹ", "lí": "lý"][low] ?? low
    }
}
