import CLibXML2

/// Takes libxml2's events and lays the tree out in arrays.
///
/// Confined: it lives for one call of `parse` on one thread; libxml2 gets a pointer to it for that time only.
final class TreeBuilder {
    private(set) var names: [String] = ["", "#document"]
    private(set) var nameOf: [UInt16] = [1]
    private(set) var parents: [Int32] = [-1]
    private(set) var firstChildren: [Int32] = [-1]
    private(set) var nextSiblings: [Int32] = [-1]
    private(set) var ranges: [Range<Int32>] = [0..<0]
    private(set) var attributes: [HTMLTree.Attribute] = []
    private(set) var buffer: [UInt8] = []
    private var lastChildren: [Int32] = [-1]
    /// Open elements; those beyond the bound of depth are counted, not kept.
    private var open: [Int32] = [0]
    private var tooDeep = 0
    private var knownNames: [String: UInt16] = ["": 0, "#document": 1]

    private static let greatestDepth = 500
    private static let mostNodes = 2_000_000

    init(capacity: Int) { buffer.reserveCapacity(capacity) }

    func parse(_ page: [UInt8]) {
        guard LibXML2.isReady, !page.isEmpty, page.count < Int(Int32.max) / 2 else { return }
        page.withUnsafeBufferPointer { bytes in
            bytes.withMemoryRebound(to: CChar.self) { parse($0) }
        }
    }

    private func parse(_ page: UnsafeBufferPointer<CChar>) {
        guard let context = htmlCreateMemoryParserCtxt(page.baseAddress, Int32(page.count)) else { return }
        defer { htmlFreeParserCtxt(context) }
        guard let handler = context.pointee.sax else { return }
        handler.pointee = xmlSAXHandler()
        handler.pointee.startElement = { context, name, attributes in
            guard let context, let name else { return }
            Unmanaged<TreeBuilder>.fromOpaque(context).takeUnretainedValue().start(name, attributes)
        }
        handler.pointee.endElement = { context, _ in
            guard let context else { return }
            Unmanaged<TreeBuilder>.fromOpaque(context).takeUnretainedValue().end()
        }
        handler.pointee.characters = TreeBuilder.receiveText
        handler.pointee.ignorableWhitespace = TreeBuilder.receiveText
        handler.pointee.cdataBlock = TreeBuilder.receiveText
        context.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
        // The bytes are UTF-8 by now, whatever the page says of itself.
        let options =
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
            | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
        htmlCtxtUseOptions(context, Int32(options))
        xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
        htmlParseDocument(context)
    }

    private static let receiveText: charactersSAXFunc = { context, text, length in
        guard let context, let text, length > 0 else { return }
        Unmanaged<TreeBuilder>.fromOpaque(context).takeUnretainedValue()
            .append(text: UnsafeBufferPointer(start: text, count: Int(length)))
    }

    private func start(
        _ name: UnsafePointer<xmlChar>, _ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) {
        guard open.count < TreeBuilder.greatestDepth, nameOf.count < TreeBuilder.mostNodes else {
            tooDeep += 1
            return
        }
        let first = Int32(attributes.count)
        var next = list
        while let pair = next, let attribute = pair[0] {
            let start = Int32(buffer.count)
            if let value = pair[1] {
                buffer.append(contentsOf: UnsafeBufferPointer(start: value, count: length(value)))
            }
            attributes.append(HTMLTree.Attribute(name: identifier(attribute), value: start..<Int32(buffer.count)))
            next = pair + 2
        }
        open.append(add(identifier(name), first..<Int32(attributes.count)))
    }

    private func end() {
        if tooDeep > 0 {
            tooDeep -= 1
        } else if open.count > 1 {
            open.removeLast()
        }
    }

    private func append(text: UnsafeBufferPointer<xmlChar>) {
        guard nameOf.count < TreeBuilder.mostNodes else { return }
        let start = Int32(buffer.count)
        buffer.append(contentsOf: text)
        let parent = open[open.count - 1]
        let last = lastChildren[Int(parent)]
        // libxml2 hands long texts over in pieces; those that follow each other are one text.
        if last >= 0, nameOf[Int(last)] == HTMLTree.textName, ranges[Int(last)].upperBound == start {
            ranges[Int(last)] = ranges[Int(last)].lowerBound..<Int32(buffer.count)
        } else {
            _ = add(HTMLTree.textName, start..<Int32(buffer.count))
        }
    }

    private func add(_ name: UInt16, _ range: Range<Int32>) -> Int32 {
        let index = Int32(nameOf.count)
        let parent = open[open.count - 1]
        nameOf.append(name)
        parents.append(parent)
        firstChildren.append(-1)
        nextSiblings.append(-1)
        lastChildren.append(-1)
        ranges.append(range)
        let last = lastChildren[Int(parent)]
        if last < 0 { firstChildren[Int(parent)] = index } else { nextSiblings[Int(last)] = index }
        lastChildren[Int(parent)] = index
        return index
    }

    private func identifier(_ name: UnsafePointer<xmlChar>) -> UInt16 {
        let text = String(decoding: UnsafeBufferPointer(start: name, count: length(name)), as: UTF8.self)
        if let known = knownNames[text] { return known }
        // A page that invents more names than this is no page.
        guard names.count < Int(UInt16.max) else { return 1 }
        let new = UInt16(names.count)
        names.append(text)
        knownNames[text] = new
        return new
    }

    private func length(_ text: UnsafePointer<xmlChar>) -> Int { Int(xmlStrlen(text)) }
}
