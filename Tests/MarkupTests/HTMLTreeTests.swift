import Markup
import Testing

@Suite struct HTMLTreeTests {
    private func tree(_ html: String, charset: String? = nil) -> HTMLTree {
        HTMLTree(parsing: Array(html.utf8), charset: charset)
    }

    @Test func textIsCollapsedAndBlocksPartWords() {
        let tree = tree("<p>Cải  cách\n <b>hành</b> chính</p><p>công<br>khai</p>")
        #expect(tree.text(of: tree.root) == "Cải cách hành chính công khai")
    }

    @Test func ballastIsCutAndMetadataKept() {
        let tree = tree(
            "<script>var a = '<p>không</p>'</script><style>p{}</style><!-- <p>cũng không</p> --><p>có</p><script type='application/ld+json'>{\"a\":1}</script>"
        )
        #expect(tree.text(of: tree.root) == "có")
        #expect(tree.jsonLD == ["{\"a\":1}"])
    }

    @Test func decomposedTextComesOutComposed() {
        let tree = tree("<p>ho\u{302}\u{300} so\u{31B}</p>")
        #expect(Array(tree.text(of: tree.root).unicodeScalars) == Array("hồ sơ".unicodeScalars))
    }

    @Test func attributesAndRelations() throws {
        let tree = tree("<div id=a class='x y'><p>1</p><p>2 &amp; 3</p></div>")
        let div = try #require(tree.select(Selector(parsing: "#a"), under: tree.root).first)
        #expect(tree.attribute("class", of: div) == "x y")
        #expect(tree.children(of: div).map { tree.text(of: $0) } == ["1", "2 & 3"])
        #expect(tree.children(of: div).allSatisfy { tree.parent(of: $0) == div })
    }

    @Test(arguments: [
        ("p", 3), ("div p", 2), ("div > p", 1), ("p.x", 1), (".x, #b", 2), ("[href]", 1), ("a[href^='/tin']", 1),
        ("a[href$=html]", 1), ("a[href*='-']", 1), ("span + p", 0), ("h1 + p", 1), ("h1 ~ p", 1), ("p:not(.x)", 2),
        ("p:first-child", 2),
        ("DIV", 1), ("span", 1),
    ])
    func selectorsPickElements(text: String, count: Int) throws {
        let tree = tree(
            "<html><body><div id=b><p class='x z'>a</p><span><a href='/tin-1.html'><p>b</p></a></span></div><h1>t</h1><p>c</p></body></html>"
        )
        let found = tree.select(try Selector(parsing: text), under: tree.root)
        #expect(found.count == count, "\(text)")
    }

    @Test(arguments: [("div >", 6), ("div[", 5), ("", 1), ("a:hover", 3), ("p,,q", 3), ("a[b=c", 6), ("div..x", 5)])
    func wrongSelectorsTellWhere(text: String, column: Int) {
        let error = #expect(throws: SelectorError.self) { try Selector(parsing: text) }
        #expect(error?.column == column, "\(text): \(error?.description ?? "")")
    }

    @Test func deepNestingCostsLinearTime() {
        let deep = String(repeating: "<div>", count: 100_000) + "đáy" + String(repeating: "</div>", count: 100_000)
        let tree = tree(deep + "<p>sau</p>")
        #expect(tree.text(of: tree.root) == "đáy sau")
    }

    @Test(arguments: [
        "<div><span>", "<a '", "<!--", "<svg>", "</b></span>", "<b>x", "<title>", "<p></p><table><td>", "&amp", "<x-y>",
    ])
    func repetitionCostsLinearTime(piece: String) {
        let clock = ContinuousClock()
        let page = Array(String(repeating: piece, count: 200_000 / piece.utf8.count).utf8)
        let time = clock.measure { _ = HTMLTree(parsing: page + Array("</span></i></div>".utf8)) }
        #expect(time < .seconds(4), "\(piece)")
    }

