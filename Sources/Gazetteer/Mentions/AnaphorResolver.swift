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
        /// The units named so far, but for asides.
        var named: [Named] = []
        for index in mentions.indices {
            switch mentions[index].kind {
            case .name:
                if let row = mentions[index].row, !mentions[index].isAside {
                    named.append(Named(row: row, mention: index, start: mentions[index].range.lowerBound))
                }
            case .anaphor:
                guard let type = mentions[index].type else { continue }
                let far = named.suffix(AnaphorResolver.memory).filter { $0.mention + AnaphorResolver.reach >= index }
                if let row = meaning(of: type, from: mentions[index].range.lowerBound, far) {
                    mentions[index].row = row
                }
            case .nickname, .nation, .ministry: continue
            }
        }
    }

    private struct Named {
        let row: Int
        let mention: Int
        let start: Int
    }

    /// How many named units, among how many mentions, are looked back at.
    private static let memory = 24
    private static let reach = 64

    /// - Parameter far: the units named before, the last one last.
    private func meaning(of type: UnitType, from start: Int, _ far: [Named]) -> Int? {
        let paragraph = TextSpans.span(paragraphs, holding: start, end: start + 1).lowerBound
        if type != .province, let near = far.last(where: { $0.start < paragraph || fits($0.row, type) }),
            near.start >= paragraph
        {
            return near.row
        }
        if let topic, let row = line(of: topic).first(where: { fits($0, type) }) { return row }
        if let same = far.last(where: { fits($0.row, type) }) { return same.row }
        for named in far.reversed() {
            if let above = line(of: named.row).first(where: { fits($0, type) }) { return above }
        }
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
