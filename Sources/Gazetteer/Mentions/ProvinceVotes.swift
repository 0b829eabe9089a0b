import Model

/// How often an article names each province, with those of its title counted more.
struct ProvinceVotes {
    private var counts: [UnitKey: Int] = [:]
    private var total = 0

    init(gazetteer: Gazetteer, day: Int32, title: [Mention], text: [Mention]) {
        for (mentions, weight) in [(title, 4), (text, 1)] {
            for mention in mentions where mention.kind == .name {
                guard let key = ProvinceVotes.province(of: mention, gazetteer, day) else { continue }
                counts[key, default: 0] += weight
                total += weight
            }
        }
    }

    func votes(for province: UnitKey) -> Int { counts[province] ?? 0 }

    /// Whether most of the names are this province.
    func isDominant(_ province: UnitKey) -> Bool { votes(for: province) * 2 > total }

    /// The only province that a name can mean, valid on the day or else a former one.
    private static func province(of mention: Mention, _ gazetteer: Gazetteer, _ day: Int32) -> UnitKey? {
        guard mention.type == nil || mention.type == .province || mention.type == .city else { return nil }
        let rows = mention.candidates.map(\.row).filter { gazetteer.table.rows[$0].key.level == .province }
        let fitting = rows.filter { mention.type == nil || gazetteer.table.rows[$0].type == mention.type }
        return (fitting.first { gazetteer.table.rows[$0].isValid(on: day) } ?? fitting.last)
            .map { gazetteer.table.rows[$0].key }
    }
}
