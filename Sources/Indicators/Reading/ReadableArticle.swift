import Model
import VietnameseText

/// What the reader needs to know of an article.
public struct ReadableArticle: Sendable {
    public let title: String
    /// Paragraphs parted by line feeds, cells of a table by tab stops.
    public let text: String
    /// The day of publication in Vietnam: what "đến nay" and dates without a year are read from.
    public let published: CivilDate?
    /// The province that the source reports on: where a name alone would be ambiguous, it is looked for there.
    public let home: PlaceID?

    public init(title: String, text: String, published: CivilDate?, home: PlaceID?) {
        self.title = title
        self.text = text
        self.published = published
        self.home = home
    }
}

/// What the numbers of an article turned out to be; together they cover each number of the text.
public struct Reading: Sendable {
    /// The text in NFC, which all offsets refer to.
    public let text: String
    /// In the order of the text.
    public let observations: [Observation]
    /// In the order of the text.
    public let rejections: [Rejection]
    /// The documents that the article cites by number, in the order of the text.
    public let documents: [LegalDocument]

    public init(
        text: String, observations: [Observation], rejections: [Rejection], documents: [LegalDocument] = []
    ) {
        self.documents = documents
        self.text = text
        self.observations = observations
        self.rejections = rejections
    }
}
