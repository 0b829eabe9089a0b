import Model
import VietnameseText

/// Decides for each number of an article which administrative unit it is about.
///
/// The unit of the number's own clause wins, then that of its sentence, then that of the paragraph so far, then what
/// the article as a whole is about: its title, its lead, its source.
public struct PlaceBinder: Sendable {
    private let finder: PlaceFinder
    private let gazetteer: Gazetteer

    public init(gazetteer: Gazetteer) {
        self.gazetteer = gazetteer
        finder = PlaceFinder(gazetteer: gazetteer)
    }

    /// The place of each number.
    ///
    /// - Parameters:
    ///   - text: the article's text, paragraphs separated by line feeds.
    ///   - offsets: where the numbers begin, UTF-8, in ascending order.
    ///   - dates: the day that each number speaks of, the end of its period; nil means the day of publication. May be
    ///     shorter than `offsets`.
    ///   - home: the province whose news the source brings.
    public func bind(
        title: String, text: TokenText, published: CivilDate?, offsets: [Int], home: PlaceID?, dates: [CivilDate?] = []
    ) -> [PlaceReference?] {
        let day = published ?? PlaceBinder.undated
        let reading = finder.read(text, on: day, context: PlaceContext(home: home, title: title))
        let scene = Scene(gazetteer: gazetteer, reading: reading, offsets: offsets)
        return offsets.indices.map { index in
            guard let row = scene.row(of: index) else { return nil }
            // What a unit will be at the end of a planned period nobody knows on the day of publication.
            let date = min((index < dates.count ? dates[index] : nil) ?? day, day)
            let dated = state(of: row, on: date)
            return gazetteer.reference(for: gazetteer.table.unit(dated), on: date)
        }
    }

    /// For a text without any date: the last day on which all three levels existed.
    private static let undated = CivilDate(dayNumber: 20_269)

    /// The state of a unit on the day that a number speaks of. A code that names another unit on that day is no
    /// state of it: the unit then keeps the state that the text means.
    private func state(of row: Int, on date: CivilDate) -> Int {
        let table = gazetteer.table
        let day = Int32(date.dayNumber)
        guard !table.rows[row].isValid(on: day), let other = table.index(of: table.rows[row].key, on: day) else {
            return row
        }
        let crosses = (table.rows[row].from >= UnitTable.reform) != (table.rows[other].from >= UnitTable.reform)
        if crosses {
            return table.rows[row].key.level == .province && gazetteer.names.sameName(row, other)
                ? other : namesake(row, day)
        }
        return other
    }

    /// The province of the same name under another code: Bắc Ninh was 27 and is 24.
    private func namesake(_ row: Int, _ day: Int32) -> Int {
        let table = gazetteer.table
        guard table.rows[row].key.level == .province else { return row }
        return table.rows.indices.prefix { table.rows[$0].key.level == .province }
            .first { table.rows[$0].isValid(on: day) && gazetteer.names.sameName($0, row) } ?? row
    }
}
