import CLibXML2

/// Receives the events of an XML document in order.
public protocol XMLEventHandler {
    /// An element begins; names are local names, without prefix.
    mutating func start(_ localName: String, namespace: String?, attributes: [String: String])
    mutating func text(_ text: String)
    mutating func end(_ localName: String, namespace: String?)
}

/// The document is no XML, not even with repairs.
public struct XMLError: Error, Hashable, Sendable, CustomStringConvertible {
    public let line: Int
    public let message: String

    public var description: String { "line \(line): \(message)" }
}

/// XML by libxml2's events: HTML's entities and bare `&` are mended, broken documents are read as far as they go,
/// nothing is loaded from elsewhere, and entities are not expanded beyond libxml2's bounds.
public enum XMLEvents {
    /// Parses bytes into a handler; throws when nothing at all could be read.
    public static func parse<Handler: XMLEventHandler>(
        _ bytes: [UInt8], into handler: inout Handler
    ) throws(XMLError) {
        guard LibXML2.isReady, !bytes.isEmpty, bytes.count < Int(Int32.max) / 2 else {
            throw XMLError(line: 1, message: "no content")
        }
        let relay = Relay(handler)
        let failure = relay.parse(ReferenceMender.mended(bytes))
        handler = relay.handler
        if !relay.hasElements { throw failure ?? XMLError(line: 1, message: "no element") }
    }
}

/// Hands libxml2's events on. Confined: it lives for one call of `parse` on one thread.
private final class Relay<Handler: XMLEventHandler>: AnyRelay {
    var handler: Handler
    private(set) var hasElements = false

    init(_ handler: Handler) { self.handler = handler }

    override func start(_ name: String, _ namespace: String?, _ attributes: [String: String]) {
        hasElements = true
        handler.start(name, namespace: namespace, attributes: attributes)
    }

    override func text(_ text: String) { handler.text(text) }

    override func end(_ name: String, _ namespace: String?) { handler.end(name, namespace: namespace) }
}

/// What C callbacks can refer to, whatever the handler's type.
private class AnyRelay {
    func start(_ name: String, _ namespace: String?, _ attributes: [String: String]) {}
    func text(_ text: String) {}
    func end(_ name: String, _ namespace: String?) {}

    /// Runs libxml2 over the bytes; what it complained of first, if it gave up.
    func parse(_ bytes: [UInt8]) -> XMLError? {
        bytes.withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) { text -> XMLError? in
                guard let context = xmlCreateMemoryParserCtxt(text.baseAddress, Int32(text.count)) else {
                    return XMLError(line: 1, message: "out of memory")
                }
                defer { xmlFreeParserCtxt(context) }
                guard let handler = context.pointee.sax else { return nil }
                handler.pointee = AnyRelay.handler
                context.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
                // NOENT: without it `&amp;` in an attribute comes as `&#38;`. It expands nothing else, because no handler
                // takes the declarations of entities.
                let options =
                    XML_PARSE_NOENT.rawValue | XML_PARSE_RECOVER.rawValue | XML_PARSE_NOERROR.rawValue
                    | XML_PARSE_NOWARNING.rawValue
                    | XML_PARSE_NONET.rawValue | XML_PARSE_NOCDATA.rawValue
                xmlCtxtUseOptions(context, Int32(options))
                xmlParseDocument(context)
                guard context.pointee.wellFormed == 0 else { return nil }
                let error = context.pointee.lastError
                let message = error.message.map { String(cString: $0) } ?? "not well-formed"
                return XMLError(line: Int(error.line), message: String(message.prefix { $0 != "\n" }))
            }
        }
    }

    private static var handler: xmlSAXHandler {
        var handler = xmlSAXHandler()
        handler.initialized = UInt32(XML_SAX2_MAGIC)
        handler.startElementNs = { context, name, _, uri, _, _, count, _, list in
            guard let context, let name else { return }
            var attributes: [String: String] = [:]
            for index in 0..<Int(count) {
                guard let list, let key = list[index * 5], let start = list[index * 5 + 3],
                    let end = list[index * 5 + 4]
                else { continue }
                let value = UnsafeBufferPointer(start: start, count: max(0, end - start))
                attributes[AnyRelay.text(key)] = String(decoding: value, as: UTF8.self)
            }
            Unmanaged<AnyRelay>.fromOpaque(context).takeUnretainedValue()
                .start(AnyRelay.text(name), uri.map { AnyRelay.text($0) }, attributes)
        }
        handler.endElementNs = { context, name, _, uri in
            guard let context, let name else { return }
            Unmanaged<AnyRelay>.fromOpaque(context).takeUnretainedValue()
                .end(AnyRelay.text(name), uri.map { AnyRelay.text($0) })
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

    private static func text(_ name: UnsafePointer<xmlChar>) -> String {
        String(decoding: UnsafeBufferPointer(start: name, count: Int(xmlStrlen(name))), as: UTF8.self)
    }
}
