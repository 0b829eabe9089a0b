import Datasets

/// One kind of `chiso parse`: what it is called, what a line holds, and how it is answered.
///
/// A kind is one file of this folder: `extension ParseKind { static let url = ParseKind(…) }`, and its name in `all`.
public struct ParseKind: Sendable {
    public let name: String
    /// What it does, in one line.
    public let summary: String
    /// The members of a line of input, besides `id`.
    public let takes: String
    /// The members of a line of output, besides `id`.
    public let gives: String
    let prepare: @Sendable (Surroundings) throws -> Answerer

    /// Answers one line. What can go wrong goes wrong before anything is written.
    typealias Answerer = (ParseQuestion) throws -> ParseAnswer

    /// A kind that needs something of the configuration, loaded once.
    init(
        _ name: String, summary: String, takes: String, gives: String,
        prepare: @escaping @Sendable (Surroundings) throws -> Answerer
    ) {
        self.name = name
        self.summary = summary
        self.takes = takes
        self.gives = gives
        self.prepare = prepare
    }

    /// A kind that needs nothing but the line.
    init(
        _ name: String, summary: String, takes: String, gives: String,
        answer: @escaping @Sendable (ParseQuestion) throws -> ParseAnswer
    ) {
        self.init(name, summary: summary, takes: takes, gives: gives, prepare: { _ in answer })
    }

    /// Every kind, in the order in which help lists them.
    public static let all: [ParseKind] = [
        .robots,
        .feed,
        .sitemap,
        .listing,
        .url,
        .timestamp,
        .encoding,
        .number,
        .ordinal,
        .money,
        .duration,
        .date,
        .place,
        .document,
        .warc,
    ]

    /// The kind of that name, or nil.
    public static func named(_ name: String) -> ParseKind? { all.first { $0.name == name } }
}

/// The members of an answer, ready to be written behind its `id`.
typealias ParseAnswer = (inout JSONWriter) -> Void
