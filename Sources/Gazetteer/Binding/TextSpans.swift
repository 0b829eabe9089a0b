/// The paragraphs, sentences and clauses of a text, as the binder needs them: each an array of UTF-8 offsets at which
/// one begins.
struct TextSpans {
    private(set) var paragraphs: [Int] = [0]
    private(set) var sentences: [Int] = [0]
    private(set) var clauses: [Int] = [0]
    /// Where tokens behind a tab stop begin: the cells of a table's row.
    private(set) var tabs: [Int] = []

    /// - Parameter protected: ranges without an end inside, such as `TP. Vĩnh Yên`.
    init(_ text: PlaceText, protected: [Range<Int>]) {
        paragraphs += text.lines
        tabs = text.tabs
        var line = 0
        var guarded = 0
        func begin(linesUpTo position: Int) {
            while line < text.lines.count, text.lines[line] <= position {
                sentences.append(text.lines[line])
                clauses.append(text.lines[line])
                line += 1
            }
        }
        for position in text.marks {
            begin(linesUpTo: position)
            switch text.bytes[position] {
            case 0x2E, 0x3F, 0x21:
                while guarded < protected.count, protected[guarded].upperBound <= position { guarded += 1 }
                let isGuarded = guarded < protected.count && protected[guarded].contains(position)
                guard !isGuarded, TextSpans.ends(text.bytes, at: position) else { continue }
                sentences.append(position + 1)
                clauses.append(position + 1)
            case 0x3B:
                clauses.append(position + 1)
            default:
                break
            }
        }
        begin(linesUpTo: text.bytes.count)
    }

    /// A full stop ends a sentence when a space follows and no abbreviation of one or two letters stands before.
    private static func ends(_ bytes: [UInt8], at position: Int) -> Bool {
        let next = position + 1
        guard next < bytes.count else { return true }
        // A closing quotation mark may stand between.
        let isQuoted = bytes[next] == 0x22 || (bytes[next] == 0xE2 && next + 2 < bytes.count && bytes[next + 2] == 0x9D)
        guard bytes[next] == 0x20 || bytes[next] == 0x0A || isQuoted else { return false }
        guard bytes[position] == 0x2E else { return true }
        var start = position
        while start > 0, bytes[start - 1] != 0x20, bytes[start - 1] != 0x0A { start -= 1 }
        let length = position - start
        let isShort = length <= 2 && length > 0 && bytes[start] >= 0x41 && bytes[start] <= 0x5A
        return !isShort
    }

    /// The span of a list of starts that holds an offset.
    static func span(_ starts: [Int], holding offset: Int, end: Int) -> Range<Int> {
        var low = 0
        var high = starts.count
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle + 1 } else { high = middle }
        }
        let index = max(0, low - 1)
        return starts[
            index]..<(index + 1 < starts.count ? max(starts[index], starts[index + 1]) : max(end, starts[index]))
    }
}
