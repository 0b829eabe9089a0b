import Model

/// Explains type words that stand alone: `toàn tỉnh`, `trên địa bàn huyện`, `phường phải huy động thêm`.
struct AnaphorResolver {
    let gazetteer: Gazetteer
    let day: Int32
    let topic: Int?
    let home: UnitKey?
    /// Where each paragraph begins, UTF-8.
    let paragraphs: [Int]

    func explain(_ mentions: inout [Mention]) {
        // First all meanings, then the changes: the array is not copied for each of them.
        let meanings = mentions.indices.map { index -> Int? in
            guard case .anaphor = mentions[index].kind, let type = mentions[index].type else { return nil }
            return meaning(of: type, at: index, in: mentions)
        }
        for (index, row) in meanings.enumerated() where row != nil { mentions[index].row = row }
    }

    private func meaning(of type: UnitType, at index: Int, in mentions: [Mention]) -> Int? {
        let start = mentions[index].range.lowerBound
        let paragraph = TextSpans.span(paragraphs, holding: start, end: start + 1).lowerBound
        let named = mentions[max(0, index - 64)..<index].reversed().lazy.filter { $0.kind == .name && !$0.isAside }
            .compactMap { mention in mention.row.map { (row: $0, start: mention.range.lowerBound) } }
        let far = Array(named.prefix(24))
        let near = far.prefix { $0.start >= paragraph }.map(\.row)
        if type != .province, let row = near.first(where: { fits($0, type) }) { return row }
        if let topic, let row = line(of: topic).first(where: { fits($0, type) }) { return row }
        if let row = far.map(\.row).first(where: { fits($0, type) }) { return row }
        for (row, _) in far { if let above = line(of: row).first(where: { fits($0, type) }) { return above } }
        return home.flatMap { gazetteer.table.index(of: $0, on: day) }.flatMap { fits($0, type) ? $0 : nil }
    }

    private func fits(_ row: Int, _ type: UnitType) -> Bool { gazetteer.table.rows[row].type == type }

    /// A unit and those above it, from below.
    private func line(of row: Int) -> [Int] {
        var line = [row]
        while let last = line.last, line.count < 3, let parent = gazetteer.table.rows[last].parent,
            let above = gazetteer.parentIndex(parent, of: last, on: day)
        {
            line.append(above)
        }
        return line
    }
}
