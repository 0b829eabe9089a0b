import Model

/// A number that is never an indicator: a date, a document's number, a name, an address.
public struct MaskedNumber: Sendable {
    /// UTF-8 offsets in the text.
    public let range: Range<Int>
    public let surface: String
    public let reason: RejectionReason
    /// What showed it.
    public let detail: String
}
