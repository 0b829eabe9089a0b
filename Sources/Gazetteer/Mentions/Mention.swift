import Model

/// A mention while it is worked on: rows of the unit table instead of values.
struct Mention {
    let range: Range<Int>
    /// The words of type and name.
    let words: Range<Int>
    let kind: PlaceMention.Kind
    let type: UnitType?
    /// Whether the type word stands right before the name, and not only before the first of a list.
    let hasTypeWord: Bool
    let isInsideOrganisationName: Bool
    /// Whether it begins a list item after another mention of the same level.
    var continuesList = false
    /// The mention that names the unit above, as in `Tam Dương (Vĩnh Phúc)`.
    var parent: Int?
    /// Whether it only says where the mention before lies.
    var isParentOnly = false
    /// Whether it is only compared with, or says where somebody comes from or something goes.
    var isAside = false
    /// The inside of the round brackets that it stands in.
    var bracket: Range<Int>?
    /// Rows and scores, best first.
    var candidates: [(row: Int, score: Int)] = []
    var row: Int?
}
