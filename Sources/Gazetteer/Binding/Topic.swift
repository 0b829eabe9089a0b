import Model

/// The unit that an article as a whole is about; none for national news.
struct Topic {
    let row: Int?

    init(
        gazetteer: Gazetteer, day: Int32, title: [Mention], isMinistry: Bool, text: [Mention], home: UnitKey?
    ) {
        if let named = Topic.ofTitle(title, gazetteer, day) {
            row = Topic.dominant(under: named, text, gazetteer, day) ?? named
        } else if isMinistry {
            row = nil
        } else {
            row = Topic.ofText(text, gazetteer, day) ?? home.flatMap { gazetteer.table.index(of: $0, on: day) }
        }
    }

    /// The one unit that the title names, the smallest of a chain; unrelated ones make the article one about none.
    private static func ofTitle(_ title: [Mention], _ gazetteer: Gazetteer, _ day: Int32) -> Int? {
        let rows = title.filter { $0.kind == .name }.compactMap(\.row)
        guard let lowest = rows.max(by: { gazetteer.table.rows[$0].key < gazetteer.table.rows[$1].key }) else {
            return nil
        }
        let isChain = rows.allSatisfy { gazetteer.lies(lowest, within: gazetteer.table.rows[$0].key, on: day) }
        return isChain ? lowest : nil
    }

    /// A province in the title may only tell where: the article is about the one district or commune of it that the
    /// text names again and again, more often than the province and almost alone.
    private static func dominant(under named: Int, _ text: [Mention], _ gazetteer: Gazetteer, _ day: Int32) -> Int? {
        let table = gazetteer.table
        guard table.rows[named].key.level == .province else { return nil }
        let rows = text.filter { $0.kind == .name && !$0.isAside && !$0.isParentOnly }.compactMap(\.row)
        let lower = rows.filter { table.rows[$0].key.level != .province }
        let counts = Dictionary(grouping: lower, by: { $0 }).mapValues(\.count)
        guard let best = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), best.value >= leastNamed,
            best.value * 4 >= lower.count * 3, best.value > rows.count - lower.count,
            gazetteer.lies(best.key, within: table.rows[named].key, on: day)
        else { return nil }
        return best.key
    }

    private static let leastNamed = 4

    /// The first unit of the text, where most of the names lie in its province.
    private static func ofText(_ text: [Mention], _ gazetteer: Gazetteer, _ day: Int32) -> Int? {
        let names = text.filter { $0.kind == .name && $0.row != nil && !$0.isAside }
        guard let first = names.first(where: { !$0.isParentOnly })?.row else { return nil }
        let province = gazetteer.provinceIndex(of: first, on: day)
        let same = names.count { name in
            name.row.map { gazetteer.provinceIndex(of: $0, on: day) == province } ?? false
        }
        let isEnough = same > 1 || (names.count == 1 && names[0].hasTypeWord)
        return isEnough && same * 3 >= names.count * 2 ? first : nil
    }
}
