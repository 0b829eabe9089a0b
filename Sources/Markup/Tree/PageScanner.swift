/// Goes through a page once and writes its skeleton: the same tags in the same order, but without attributes and with a
/// number in place of each text. libxml2 makes the tree out of the skeleton, which is a small part of the page; texts
/// and attributes stay where they are. Scripts, styles, drawings, comments and doctypes do not get into the skeleton.
struct PageScanner {
    /// The page, and behind it the texts in which references had to be resolved.
    private(set) var buffer: [UInt8]
    private(set) var skeleton: [UInt8] = []
    private(set) var events: [PageEvent] = []
    private(set) var attributes: [PageAttribute] = []
    /// The contents of JSON-LD scripts, in order.
    private(set) var jsonLD: [String] = []
    /// The names that `HTMLName` does not know.
    private(set) var customNames: [String] = []

    private var customNumbers: [UInt64: UInt16] = [:]
    private var openElements = OpenElements()
    private var isInHead = false
    private var tags = 0
    private static let mostTags = 2_000_000
    private let elements = KnownNames.elements
    private let attributeNames = KnownNames.attributes

    init(_ page: [UInt8]) {
        buffer = page
        guard page.count < Int(Int32.max) / 2 else { return }
        skeleton.reserveCapacity(page.count / 4 + 64)
        events.reserveCapacity(page.count / 40 + 16)
        attributes.reserveCapacity(page.count / 40 + 16)
        page.withUnsafeBufferPointer { bytes in
            var search = ByteSearch(bytes)
            scan(bytes, &search)
        }
    }

