/// One column of a dataset: its name, its headings, and what its cells mean.
public struct TableColumn: Hashable, Sendable {
    /// The name in CSV headers and JSON keys: lower case, English, stable from release to release.
    public let name: String
    public let kind: ColumnKind
    /// The heading that a Vietnamese analyst reads.
    public let labelVI: String
    public let labelEN: String
    /// What the cells mean, in a sentence for the codebook.
    public let noteVI: String
    public let noteEN: String
    /// Whether every row has a value here.
    public let isRequired: Bool

    public init(
        _ name: String, _ kind: ColumnKind, required isRequired: Bool = false, vi labelVI: String, en labelEN: String,
        noteVI: String, noteEN: String
    ) {
        self.name = name
        self.kind = kind
        self.labelVI = labelVI
        self.labelEN = labelEN
        self.noteVI = noteVI
        self.noteEN = noteEN
        self.isRequired = isRequired
    }

    public func label(_ language: Language) -> String { language == .vietnamese ? labelVI : labelEN }
    public func note(_ language: Language) -> String { language == .vietnamese ? noteVI : noteEN }
}

/// The languages that datasets speak to people.
public enum Language: String, Sendable, CaseIterable {
    case vietnamese = "vi"
    case english = "en"
}
