#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Writes the query of a link in the encoding of the page that holds it, as browsers do (WHATWG URL Standard, section
/// 1.3, percent-encode after encoding): old portals read nothing else.
public struct QueryEncoder: Sendable {
    private let encoding: String

    /// Nil for UTF-8, which needs none, and for encodings that the system does not know.
    public init?(encoding label: String) {
        let name = label.lowercased()
        guard !["utf-8", "utf8", "utf-16le", "utf-16be", "utf-16", "replacement"].contains(name) else { return nil }
        guard Converter.exists(for: name) else { return nil }
        encoding = name
    }

    /// A query percent-encoded; a character that the encoding lacks becomes its number, as in a form.
    func encoded(_ query: String) -> String {
        guard let converter = Converter(to: encoding) else {
            return PercentEncoding.encode(Array(query.utf8)[...], in: .query)
        }
        var result: [UInt8] = []
        // As a whole where that goes: some encodings switch between sets of characters.
        if !query.unicodeScalars.contains(where: isLacking), let bytes = converter.bytes(query) {
            for byte in bytes { PercentEncoding.append(byte, in: .query, to: &result) }
            return String(decoding: result, as: UTF8.self)
        }
        for scalar in query.unicodeScalars {
            if let bytes = isLacking(scalar) ? nil : converter.bytes(String(scalar)) {
                for byte in bytes { PercentEncoding.append(byte, in: .query, to: &result) }
            } else {
                // The bytes of `&#…;`, written so that no server takes them for its own syntax.
                result += "%26%23\(isControl(scalar) ? 0xFFFD : scalar.value)%3B".utf8
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Where the standard's encoder gives less than the system's.
    private func isLacking(_ scalar: Unicode.Scalar) -> Bool {
        switch encoding {
        case "iso-2022-jp": isControl(scalar)
        case "gb18030", "gbk": scalar.value == 0xE5E5
        default: false
        }
    }

    /// The controls that switch ISO-2022-JP's character sets.
    private func isControl(_ scalar: Unicode.Scalar) -> Bool {
        encoding == "iso-2022-jp" && [0x0E, 0x0F, 0x1B].contains(scalar.value)
    }
}

/// iconv's handle, closed when it goes.
private struct Converter: ~Copyable {
    private let handle: iconv_t

    init?(to encoding: String) {
        guard let opened = iconv_open(encoding, "utf-8"), opened != iconv_t(bitPattern: -1) else { return nil }
        handle = opened
    }

    deinit { iconv_close(handle) }

    static func exists(for encoding: String) -> Bool {
        let converter = Converter(to: encoding)
        return converter != nil
    }

    /// The text in the encoding, back in its first state at the end; nil when the encoding lacks something of it.
    func bytes(_ text: String) -> [UInt8]? {
        var input = Array(text.utf8).map { CChar(bitPattern: $0) }
        var output = [CChar](repeating: 0, count: input.count * 4 + 16)
        var (inputLeft, outputLeft) = (input.count, output.count)
        let isWhole = input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                var (from, into) = (source.baseAddress, target.baseAddress)
                iconv(handle, nil, nil, nil, nil)
                return iconv(handle, &from, &inputLeft, &into, &outputLeft) != -1
                    && iconv(handle, nil, nil, &into, &outputLeft) != -1
            }
        }
        return isWhole ? output.dropLast(outputLeft).map { UInt8(bitPattern: $0) } : nil
    }
}
