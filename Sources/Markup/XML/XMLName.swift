/// The name of an element or attribute.
public struct XMLName: Hashable, Sendable {
    public let local: String
    /// As written; nil without one.
    public let prefix: String?
    /// The URI that the prefix stands for; nil where none was declared.
    public let namespace: String?

    public init(_ local: String, prefix: String? = nil, namespace: String? = nil) {
        self.local = local
        self.prefix = prefix
        self.namespace = namespace
    }

    /// What `xml:` stands for, without being declared (Namespaces in XML, section 3).
    public static let xmlNamespace = "http://www.w3.org/XML/1998/namespace"
}

/// An attribute, its references resolved.
public struct XMLAttribute: Hashable, Sendable {
    public let name: XMLName
    public let value: String

    public init(_ name: XMLName, _ value: String) {
        self.name = name
        self.value = value
    }
}

extension [XMLAttribute] {
    /// The value of an attribute without prefix, in whatever case its name is written.
    public func value(_ local: String) -> String? {
        first { $0.name.prefix == nil && $0.name.local.lowercased() == local }?.value
    }

    /// `xml:base`, or the `base` of formats without namespaces.
    public var base: String? {
        first { $0.name.local == "base" && ($0.name.namespace == XMLName.xmlNamespace || $0.name.prefix == "xml") }?
            .value ?? value("base")
    }
}
