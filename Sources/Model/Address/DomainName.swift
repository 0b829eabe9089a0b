import Foundation

/// Domain to ASCII, section 3.3 of the WHATWG URL Standard: UTS 46 processing, non-transitional, with the Bidi and
/// joiner rules and without bounds of length.
enum DomainName {
    /// The name in lower case with labels beyond ASCII in Punycode; nil when a label cannot be.
    static func ascii(_ name: String) -> [UInt8]? {
        guard let mapped = mapped(name) else { return nil }
        var labels: [[Unicode.Scalar]] = []
        for label in mapped.split(separator: ".", omittingEmptySubsequences: false) {
            guard let decoded = decoded(Array(label)) else { return nil }
            labels.append(decoded)
        }
        guard BidiRule.isKept(by: labels) else { return nil }
        var result: [UInt8] = []
        for (index, label) in labels.enumerated() {
            if index > 0 { result.append(UInt8(ascii: ".")) }
            guard let encoded = encoded(label) else { return nil }
            result += encoded
        }
        return result
    }

    /// Every code point mapped, in NFC; nil when one is not allowed.
    private static func mapped(_ name: String) -> [Unicode.Scalar]? {
        var scalars = String.UnicodeScalarView()
        for scalar in name.unicodeScalars {
            switch DomainMapping(of: scalar) {
            case .valid: scalars.append(scalar)
            case .ignored: break
            case .mapped(let replacement): scalars.append(contentsOf: replacement)
            case .disallowed: return nil
            }
        }
        return Array(String(scalars).precomposedStringWithCanonicalMapping.unicodeScalars)
    }

    /// The label behind Punycode, or the label itself; nil when it is not valid (UTS 46, section 4.1).
    private static func decoded(_ label: [Unicode.Scalar]) -> [Unicode.Scalar]? {
        var decoded = label
        if label.starts(with: "xn--".unicodeScalars) {
            guard label.allSatisfy(\.isASCII) else { return nil }
            let code = label.dropFirst(4).map { UInt8(truncatingIfNeeded: $0.value) }
            guard let scalars = Punycode.decode(code[...]), !scalars.allSatisfy(\.isASCII), isStable(scalars) else {
                return nil
            }
            decoded = scalars
        }
        guard let first = decoded.first else { return decoded }
        switch first.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: return nil
        default: return JoinerRule.isKept(by: decoded) ? decoded : nil
        }
    }

    /// In NFC, and nothing in it would be mapped.
    private static func isStable(_ label: [Unicode.Scalar]) -> Bool {
        let text = String(String.UnicodeScalarView(label))
        guard text.precomposedStringWithCanonicalMapping.unicodeScalars.elementsEqual(label) else { return false }
        return label.allSatisfy { scalar in
            if case .valid = DomainMapping(of: scalar) { return scalar != "." }
            return false
        }
    }

    private static func encoded(_ label: [Unicode.Scalar]) -> [UInt8]? {
        if label.allSatisfy(\.isASCII) { return label.map { UInt8(truncatingIfNeeded: $0.value) } }
        return Punycode.encode(label).map { Array("xn--".utf8) + $0 }
    }
}