    private mutating func scan(_ page: UnsafeBufferPointer<UInt8>, _ search: inout ByteSearch) {
        var textStart = page.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var index = textStart
        while let open = search.first(UInt8(ascii: "<"), from: index) {
            guard open + 1 < page.count else { break }
            let next = page[open + 1]
            if next.isASCIILetter {
                text(page, textStart..<open)
                index = startTag(page, open, &search)
            } else if next == UInt8(ascii: "/"), open + 2 < page.count, page[open + 2].isASCIILetter {
                text(page, textStart..<open)
                index = endTag(page, open + 2, &search)
            } else if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") || next == UInt8(ascii: "/") {
                text(page, textStart..<open)
                index = declaration(page, open, &search)
            } else {
                // A `<` that stands for itself.
                index = open + 1
                continue
            }
            textStart = index
        }
        text(page, textStart..<page.count)
    }

    // MARK: Text

    private mutating func text(_ page: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        guard !range.isEmpty, tags < PageScanner.mostTags else { return }
        guard let first = range.first(where: { !page[$0].isASCIISpace }) else {
            skeleton.append(0x20)
            return
        }
        var kept = range
        let hasReference = range[first...].contains { page[$0] == UInt8(ascii: "&") }
        if hasReference {
            let start = buffer.count
            CharacterReferences.append(UnsafeBufferPointer(rebasing: page[range]), to: &buffer)
            kept = start..<buffer.count
            guard kept.upperBound < Int(Int32.max) / 2 else { return }
        }
        append(number: events.count)
        events.append(PageEvent(name: .text, custom: 0, range: Int32(kept.lowerBound)..<Int32(kept.upperBound)))
    }

    /// The number in decimal and a semicolon, so that numbers that run together can be told apart.
    private mutating func append(number: Int) {
        var divisor = 1
        while number / divisor >= 10 { divisor *= 10 }
        while divisor > 0 {
            skeleton.append(UInt8(truncatingIfNeeded: 0x30 + number / divisor % 10))
            divisor /= 10
        }
        skeleton.append(UInt8(ascii: ";"))
    }

    // MARK: Tags

    /// Keeps a start tag; returns where reading goes on, behind the content where the element is ballast.
    private mutating func startTag(
        _ page: UnsafeBufferPointer<UInt8>, _ open: Int, _ search: inout ByteSearch
    ) -> Int {
        var hash = NameHash()
        var index = open + 1
        while index < page.count, !page[index].isASCIISpace, page[index] != 0x3E, page[index] != 0x2F {
            hash = hash.adding(page[index].asciiLowercased)
            index += 1
        }
        let nameRange = open + 1..<index
        let firstAttribute = attributes.count
        guard let end = readAttributes(page, index, &search) else { return page.count }
        let name = elements.name(hash: hash.value) ?? .other
        let kept = Int32(firstAttribute)..<Int32(attributes.count)
        if let behind = ballast(name, page, end, kept, &search) { return behind }
        tags += 1
        guard tags < PageScanner.mostTags, name.isVoid || openElements.admits(hash.value) else {
            attributes.removeSubrange(firstAttribute...)
            return end
        }
        if isInHead && openElements.stack.isEmpty && !name.isHeadContent { leaveHead() }
        close(openElements.closed(byStart: name), page)
        let custom = name == .other ? number(ofCustomName: nameRange, hash.value, page) : 0
        var event: Int?
        if !kept.isEmpty || name == .other {
            event = events.count
            events.append(PageEvent(name: name, custom: custom, range: kept))
        }
        let element = OpenElements.Element(name: name, hash: hash.value, source: nameRange, event: event)
        write(element, page)
        if name == .head { isInHead = true }
        // The document's own elements end with it: what stands behind a premature `</body>` is read as well.
        if !name.isVoid && !name.isDocumentPart { openElements.push(element) }
        return content(of: name, page, end, &search)
    }

    private mutating func write(_ element: OpenElements.Element, _ page: UnsafeBufferPointer<UInt8>) {
        skeleton.append(0x3C)
        appendName(page, element.source)
        if let event = element.event {
            skeleton.append(contentsOf: [0x20, 0x69, 0x3D])
            append(number: event)
        }
        skeleton.append(0x3E)
    }

    private mutating func leaveHead() {
        isInHead = false
        skeleton.append(contentsOf: "</head>".utf8)
    }

    /// Closes so many of the innermost elements.
    private mutating func close(_ count: Int, _ page: UnsafeBufferPointer<UInt8>) {
        for _ in 0..<count {
            guard let element = openElements.pop() else { return }
            skeleton.append(0x3C)
            skeleton.append(0x2F)
            appendName(page, element.source)
            skeleton.append(0x3E)
        }
    }

    private mutating func endTag(_ page: UnsafeBufferPointer<UInt8>, _ start: Int, _ search: inout ByteSearch) -> Int {
        var hash = NameHash()
        var index = start
        while index < page.count, !page[index].isASCIISpace, page[index] != 0x3E, page[index] != 0x2F {
            hash = hash.adding(page[index].asciiLowercased)
            index += 1
        }
        tags += 1
        let name = elements.name(hash: hash.value) ?? .other
        if name == .head && isInHead { leaveHead() }
        switch openElements.ending(name, hash.value) {
        case .nothing: break
        case .closes(let count): close(count, page)
        case .reopens(let count):
            let again = openElements.stack.suffix(count - 1)
            close(count, page)
            for element in again {
                write(element, page)
                openElements.push(element)
            }
        }
        return search.first(0x3E, from: index).map { $0 + 1 } ?? page.count
    }

    /// As much of a name as libxml2 takes for one.
    private mutating func appendName(_ page: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        for index in range.prefix(64) {
            let byte = page[index]
            guard byte.isASCIILetterOrDigit || byte == 0x2D || byte == 0x5F else { return }
            skeleton.append(byte.asciiLowercased)
        }
    }

    private mutating func number(
        ofCustomName range: Range<Int>, _ hash: UInt64, _ page: UnsafeBufferPointer<UInt8>
    ) -> UInt16 {
        if let known = customNumbers[hash] { return known }
        // A page that invents more names than this is no page.
        guard customNames.count < 10_000 else { return 0 }
        let number = UInt16(customNames.count)
        customNames.append(String(decoding: page[range].prefix(64).map(\.asciiLowercased), as: UTF8.self))
        customNumbers[hash] = number
        return number
    }

    /// Reads the attributes of a tag; returns the place behind its `>`, nil at the end of the page.
    private mutating func readAttributes(
        _ page: UnsafeBufferPointer<UInt8>, _ start: Int, _ search: inout ByteSearch
    ) -> Int? {
        var index = start
        while true {
            while index < page.count, page[index].isASCIISpace || page[index] == 0x2F { index += 1 }
            guard index < page.count else { return nil }
            if page[index] == 0x3E { return index + 1 }
            let name = index
            var hash = NameHash()
            repeat {
                hash = hash.adding(page[index].asciiLowercased)
                index += 1
            } while index < page.count && !page[index].isASCIISpace && page[index] != 0x3E && page[index] != 0x2F
                && page[index] != 0x3D
            let nameEnd = index
            while index < page.count, page[index].isASCIISpace { index += 1 }
            var value = nameEnd..<nameEnd
            if index < page.count, page[index] == 0x3D {
                index += 1
                while index < page.count, page[index].isASCIISpace { index += 1 }
                value = readValue(page, &index, &search)
            }
            attributes.append(
                PageAttribute(
                    key: attributeNames.name(hash: hash.value) ?? .other, name: Int32(name)..<Int32(nameEnd),
                    value: Int32(value.lowerBound)..<Int32(value.upperBound)))
        }
    }

    private func readValue(
        _ page: UnsafeBufferPointer<UInt8>, _ index: inout Int, _ search: inout ByteSearch
    ) -> Range<Int> {
        guard index < page.count else { return index..<index }
        let first = page[index]
        if first == 0x22 || first == 0x27, let close = search.quote(first, from: index + 1) {
            defer { index = close + 1 }
            return index + 1..<close
        }
        let start = index
        while index < page.count, !page[index].isASCIISpace, page[index] != 0x3E { index += 1 }
        return start..<index
    }

    // MARK: Ballast

    /// Where an element ends that is left out of the skeleton with all that is in it; nil when it stays.
    private mutating func ballast(
        _ name: HTMLName, _ page: UnsafeBufferPointer<UInt8>, _ end: Int, _ own: Range<Int32>,
        _ search: inout ByteSearch
    ) -> Int? {
        let close: Int?
        switch name {
        case .script:
            close = search.endTag(.script, "script", from: end)
            if let close { keepMetadata(page, own, end..<close) }
        case .style: close = search.endTag(.style, "style", from: end)
        case .svg: close = search.endTag(.svg, "svg", from: end) ?? end - 1
        case .math: close = search.endTag(.math, "math", from: end) ?? end - 1
        default: return nil
        }
        attributes.removeSubrange(Int(own.lowerBound)...)
        guard let close else { return page.count }
        return search.first(0x3E, from: close).map { $0 + 1 } ?? page.count
    }

    /// Elements in which tags mean nothing: titles keep their text, frames and the like lose it.
    private mutating func content(
        of name: HTMLName, _ page: UnsafeBufferPointer<UInt8>, _ end: Int, _ search: inout ByteSearch
    ) -> Int {
        let close: Int?
        switch name {
        case .title:
            close = search.endTag(.title, "title", from: end)
            if let close { text(page, end..<close) }
        case .textarea: close = search.endTag(.textarea, "textarea", from: end)
        case .iframe: close = search.endTag(.iframe, "iframe", from: end)
        case .noembed: close = search.endTag(.noembed, "noembed", from: end)
        case .noframes: close = search.endTag(.noframes, "noframes", from: end)
        case .xmp: close = search.endTag(.xmp, "xmp", from: end)
        default: return end
        }
        return close ?? end
    }

    private mutating func keepMetadata(
        _ page: UnsafeBufferPointer<UInt8>, _ own: Range<Int32>, _ content: Range<Int>
    ) {
        guard jsonLD.count < 32, content.count < 1_000_000 else { return }
        let wanted = Array("ld+json".utf8)
        for attribute in attributes[Int(own.lowerBound)..<Int(own.upperBound)] where attribute.key == .type {
            let value = page[Int(attribute.value.lowerBound)..<Int(attribute.value.upperBound)]
            if Array(value)[...].firstRange(ofLowercased: wanted) != nil {
                jsonLD.append(String(decoding: page[content], as: UTF8.self))
            }
        }
    }

    /// Comments, doctypes, instructions: where they end.
    private func declaration(
        _ page: UnsafeBufferPointer<UInt8>, _ open: Int, _ search: inout ByteSearch
    ) -> Int {
        let isComment =
            open + 3 < page.count && page[open + 1] == 0x21 && page[open + 2] == 0x2D && page[open + 3] == 0x2D
        if isComment, let close = search.endOfComment(from: open + 2) { return close + 3 }
        return search.first(0x3E, from: open).map { $0 + 1 } ?? page.count
    }
}
