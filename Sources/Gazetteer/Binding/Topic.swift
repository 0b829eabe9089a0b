import Model

/// The unit that an article as a whole is about; none for national news.
struct Topic {
    let row: Int?

    init(gazetteer: Gazetteer, day: Int32, title: [Mention], text: [Mention], home: PlaceID?) {
        row =
            Topic.ofTitle(title) ?? Topic.ofText(gazetteer, day: day, text: text)
            ?? home.flatMap(UnitKey.init).flatMap { gazetteer.table.index(of: $0, on: day) }
    }

    /// The one unit that the title names; several make the article one about none of them.
    private static func ofTitle(_ title: [Mention]) -> Int? {
        let rows = title.filter { $0.kind == .name && !$0.isParentOnly }.compactMap(\.row)
        return Set(rows).count == 1 ? rows.first : nil
    }

    /// The first unit of the text, where most of the names lie in its province.
    private static func ofText(_ gazetteer: Gazetteer, day: Int32, text: [Mention]) -> Int? {
        let names = text.filter { $0.kind == .name && $0.row != nil }
        guard let first = names.first(where: { !$0.isParentOnly })?.row else { return nil }
        let province = gazetteer.provinceIndex(of: first, on: day)
        let same = names.count { name in name.row.map { gazetteer.provinceIndex(of: $0, on: day) == province } ?? false
        }
        return same * 3 >= names.count * 2 ? first : nil
    }
}
