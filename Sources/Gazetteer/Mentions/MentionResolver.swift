import Model

/// Settles which unit each mention of a text means: by what stands around it, what the title and the source say, and
/// the day.
struct MentionResolver {
    let gazetteer: Gazetteer
    let words: [PlaceWord]
    let day: Int32
    /// Units known beforehand, and the provinces above them.
    let known: [Int]
    let home: UnitKey?
    private var provinceVotes: [UnitKey: Int] = [:]
    private var seen: [UnitKey] = []
    private var lastDistrict: UnitKey?

    init(gazetteer: Gazetteer, words: [PlaceWord], day: Int32, known: [Int], home: UnitKey?) {
        self.gazetteer = gazetteer
        self.words = words
        self.day = day
        self.known = known
        self.home = home
        for row in known { seen.append(gazetteer.table.rows[row].key) }
    }

    mutating func resolve(_ mentions: inout [Mention]) {
        link(&mentions)
        vote(mentions)
        for index in mentions.indices.reversed() where mentions[index].parent == nil && isProvince(mentions[index]) {
            settle(index, &mentions)
        }
        for index in mentions.indices {
            switch mentions[index].kind {
            case .name: settle(index, &mentions)
            case .nickname: mentions[index].row = mentions[index].candidates.map(\.row).last { isValid($0) }
            case .anaphor: explain(index, &mentions)
            case .nation: break
            }
        }
    }

    /// Joins `xã A, huyện B, tỉnh C`, `A (B)`, `xã A thuộc huyện B`: the later names the unit above.
    private func link(_ mentions: inout [Mention]) {
        for index in mentions.indices.dropLast() {
            guard mentions[index].kind == .name, mentions[index + 1].kind == .name else { continue }
            let first = words[mentions[index + 1].words.lowerBound]
            let distance = mentions[index + 1].words.lowerBound - mentions[index].words.upperBound
            let joins =
                (distance == 0 && [.comma, .openingBracket, .dash, .space].contains(first.gap))
                || (distance == 1 && PlaceLexicon.belongs.contains(words[mentions[index].words.upperBound])
                    && first.gap == .space)
            guard joins, !mentions[index + 1].continuesList,
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
        guard rows[child].key.level != rows[parent].key.level else { return false }
        return rows[child].from < rows[parent].to && rows[parent].from < rows[child].to
            && gazetteer.lies(
                child, within: rows[parent].key, on: max(rows[parent].from, min(day, rows[parent].to - 1)))
    }

    private mutating func vote(_ mentions: [Mention]) {
        for mention in mentions where mention.kind == .name && isProvince(mention) {
            for candidate in mention.candidates where isValid(candidate.row) {
                let row = gazetteer.table.rows[candidate.row]
                if row.key.level == .province { provinceVotes[row.key, default: 0] += 1 }
            }
        }
        for row in known {
            let province = gazetteer.provinceIndex(of: row, on: day)
            provinceVotes[gazetteer.table.rows[province].key, default: 0] += 3
        }
    }

    private func isValid(_ row: Int) -> Bool { gazetteer.table.rows[row].isValid(on: day) }

    private func isProvince(_ mention: Mention) -> Bool {
        mention.kind == .name && (mention.type == .province || mention.type == nil || mention.type == .city)
            && mention.candidates.contains { gazetteer.table.rows[$0.row].key.level == .province }
    }

    private mutating func settle(_ index: Int, _ mentions: inout [Mention]) {
        let mention = mentions[index]
        let parent = mention.parent.flatMap { mentions[$0].row }
        var best: [UnitKey: (row: Int, score: Int)] = [:]
        for candidate in mention.candidates {
            guard let score = score(candidate.row, of: mention, parent: parent) else { continue }
            let key = gazetteer.table.rows[candidate.row].key
            if score > best[key]?.score ?? Int.min { best[key] = (candidate.row, score) }
        }
        let ranked = best.values.sorted { ($1.score, $0.row) < ($0.score, $1.row) }
        mentions[index].candidates = ranked
        let isClear = ranked.count == 1 || (ranked.count > 1 && ranked[0].score > ranked[1].score)
        mentions[index].row = isClear ? ranked[0].row : nil
        guard let row = mentions[index].row else { return }
        let key = gazetteer.table.rows[row].key
        seen.append(key)
        if key.level == .district { lastDistrict = key }
        if key.level == .commune, let above = gazetteer.table.rows[row].parent, above.level == .district {
            lastDistrict = above
        }
    }

    /// How likely a mention means a row; nil where it cannot.
    private func score(_ row: Int, of mention: Mention, parent: Int?) -> Int? {
        let unit = gazetteer.table.rows[row]
        var score = 0
        if unit.isValid(on: day) { score += 30 } else if unit.to <= day { score += 10 + min(9, Int(unit.to / 4_000)) }
        if let type = mention.type {
            if unit.type == type { score += 20 }
        } else {
            switch unit.key.level {
            case .province: score += 25
            case .district, .commune:
                // Without a type word only a unit that is spoken of anyway, or whose parent stands beside it.
                guard parent != nil || seen.contains(unit.key) else { return nil }
                score += unit.key.level == .district ? 10 : 5
            }
        }
        if let parent {
            if gazetteer.lies(row, within: gazetteer.table.rows[parent].key, on: day) { score += 60 }
        }
        if seen.contains(unit.key) { score += mention.type == nil ? 12 : 25 }
        guard unit.key.level != .province else { return score }
        let province = gazetteer.table.rows[gazetteer.provinceIndex(of: row, on: day)].key
        if province == home { score += 8 }
        score += min(9, provinceVotes[province, default: 0] * 2)
        if unit.key.level == .commune, let last = lastDistrict, unit.parent == last { score += 15 }
        return score
    }

    /// A bare type word means the last unit of that type, else the unit of that level above what is known.
    private func explain(_ index: Int, _ mentions: inout [Mention]) {
        guard let type = mentions[index].type else { return }
        let rows = gazetteer.table.rows
        let before = mentions[..<index].reversed().lazy.filter { $0.kind == .name }.compactMap(\.row)
        let candidates = Array(before.prefix(12)) + known
        if let same = candidates.first(where: { rows[$0].type == type }) {
            mentions[index].row = same
        } else if type == .province || type == .city {
            let above = candidates.map { gazetteer.provinceIndex(of: $0, on: day) }
            mentions[index].row = above.first { rows[$0].type == type }
        } else {
            mentions[index].row = candidates.compactMap { row in
                rows[row].parent.flatMap { gazetteer.parentIndex($0, of: row, on: day) }
            }.first { rows[$0].type == type }
        }
        if mentions[index].row == nil, let home, type == .province || type == .city,
            let row = gazetteer.table.index(of: home, on: day), rows[row].type == type
        {
            mentions[index].row = row
        }
    }
}
