import Model

/// The unit that an article as a whole is about; none for national news.
struct Topic {
    let row: Int?

    init(
        gazetteer: Gazetteer, day: Int32, title: [Mention], isMinistry: Bool, text: [Mention], home: UnitKey?
    ) {
        if let named = Topic.ofTitle(title, gazetteer, day) {
            row = named
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
