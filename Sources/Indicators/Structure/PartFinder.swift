import FoundationEssentials
import Model

/// Joins parts to their totals: "15 văn bản, gồm 01 nghị quyết và 14 quyết định".
struct PartFinder {
    let passage: Passage
    let figures: [Figure]

    private static let cues: [[String]] = [
        ["trong", "đó"], ["gồm"], ["bao", "gồm"], ["trong", "số", "đó"], ["trong", "số", "này"], ["chia", "ra"],
        ["cụ", "thể"], [":"], ["("],
    ]

    /// For each figure that is an observation, the figure that it is a part of, by position.
    func totals(of observed: [Int]) -> [Int: Int] {
        var result: [Int: Int] = [:]
        for group in Dictionary(grouping: observed, by: { line(of: $0) }).sorted(by: { $0.key < $1.key }).map(\.value) {
            assign(group.sorted(), to: &result)
        }
        assignRows(observed, to: &result)
        return result
    }

    /// The line of text that a figure stands in: parts may stand a sentence behind their total.
    private func line(of figure: Int) -> Int {
        let word = passage.numberWords[figure]
        guard passage.tables[word] == nil else { return -1 - word }
        return passage.words[..<word].lastIndex { $0.endsLine } ?? 0
    }

    private func assign(_ group: [Int], to result: inout [Int: Int]) {
        var total: (figure: Int, rest: Decimal)?
        for (position, figure) in group.enumerated() where position > 0 {
            let between = passage.numberWords[group[position - 1]]..<passage.numberWords[figure]
            if let cue = firstCue(in: between) {
                let before = group[..<position].last {
                    figures[$0].unit == figures[figure].unit && passage.numberWords[$0] < cue
                        && sentenceGap(from: $0, to: figure) <= (isWordCue(cue) ? 1 : 0)
                }
                total = before.map { ($0, figures[$0].value) }
            } else if passage.words[between].contains(where: { $0.text == ";" || $0.text == "." }) {
                total = nil
            }
            guard let open = total, figures[open.figure].unit == figures[figure].unit,
                figures[figure].value <= open.rest, figures[open.figure].denominator == nil
            else { continue }
            result[figure] = open.figure
            if figures[figure].unit != .percent { total?.rest = open.rest - figures[figure].value }
        }
    }

    private func sentenceGap(from first: Int, to second: Int) -> Int {
        passage.sentenceOfWord[passage.numberWords[second]] - passage.sentenceOfWord[passage.numberWords[first]]
    }

    private func firstCue(in range: Range<Int>) -> Int? {
        range.first { start in
            PartFinder.cues.contains { cue in
                start + cue.count <= range.upperBound
                    && zip(start..., cue).allSatisfy { passage.words[$0].text == $1 }
            }
        }
    }

    private func isWordCue(_ index: Int) -> Bool { passage.words[index].kind == .syllable }

    /// The rows of a table are parts of the row that names the whole.
    private func assignRows(_ observed: [Int], to result: inout [Int: Int]) {
        let cells = observed.compactMap { figure in
            passage.tables[passage.numberWords[figure]].map { (figure: figure, position: $0) }
        }
        let columns = Dictionary(grouping: cells) { TableColumn(head: $0.position.head, column: $0.position.column) }
        for column in columns.values {
            guard let whole = column.first(where: { namesWhole($0.position.label) }),
                figures[whole.figure].unit != .percent
            else { continue }
            for cell in column where cell.figure != whole.figure { result[cell.figure] = whole.figure }
        }
    }

    private struct TableColumn: Hashable {
        let head: Range<Int>
        let column: Int
    }

    private func namesWhole(_ label: Range<Int>) -> Bool {
        let texts = passage.words[label].prefix(2).map(\.text)
        guard let first = texts.first else { return false }
        return ["cộng", "tổng"].contains(first) || texts == ["toàn", "tỉnh"] || texts == ["toàn", "thành"]
            || texts == ["toàn", "huyện"]
    }
}
