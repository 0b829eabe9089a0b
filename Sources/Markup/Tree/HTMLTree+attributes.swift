extension HTMLTree {
    /// The value of an attribute, or nil where the element has none of that name. `name` is in lower case.
    public func attribute(_ name: String, of node: Node) -> String? {
        if let known = HTMLAttribute(rawValue: name), known != .other { return attribute(known, of: node) }
        return own(of: node).first { $0.key == .other && isNamed($0, name) }.map { value(of: $0) }
    }

    /// The value of a known attribute, or nil where the element has none.
    public func attribute(_ key: HTMLAttribute, of node: Node) -> String? {
        own(of: node).first { $0.key == key }.map { value(of: $0) }
    }

    public func hasAttribute(_ key: HTMLAttribute, of node: Node) -> Bool {
        own(of: node).contains { $0.key == key }
    }

    /// The value as it stands in the page, its references not resolved.
    public func bytes(ofAttribute key: HTMLAttribute, of node: Node) -> ArraySlice<UInt8>? {
        own(of: node).first { $0.key == key }.map { buffer[Int($0.value.lowerBound)..<Int($0.value.upperBound)] }
    }

    /// Hands on every known attribute of an element, its value as it stands in the page.
    public func forEachAttribute(
        of node: Node, _ body: (HTMLAttribute, UnsafeBufferPointer<UInt8>) -> Void
    ) {
        let own = own(of: node)
        guard !own.isEmpty else { return }
        buffer.withUnsafeBufferPointer { bytes in
            for attribute in own where attribute.key != .other {
                body(
                    attribute.key,
                    UnsafeBufferPointer(
                        rebasing: bytes[Int(attribute.value.lowerBound)..<Int(attribute.value.upperBound)]))
            }
        }
    }

    private func own(of node: Node) -> ArraySlice<PageAttribute> {
        guard !isText(node) else { return [] }
        let range = ranges[Int(node.index)]
        return attributes[Int(range.lowerBound)..<Int(range.upperBound)]
    }

    private func isNamed(_ attribute: PageAttribute, _ name: String) -> Bool {
        buffer[Int(attribute.name.lowerBound)..<Int(attribute.name.upperBound)].lazy.map(\.asciiLowercased)
            .elementsEqual(name.utf8)
    }

    private func value(of attribute: PageAttribute) -> String {
        let raw = buffer[Int(attribute.value.lowerBound)..<Int(attribute.value.upperBound)]
        var text = String(decoding: raw, as: UTF8.self)
        if raw.contains(UInt8(ascii: "&")) {
            var resolved: [UInt8] = []
            raw.withUnsafeBufferPointer { CharacterReferences.append($0, isAttribute: true, to: &resolved) }
            text = String(decoding: resolved, as: UTF8.self)
        }
        return raw.contains { $0 >= 0xCC } ? TextDecoder.composed(text) : text
    }
}