    @Test(arguments: [
        ("&lt;b&gt; &amp;amp; &#233;&#xE9;&eacute; &nbsp;x", "<b> &amp; ééé x"),
        ("AT&T; R&D &unknown; & &#; &#x;", nil),
        ("&#150;&#8211;&#0;", "––\u{FFFD}"), ("caf&eacute x", "café x"), ("1 < 2 <3", nil),
    ])
    func referencesAreResolved(source: String, expected: String?) {
        let tree = tree("<p>\(source)</p>")
        #expect(tree.text(of: tree.root) == expected ?? source)
    }

    @Test func attributeValuesAreResolvedWhenAskedFor() throws {
        let tree = tree("<a HREF='/t?a=1&amp;b=2&copy=3' Data-Ma = x7 hidden title=\"\">t</a>")
        let link = try #require(tree.select(Selector(parsing: "a[data-ma=x7][hidden]"), under: tree.root).first)
        #expect(tree.attribute("href", of: link) == "/t?a=1&b=2&copy=3")
        #expect(tree.attribute("title", of: link) == "")
        #expect(tree.attribute("src", of: link) == nil)
        #expect(tree.kind(of: link) == .a && tree.name(of: link) == "a")
    }

    @Test func tagsInTitlesAndUnknownElements() throws {
        let tree = tree("<title>1 <b> 2</title><app-box class=c><p>x</p></app-box><iframe><p>no</p></iframe>")
        #expect(tree.text(of: tree.root) == "1 <b> 2 x")
        let box = try #require(tree.first(Selector(parsing: "app-box"), under: tree.root))
        #expect(tree.kind(of: box) == .other && tree.text(of: box) == "x")
    }

    @Test func drawingsThatNeverEndLoseNothing() {
        let tree = tree("<svg><p>a</p><!-- x><p>b</p>")
        #expect(tree.text(of: tree.root) == "a b")
    }

    @Test func everyNameIsKnownByItsBytes() throws {
        for name in HTMLName.allCases where !name.rawValue.hasPrefix("#") && name != .frameset {
            let tree = tree("<body><div id=k><\(name.rawValue) title=x></\(name.rawValue)></div>")
            let found = tree.select(try Selector(parsing: "[title=x]"), under: tree.root)
            #expect(found.allSatisfy { tree.kind(of: $0) == name }, "\(name)")
        }
    }

    @Test func anyBytesGiveSomeTree() {
        var state: UInt64 = 42
        func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state >> 33
        }
        let pieces = [
            "<p>", "</p>", "<table>", "<td", "&#", ";", "<!--", "<script>", "é", "\u{0}", "<a href='", "<![CDATA[",
            "</",
        ]
        for _ in 0..<300 {
            var bytes: [UInt8] = []
            for _ in 0..<60 {
                bytes +=
                    next() % 3 == 0
                    ? [UInt8(truncatingIfNeeded: next())] : Array(pieces[Int(next()) % pieces.count].utf8)
            }
            let tree = HTMLTree(parsing: bytes)
            #expect(tree.count >= 1)
        }
    }
}

@Suite struct EncodingTests {
    private static let text = "Đồng Văn: hồ sơ trực tuyến"

    /// The text as windows-1258 writes it: base letters with combining tones.
    private static let legacy: [UInt8] = {
        let table: [Unicode.Scalar: UInt8] = [
            "Đ": 0xD0, "ô": 0xF4, "ă": 0xE3, "ơ": 0xF5, "ư": 0xFD, "ê": 0xEA, "\u{300}": 0xCC, "\u{301}": 0xEC,
            "\u{323}": 0xF2,
        ]
        let written = "Đô\u{300}ng Văn: hô\u{300} sơ trư\u{323}c tuyê\u{301}n"
        return written.unicodeScalars.map { table[$0] ?? UInt8($0.value) }
    }()

    @Test(arguments: ["windows-1258", "x-cp1258", "CP1258"])
    func vietnameseCodePageByHeader(charset: String) {
        let tree = HTMLTree(parsing: Array("<p>".utf8) + Self.legacy + Array("</p>".utf8), charset: charset)
        #expect(tree.text(of: tree.root) == Self.text)
    }

