import CLibXML2

/// Mends the references of XML that was written like HTML: `&nbsp;`, which XML does not know, and `&` that stands for
/// itself, as in addresses. libxml2 drops both, and the text behind a bare `&` with it.
enum ReferenceMender {
    /// The bytes with HTML's names as numbers and bare `&` as `&amp;`; unchanged where the document declares entities of
    /// its own or is not written in bytes that ASCII is part of.
    static func mended(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.contains(ampersand), !bytes.prefix(4).contains(0), !declaresEntities(bytes) else { return bytes }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + bytes.count / 16)
        var index = 0
        while index < bytes.count {
            if let end = opaqueEnd(bytes, index) {
                result += bytes[index..<end]
                index = end
            } else if bytes[index] == ampersand {
                index = mend(bytes, index, into: &result)
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return result
    }

    private static let ampersand = UInt8(ascii: "&")

    /// Where CDATA, a comment or an instruction that begins here ends; `&` means nothing in them.
    private static func opaqueEnd(_ bytes: [UInt8], _ index: Int) -> Int? {
        guard bytes[index] == UInt8(ascii: "<"), index + 1 < bytes.count else { return nil }
        let rest = bytes[index...]
        for (opening, closing) in [("<![CDATA[", "]]>"), ("<!--", "-->"), ("<?", "?>")]
        where rest.starts(with: opening.utf8) {
            let closing = Array(closing.utf8)
            var end = index + opening.utf8.count
            while end < bytes.count {
                if bytes[end] == closing[0], bytes[end...].starts(with: closing) { return end + closing.count }
                end += 1
            }
            return bytes.count
        }
        return nil
    }

    /// Appends what the `&` at an index means; returns where reading goes on.
    private static func mend(_ bytes: [UInt8], _ index: Int, into result: inout [UInt8]) -> Int {
        let name = bytes[(index + 1)...].prefix(longestName).prefix { $0 != UInt8(ascii: ";") }
        guard name.endIndex < bytes.count, bytes[name.endIndex] == UInt8(ascii: ";"), isName(name) else {
            result += "&amp;".utf8
            return index + 1
        }
        let text = String(decoding: name, as: UTF8.self)
        if name.first == UInt8(ascii: "#") || predefined.contains(text) {
            result += bytes[index...name.endIndex]
        } else if let entity = htmlEntityLookup(text) {
            result += "&#\(entity.pointee.value);".utf8
        } else {
            result += "&amp;".utf8
            return index + 1
        }
        return name.endIndex + 1
    }

    /// Letters and digits, or `#` and a number.
    private static func isName(_ name: ArraySlice<UInt8>) -> Bool {
        guard let first = name.first else { return false }
        guard first == UInt8(ascii: "#") else {
            return isLetter(first) && name.allSatisfy { isLetter($0) || isDigit($0) }
        }
        let digits = name.dropFirst()
        guard digits.first == UInt8(ascii: "x") else { return !digits.isEmpty && digits.allSatisfy(isDigit) }
        return digits.count > 1
            && digits.dropFirst().allSatisfy { isDigit($0) || (0x41...0x46).contains($0 & 0xDF) }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    /// A document type with entities stands in front of everything else.
    private static func declaresEntities(_ bytes: [UInt8]) -> Bool {
        let wanted = Array("<!ENTITY".utf8)
        let head = bytes.prefix(64 * 1_024)
        return head.indices.contains { head[$0] == wanted[0] && head[$0...].starts(with: wanted) }
    }

    private static let predefined: Set<String> = ["amp", "lt", "gt", "quot", "apos"]
    private static let longestName = 32
}
