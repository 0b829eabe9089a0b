import CLibXML2

/// Receives the events of an XML document in order.
public protocol XMLEventHandler {
    mutating func start(_ name: XMLName, attributes: [XMLAttribute])
    mutating func text(_ text: String)
    mutating func end(_ name: XMLName)
}

/// The document is no XML, not even with repairs.
public struct XMLError: Error, Hashable, Sendable, CustomStringConvertible {
    public let line: Int
    public let message: String

    public var description: String { "line \(line): \(message)" }
}

/// XML by libxml2's events: any encoding, HTML's entities and bare `&` mended, broken documents read as far as they go,
/// nothing loaded from elsewhere, and entities not expanded beyond what stands in their declaration.
public enum XMLEvents {
    /// Parses bytes into a handler; throws when nothing at all could be read.
    ///
    /// `charset` is what the transport said of the encoding.
    public static func parse<Handler: XMLEventHandler>(
        _ bytes: [UInt8], charset: String? = nil, into handler: inout Handler
    ) throws(XMLError) {
        guard LibXML2.isReady, !bytes.isEmpty, bytes.count < Int(Int32.max) / 8 else {
            throw XMLError(line: 1, message: "no content")
        }
        let relay = Relay(handler)
        let failure = relay.parse(XMLMender.mended(XMLEncoding.utf8(bytes, charset: charset)))
        handler = relay.handler
        if !relay.hasElements { throw failure ?? XMLError(line: 1, message: "no element") }
    }
}

/// Hands libxml2's events on. Confined: it lives for one call of `parse` on one thread.
private final class Relay<Handler: XMLEventHandler>: AnyRelay {
    var handler: Handler
    private(set) var hasElements = false

    init(_ handler: Handler) { self.handler = handler }

    override func start(_ name: XMLName, _ attributes: [XMLAttribute]) {
        hasElements = true
        handler.start(name, attributes: attributes)
    }

    override func text(_ text: String) { handler.text(text) }

    override func end(_ name: XMLName) { handler.end(name) }
}

/// What C callbacks can refer to, whatever the handler's type.
private class AnyRelay {
    func start(_ name: XMLName, _ attributes: [XMLAttribute]) {}
    func text(_ text: String) {}
    func end(_ name: XMLName) {}

    /// Runs libxml2 over text in UTF-8; what it complained of first, if it gave up.
    func parse(_ bytes: [UInt8]) -> XMLError? {
        guard !bytes.isEmpty else { return XMLError(line: 1, message: "no content") }
        return bytes.withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) { text -> XMLError? in
                guard let context = xmlCreateMemoryParserCtxt(text.baseAddress, Int32(text.count)) else {
                    return XMLError(line: 1, message: "out of memory")
                }
                defer { xmlFreeParserCtxt(context) }
                guard let handler = context.pointee.sax else { return nil }
                handler.pointee = AnyRelay.handler
                context.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
                xmlCtxtUseOptions(context, AnyRelay.options)
                xmlParseDocument(context)
                guard context.pointee.wellFormed == 0 else { return nil }
                let error = context.pointee.lastError
                let message = error.message.map { String(cString: $0) } ?? "not well-formed"
                return XMLError(line: Int(error.line), message: String(message.prefix { $0 != "\n" }))
            }
        }
    }

    /// NOENT: without it `&amp;` in an attribute comes as `&#38;`. It expands nothing else, because no handler takes the
    /// declarations of entities. IGNORE_ENC: the text is in UTF-8 by now, whatever it says of itself.
    private static let options = Int32(
        XML_PARSE_NOENT.rawValue | XML_PARSE_RECOVER.rawValue | XML_PARSE_NOERROR.rawValue
            | XML_PARSE_NOWARNING.rawValue | XML_PARSE_NONET.rawValue | XML_PARSE_NOCDATA.rawValue
            | XML_PARSE_IGNORE_ENC.rawValue)

    private static var handler: xmlSAXHandler {
        var handler = xmlSAXHandler()
        handler.initialized = UInt32(XML_SAX2_MAGIC)
        handler.startElementNs = { context, name, prefix, uri, _, _, count, _, list in
            guard let context, let name else { return }
            Unmanaged<AnyRelay>.fromOpaque(context).takeUnretainedValue()
                .start(AnyRelay.name(name, prefix, uri), AnyRelay.attributes(list, Int(count)))
        }
        handler.endElementNs = { context, name, prefix, uri in
            guard let context, let name else { return }
            Unmanaged<AnyRelay>.fromOpaque(context).takeUnretainedValue().end(AnyRelay.name(name, prefix, uri))
        }
        let receive: charactersSAXFunc = { context, text, length in
            guard let context, let text, length > 0 else { return }
            let bytes = UnsafeBufferPointer(start: text, count: Int(length))
            Unmanaged<AnyRelay>.fromOpaque(context).takeUnretainedValue().text(String(decoding: bytes, as: UTF8.self))
        }
        handler.characters = receive
        handler.ignorableWhitespace = receive
        handler.cdataBlock = receive
        return handler
    }

    /// Five pointers an attribute: name, prefix, namespace, begin and end of the value.
    private static func attributes(
        _ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, _ count: Int
    ) -> [XMLAttribute] {
        guard let list, count > 0 else { return [] }
        return (0..<count).compactMap { index in
            guard let local = list[index * 5], let start = list[index * 5 + 3], let end = list[index * 5 + 4] else {
                return nil
            }
            let value = UnsafeBufferPointer(start: start, count: max(0, end - start))
            return XMLAttribute(
                name(local, list[index * 5 + 1], list[index * 5 + 2]), String(decoding: value, as: UTF8.self))
        }
    }

    private static func name(
        _ local: UnsafePointer<xmlChar>, _ prefix: UnsafePointer<xmlChar>?, _ uri: UnsafePointer<xmlChar>?
    ) -> XMLName {
        XMLName(text(local), prefix: prefix.map { text($0) }, namespace: uri.map { text($0) })
    }

    private static func text(_ name: UnsafePointer<xmlChar>) -> String {
        String(decoding: UnsafeBufferPointer(start: name, count: Int(xmlStrlen(name))), as: UTF8.self)
    }
}