    @Test func vietnameseCodePageByMetaFarDown() {
        let padding = String(repeating: " ", count: 18_000)
        let head =
            "<html><head>\(padding)<meta http-equiv=Content-Type content='text/html; charset=windows-1258'></head><p>"
        let tree = HTMLTree(parsing: Array(head.utf8) + Self.legacy)
        #expect(tree.text(of: tree.root) == Self.text)
    }

    @Test func utf8WinsOverALatinHeader() {
        let tree = HTMLTree(parsing: Array("<p>\(Self.text)</p>".utf8), charset: "iso-8859-1")
        #expect(tree.text(of: tree.root) == Self.text)
    }

    @Test func vietnameseCodePageByItsBytes() {
        let sentence = Self.legacy + [0x20] + Self.legacy + [0x20]
        let tree = HTMLTree(parsing: Array("<meta charset=utf-8><p>".utf8) + sentence + Array("</p>".utf8))
        #expect(tree.encoding == .windows1258 && tree.text(of: tree.root) == Self.text + " " + Self.text)
    }

    @Test func utf8WithADamagedByteStaysUTF8() {
        let tree = HTMLTree(parsing: Array("<p>\(Self.text) ".utf8) + [0xE1, 0x20] + Array("x</p>".utf8))
        #expect(tree.text(of: tree.root) == "\(Self.text) \u{FFFD} x")
    }

    @Test(arguments: [true, false])
    func utf16ByItsMark(isBig: Bool) {
        let units = "\u{FEFF}<p>\(Self.text)</p>".utf16
        let bytes = units.flatMap { isBig ? [UInt8($0 >> 8), UInt8($0 & 255)] : [UInt8($0 & 255), UInt8($0 >> 8)] }
        let tree = HTMLTree(parsing: bytes)
        #expect(tree.text(of: tree.root) == Self.text)
    }
}

@Suite struct XMLEventsTests {
    private struct Recorder: XMLEventHandler {
        var log: [String] = []
        mutating func start(_ name: XMLName, attributes: [XMLAttribute]) {
            let pairs = attributes.map { "\($0.name.local)=\($0.value)" }.sorted()
            log.append((["<" + name.local] + pairs).joined(separator: " "))
        }
        mutating func text(_ text: String) { log.append(text) }
        mutating func end(_ name: XMLName) { log.append("/" + name.local) }
    }

    private func events(_ xml: String) throws -> [String] {
        var recorder = Recorder()
        try XMLEvents.parse(Array(xml.utf8), into: &recorder)
        return recorder.log
    }

    @Test func eventsComeInOrder() throws {
        #expect(
            try events("<a b='1' x:c='2' xmlns:x='u'><x:d>t&amp;</x:d><![CDATA[<e>]]></a>").joined(separator: "|")
                .hasPrefix("<a b=1 c=2|<d|t"))
    }

    @Test func aBrokenDocumentIsReadAsFarAsItGoes() throws {
        #expect(try events("<a><b>1</b><b>2").contains("2"))
    }

    @Test func whatIsNoXMLIsAnError() { #expect(throws: XMLError.self) { try events("khong phai xml") } }

    @Test func entitiesDoNotExplode() {
        let bomb =
            "<!DOCTYPE a [<!ENTITY x '" + String(repeating: "y", count: 1_000) + "'>"
            + (1...9).map {
                "<!ENTITY x\($0) '" + String(repeating: "&x\($0 == 1 ? "" : String($0 - 1));", count: 20) + "'>"
            }.joined()
            + "]><a>&x9;</a>"
        let size = (try? events(bomb))?.reduce(0) { $0 + $1.utf8.count } ?? 0
        #expect(size < 20_000_000)
    }

    @Test func nothingIsLoadedFromElsewhere() throws {
        let text = try events("<!DOCTYPE a [<!ENTITY f SYSTEM 'file:///etc/passwd'>]><a>&f;</a>").joined()
        #expect(!text.contains("root:"))
    }
}
