import Model

/// Settles which unit each name of a text means: by what stands around it, what the title and the source say, and the
/// day.
struct MentionResolver {
    let gazetteer: Gazetteer
    let day: Int32
    /// Units known beforehand.
    let known: [Int]
    let home: UnitKey?
    /// Units that the article names with their type word, anywhere.
    private let introduced: Set<UnitKey>
    private let provinces: ProvinceVotes
    private var seen: Set<UnitKey> = []
    private var lastDistrict: UnitKey?

    init(
        gazetteer: Gazetteer, day: Int32, known: [Int], home: UnitKey?, introduced: Set<UnitKey>,
        provinces: ProvinceVotes
    ) {
        self.gazetteer = gazetteer
        self.day = day
        self.known = known
        self.home = home
        self.introduced = introduced
        self.provinces = provinces
        for row in known { seen.insert(gazetteer.table.rows[row].key) }
    }

    mutating func resolve(_ mentions: inout [Mention], words: [PlaceWord]) {
        link(&mentions, words: words)
        // The unit above is known before the unit below.
        for index in mentions.indices.reversed() where mentions[index].isParentOnly { settle(index, &mentions) }
        for index in mentions.indices {
            switch mentions[index].kind {
            case .name: settle(index, &mentions)
            case .nickname:
                mentions[index].row = mentions[index].candidates.map(\.row).last { isValid($0) }
            case .anaphor, .nation, .ministry: break
            }
        }
    }

    /// Joins `xã A, huyện B, tỉnh C`, `A (B)`, `xã A thuộc huyện B`: the later names the unit above.
    private func link(_ mentions: inout [Mention], words: [PlaceWord]) {
        for index in mentions.indices.dropLast() {
            guard mentions[index].kind == .name, mentions[index + 1].kind == .name else { continue }
            let start = mentions[index + 1].words.lowerBound
            let end = mentions[index].words.upperBound
            let isBeside =
                start == end && [.comma, .openingBracket, .dash, .space, .none].contains(words[start].gap)
            let isSaid =
                start == end + 1 && PlaceLexicon.belongs.contains(words[end]) && words[start].gap == .space
            guard isBeside || isSaid, !mentions[index + 1].continuesList,
                mentions[index].candidates.contains(where: { child in
                    mentions[index + 1].candidates.contains { parent in liesBelow(child.row, parent.row) }
                })
            else { continue }
            mentions[index].parent = index + 1
            mentions[index + 1].isParentOnly = true
        }
    }

    private func liesBelow(_ child: Int, _ parent: Int) -> Bool {
        let rows = gazetteer.table.rows
        guard rows[child].key.level != rows[parent].key.level, rows[child].from < rows[parent].to,
            rows[parent].from < rows[child].to
        else { return false }
        let common = max(rows[parent].from, min(day, rows[parent].to - 1))
        return gazetteer.lies(child, within: rows[parent].key, on: common)
    }

    private func isValid(_ row: Int) -> Bool { gazetteer.table.rows[row].isValid(on: day) }

    private mutating func settle(_ index: Int, _ mentions: inout [Mention]) {
        let mention = mentions[index]
        let parent = mention.parent.flatMap { mentions[$0].row }
        let isProvinceName = mention.candidates.contains { gazetteer.table.rows[$0.row].key.level == .province }
        var best: [UnitKey: (row: Int, score: Int)] = [:]
        for candidate in mention.candidates {
            let key = gazetteer.table.rows[candidate.row].key
            guard let score = score(candidate.row, of: mention, parent: parent, isProvinceName: isProvinceName)
            else { continue }
            if score > best[key]?.score ?? Int.min { best[key] = (candidate.row, score) }
        }
        let ranked = best.values.sorted { ($1.score, $0.row) < ($0.score, $1.row) }
        mentions[index].candidates = ranked
        let isClear = ranked.count == 1 || (ranked.count > 1 && ranked[0].score > ranked[1].score)
        mentions[index].row = isClear ? ranked[0].row : nil
        if let row = mentions[index].row { remember(row) }
    }

    private mutating func remember(_ row: Int) {
        let unit = gazetteer.table.rows[row]
        seen.insert(unit.key)
        if unit.key.level == .district { lastDistrict = unit.key }
        if unit.key.level == .commune, let above = unit.parent, above.level == .district { lastDistrict = above }
    }

    /// How likely a mention means a row; nil where it cannot.
    private func score(_ row: Int, of mention: Mention, parent: Int?, isProvinceName: Bool) -> Int? {
        let unit = gazetteer.table.rows[row]
        let province = gazetteer.table.rows[gazetteer.provinceIndex(of: row, on: day)].key
        var score = validity(unit)
        if let type = mention.type {
            if unit.type == type { score += 40 }
        } else if unit.key.level == .province {
            score += 45
        } else {
            guard parent != nil || introduced.contains(unit.key) || isAtHome(unit, province, isProvinceName)
            else { return nil }
            score += unit.key.level == .district ? 10 : 5
        }
        if let parent, gazetteer.lies(row, within: gazetteer.table.rows[parent].key, on: day) { score += 60 }
        if seen.contains(unit.key) { score += 25 } else if introduced.contains(unit.key) { score += 8 }
        guard unit.key.level != .province else { return score }
        if province == home { score += 8 }
        score += min(9, provinces.votes(for: province) * 2)
        if unit.key.level == .commune, let last = lastDistrict, unit.parent == last { score += 15 }
        return score
    }

    private func validity(_ unit: UnitTable.Row) -> Int {
        if unit.isValid(on: day) { return 30 }
        // Of former states the last one is likeliest.
        return unit.to <= day ? 10 + max(0, min(9, Int(unit.to) / 2_500)) : 0
    }

    /// Without a type word a district's or commune's name is taken only in the province that the article is about.
    private func isAtHome(_ unit: UnitTable.Row, _ province: UnitKey, _ isProvinceName: Bool) -> Bool {
        guard !isProvinceName, province == home || provinces.isDominant(province) else { return false }
        if unit.key.level == .district || day >= UnitTable.reform { return true }
        return unit.parent.map { above in known.contains { gazetteer.table.rows[$0].key == above } } ?? false
    }
}
