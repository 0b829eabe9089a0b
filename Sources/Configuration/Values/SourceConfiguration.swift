import Markup
import Model

/// A source as its file `Config/sources/<id>.yml` describes it: whose news it is, where new pages are announced and
/// which of them are articles.
public struct SourceConfiguration: Sendable {
    /// What kind of publisher stands behind a source.
    public enum Kind: String, Sendable, CaseIterable {
        case government, ministry, department
        case nationalNewspaper = "national_newspaper"
        case nationalMagazine = "national_magazine"
        case provincialNewspaper = "provincial_newspaper"
        case provincialPortal = "provincial_portal"
    }

    public let id: SourceID
    public let name: String
    public let kind: Kind
    public let home: WebAddress
    /// The province whose news this is: figures without a place of their own belong there.
    public let province: PlaceID?
    /// The day on which somebody saw the addresses work; nil where nobody did.
    public let verified: CivilDate?
    public let enabled: Bool
    /// Hosts that pages may come from, their subdomains included.
    public let hosts: [String]
    public let feeds: [WebAddress]
    public let sitemaps: [WebAddress]
    public let listings: [ListingConfiguration]
    /// Regular expressions on the path and query of an article's address.
    public let include: [String]
    public let exclude: [String]
    /// What in an address does not tell articles apart.
    public var addressRules = AddressRules()
    public let extraction: ExtractionConfiguration
    /// What this source wants otherwise than the defaults.
    public let politeness: PolitenessOverride
    public let verifiesTLS: Bool
    /// Whether cookies are kept and sent during a run: some portals give nothing without their session's.
    public let keepsCookies: Bool
    public let file: String
}

/// Selectors that correct the generic extractor where a source needs it.
public struct ExtractionConfiguration: Sendable {
    public var title: Selector?
    public var date: Selector?
    public var author: Selector?
    public var lead: Selector?
    public var body: Selector?
    public var remove: [Selector] = []

    /// Whether the source gives any rule.
    public var isEmpty: Bool {
        title == nil && date == nil && author == nil && lead == nil && body == nil && remove.isEmpty
    }
}

/// The politeness that one source asks for; nil keeps the default.
public struct PolitenessOverride: Sendable {
    public init() {}

    public var delay: Duration?
    public var concurrency: Int?
}
