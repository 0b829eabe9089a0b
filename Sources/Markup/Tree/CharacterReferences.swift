import CLibXML2

/// HTML's character references (HTML Standard, section 13.2.5.72): `&amp;`, `&#233;`, `&#xE9;`, `&nbsp` without its end.
enum CharacterReferences {
    private static let ampersand = UInt8(ascii: "&")
    private static let longestName = 32

    /// Appends bytes with their references resolved. What is no reference stays as it is.
    static func append(_ source: UnsafeBufferPointer<UInt8>, isAttribute: Bool = false, to result: inout [UInt8]) {
        var kept = 0
        var index = 0
        while index < source.count {
            guard source[index] == ampersand, let found = reference(source, index + 1, isAttribute) else {
                index += 1
                continue
            }
            result.append(contentsOf: source[kept..<index])
            append(found.scalar, to: &result)
            index = found.end
            kept = index
        }
        result.append(contentsOf: source[kept...])
    }

    private static func append(_ scalar: Unicode.Scalar, to result: inout [UInt8]) {
        if scalar.isASCII {
            result.append(UInt8(truncatingIfNeeded: scalar.value))
        } else {
            result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
    }

    private static func reference(
        _ source: UnsafeBufferPointer<UInt8>, _ start: Int, _ isAttribute: Bool
    ) -> (scalar: Unicode.Scalar, end: Int)? {
        guard start < source.count else { return nil }
        if source[start] == UInt8(ascii: "#") { return number(source, start + 1) }
        var end = start
        while end < source.count, end - start < longestName, source[end].isASCIILetterOrDigit { end += 1 }
        guard end > start else { return nil }
        let isClosed = end < source.count && source[end] == UInt8(ascii: ";")
        if isAttribute && !isClosed && end < source.count && source[end] == UInt8(ascii: "=") { return nil }
        guard let scalar = named(source, start..<end), isClosed || scalar.value < 0x100 else { return nil }
        return (scalar, isClosed ? end + 1 : end)
    }

    private static func number(_ source: UnsafeBufferPointer<UInt8>, _ start: Int) -> (Unicode.Scalar, Int)? {
        let isHex = start < source.count && source[start] | 0x20 == UInt8(ascii: "x")
        let first = isHex ? start + 1 : start
        var index = first
        var value: UInt32 = 0
        while index < source.count, let digit = source[index].hexDigit, isHex || digit < 10 {
            value = min(value &* (isHex ? 16 : 10) &+ digit, 0x11_0000)
            index += 1
        }
        guard index > first else { return nil }
        if index < source.count, source[index] == UInt8(ascii: ";") { index += 1 }
        if (0x80..<0xA0).contains(value) {
            let scalar = TextDecoder.scalar1252(UInt8(truncatingIfNeeded: value))
            return (scalar, index)
        }
        return (value == 0 ? "\u{FFFD}" : Unicode.Scalar(value) ?? "\u{FFFD}", index)
    }

    private static func named(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Unicode.Scalar? {
        var key: UInt64 = 0
        if range.count <= 8 {
            for index in range { key = key << 8 | UInt64(source[index]) }
            if let common = common[key] { return common }
        }
        let name = String(decoding: source[range], as: UTF8.self)
        return htmlEntityLookup(name).flatMap { Unicode.Scalar($0.pointee.value) }
    }

    /// The names that pages are full of, and some that HTML 4 did not know, by their bytes.
    private static let common: [UInt64: Unicode.Scalar] = {
        let names: [String: Unicode.Scalar] = [
            "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "AMP": "&", "LT": "<",
            "GT": ">", "QUOT": "\"", "hellip": "\u{2026}", "ndash": "\u{2013}", "mdash": "\u{2014}",
            "rsquo": "\u{2019}", "lsquo": "\u{2018}", "rdquo": "\u{201D}", "ldquo": "\u{201C}", "comma": ",",
            "colon": ":", "period": ".", "lpar": "(", "rpar": ")", "excl": "!", "quest": "?", "semi": ";",
            "num": "#", "percnt": "%", "sol": "/", "plus": "+", "equals": "=", "NewLine": "\n", "Tab": "\t",
            "lsqb": "[", "rsqb": "]", "vert": "|", "ast": "*", "commat": "@", "dollar": "$", "lowbar": "_",
        ]
        var table: [UInt64: Unicode.Scalar] = [:]
        for (name, scalar) in names { table[name.utf8.reduce(0) { $0 << 8 | UInt64($1) }] = scalar }
        return table
    }()
}

extension UInt8 {
    var isASCIILetter: Bool { (0x61...0x7A).contains(self | 0x20) }

    var isASCIILetterOrDigit: Bool { isASCIILetter || (0x30...0x39).contains(self) }

    fileprivate var hexDigit: UInt32? {
        if (0x30...0x39).contains(self) { return UInt32(self - 0x30) }
        let lowered = self | 0x20
        return (0x61...0x66).contains(lowered) ? UInt32(lowered - 0x61 + 10) : nil
    }
}
