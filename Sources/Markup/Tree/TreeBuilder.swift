import CLibXML2

/// Lays the tree out in arrays while libxml2 goes through the skeleton of a page.
struct TreeBuilder {
    private(set) var names: [HTMLName] = [.document]
    private(set) var customs: [UInt16] = [0]
    private(set) var parents: [Int32] = [-1]
    /// Where the nodes under each node end.
    private(set) var ends: [Int32] = [0]
    private(set) var ranges: [Range<Int32>] = [0..<0]
    private let events: [PageEvent]
    private let space: Range<Int32>
    /// Open elements; those beyond the bound of depth are counted, not kept.
    private var open: [Int32] = [0]
    private var tooDeep = 0

    private static let greatestDepth = 500

    /// - Parameter space: Where a space stands in the buffer that the events' ranges belong to.
    init(events: [PageEvent], space: Range<Int32>) {
        self.events = events
        self.space = space
        let expected = events.count + events.count / 4 + 16
        names.reserveCapacity(expected)
        customs.reserveCapacity(expected)
        parents.reserveCapacity(expected)
        ends.reserveCapacity(expected)
        ranges.reserveCapacity(expected)
    }

    /// Parses a skeleton; afterwards the arrays hold the tree.
    mutating func parse(_ skeleton: [UInt8]) {
        defer { close() }
        guard LibXML2.isReady, !skeleton.isEmpty else { return }
        skeleton.withUnsafeBufferPointer { bytes in
            bytes.withMemoryRebound(to: CChar.self) { parse($0) }
        }
    }

    private mutating func close() {
        while let last = open.popLast() { ends[Int(last)] = Int32(names.count) }
    }

    private mutating func parse(_ skeleton: UnsafeBufferPointer<CChar>) {
        guard let context = htmlCreateMemoryParserCtxt(skeleton.baseAddress, Int32(skeleton.count)) else { return }
        defer { htmlFreeParserCtxt(context) }
        guard let handler = context.pointee.sax else { return }
        handler.pointee = xmlSAXHandler()
        handler.pointee.startElement = { context, name, attributes in
            guard let context, let name else { return }
            context.assumingMemoryBound(to: TreeBuilder.self).pointee.start(name, attributes)
        }
        handler.pointee.endElement = { context, _ in
            context?.assumingMemoryBound(to: TreeBuilder.self).pointee.end()
        }
        handler.pointee.characters = TreeBuilder.receiveText
        handler.pointee.ignorableWhitespace = TreeBuilder.receiveText
        handler.pointee.cdataBlock = TreeBuilder.receiveText
        let options =
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
            | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
        htmlCtxtUseOptions(context, Int32(options))
        xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
        withUnsafeMutablePointer(to: &self) { builder in
            context.pointee.userData = UnsafeMutableRawPointer(builder)
            htmlParseDocument(context)
        }
    }

    private static let receiveText: charactersSAXFunc = { context, text, length in
        guard let context, let text, length > 0 else { return }
        context.assumingMemoryBound(to: TreeBuilder.self).pointee
            .append(texts: UnsafeBufferPointer(start: text, count: Int(length)))
    }

    private mutating func start(
        _ name: UnsafePointer<xmlChar>, _ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) {
        guard open.count < TreeBuilder.greatestDepth else {
            tooDeep += 1
            return
        }
        let node: Int32
        if let list, list[0] != nil, let value = list[1], let event = event(value) {
            node = add(event.name, event.custom, event.range)
        } else {
            node = add(TreeBuilder.known(name), 0, 0..<0)
        }
        open.append(node)
    }

    private mutating func end() {
        if tooDeep > 0 {
            tooDeep -= 1
        } else if open.count > 1 {
            ends[Int(open.removeLast())] = Int32(names.count)
        }
    }

    /// Numbers of texts, and spaces.
    private mutating func append(texts: UnsafeBufferPointer<xmlChar>) {
        var number = 0
        for byte in texts {
            switch byte {
            case 0x30...0x39: number = min(number * 10 + Int(byte - 0x30), events.count)
            case UInt8(ascii: ";"):
                if number < events.count, events[number].name == .text {
                    _ = add(.text, 0, events[number].range)
                }
                number = 0
            default:
                if names.last != .text || ranges.last != space { _ = add(.text, 0, space) }
            }
        }
    }

    private func event(_ value: UnsafePointer<xmlChar>) -> PageEvent? {
        var number = 0
        var digit = value
        while (0x30...0x39).contains(digit.pointee) {
            number = min(number * 10 + Int(digit.pointee - 0x30), events.count)
            digit += 1
        }
        return number < events.count ? events[number] : nil
    }

    private mutating func add(_ name: HTMLName, _ custom: UInt16, _ range: Range<Int32>) -> Int32 {
        let index = Int32(truncatingIfNeeded: names.count)
        names.append(name)
        customs.append(custom)
        parents.append(open[open.count - 1])
        ends.append(index + 1)
        ranges.append(range)
        return index
    }

    private static func known(_ name: UnsafePointer<xmlChar>) -> HTMLName {
        var hash = NameHash()
        var byte = name
        while byte.pointee != 0 {
            hash = hash.adding(byte.pointee)
            byte += 1
        }
        return KnownNames.elements.name(hash: hash.value) ?? .other
    }
}
