import Foundation

/// What a reader should find in an article of the portal, written down by hand in `Site/expected.json`.
public struct ExpectedArticle: Decodable, Sendable {
    /// A figure that should come out; units are named as in the gold data (`case_file`, `percent`, `vnd` …).
    public struct Figure: Decodable, Sendable {
        /// The number as the text writes it, without its unit but with its percent sign.
        public let surface: String
        public let value: Decimal
        public let unit: String
        public let indicator: String
        /// First and last day as `YYYY-MM-DD`; both nil where the period is open to argument.
        public let periodStart: String?
        public let periodEnd: String?

        enum CodingKeys: String, CodingKey {
            case surface, value, unit, indicator
            case periodStart = "period_start"
            case periodEnd = "period_end"
        }
    }

    public let address: String
    public let title: String
    /// ISO 8601 with the offset of Vietnam.
    public let published: String
    public let author: String
    public let lead: String
    /// How many paragraphs the body has, without lead, headings, captions, lists and tables.
    public let paragraphs: Int
    /// The administrative unit that the figures are about.
    public let place: String
    /// Whether `figures` are all that there is; else they are those beyond doubt.
    public let complete: Bool
    public let figures: [Figure]

    /// Every expected article, in the order of the data files.
    public static func all() throws -> [ExpectedArticle] {
        struct File: Decodable {
            let articles: [ExpectedArticle]
        }
        let file = Bundle.module.bundleURL.appendingPathComponent("Site/expected.json")
        return try JSONDecoder().decode(File.self, from: try Data(contentsOf: file)).articles
    }
}
