import Foundation
import Testing

@testable import Markup

struct LegacyEncodingTests {
    private static let sentence =
        "Tỷ lệ hồ sơ được giải quyết của các huyện là 98,4% và những thủ tục hành chính đã có tại xã, thị trấn về đến nay."

    @Test(arguments: [
        (VietnameseCharset.tcvn3, "Tû lÖ hå s¬ ®­îc gi¶i quyÕt", "Tỷ lệ hồ sơ được giải quyết"),
        (.vni, "Tyû leä hoà sô ñöôïc giaûi quyeát ÑAØ NAÜNG", "Tỷ lệ hồ sơ được giải quyết ĐÀ NẴNG"),
        (.viqr, "Ty? le^. ho^` so+ ddu+o+.c gia?i quye^'t. A\\'", "Tỷ lệ hồ sơ được giải quyết. A'"),
        (.utf8, "Ty\u{309} le\u{302}\u{323}", "Tỷ lệ"),
        (.doubleUTF8, "Tá»· lá»‡ há»“ sÆ¡ Ä‘Æ°á»£c", "Tỷ lệ hồ sơ được"),
        (.doubleUTF8, "Plain “text” stays", "Plain “text” stays"),
    ])
    func textOfBeforeUnicodeIsRead(charset: VietnameseCharset, written: String, text: String) {
        #expect(charset.text(of: written) == text)
    }

    @Test(arguments: [VietnameseCharset.tcvn3, .viscii, .windows1258])
    func everySmallLetterComesBackFromItsByte(charset: VietnameseCharset) {
        let letters = Set((0...255).flatMap { charset.text(of: [UInt8($0)]).unicodeScalars })
        let plain = "ăâđêôơưĂÂĐÊÔƠƯ".unicodeScalars
        #expect(plain.allSatisfy(letters.contains))
        guard charset != .windows1258 else { return }
        let toned = "àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ".unicodeScalars
        #expect(toned.allSatisfy(letters.contains))
    }

    /// A page in each encoding, which declares nothing or something wrong, gives the same text.
    @Test(arguments: [VietnameseCharset.tcvn3, .viscii, .windows1258], ["", "<meta charset=iso-8859-1>"])
    func aPageIsRecognisedByItsWords(charset: VietnameseCharset, head: String) {
        let inverse = Dictionary(
            (0...255).map { (charset.text(of: [UInt8($0)]), UInt8($0)) }, uniquingKeysWith: { first, _ in first })
        let tones: [Unicode.Scalar] = ["\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"]
        var bytes = Array("<html>\(head)<p>".utf8)
        for character in String(repeating: Self.sentence + " ", count: 3) {
            if let byte = inverse[String(character)] {
                bytes.append(byte)
            } else {
                // windows-1258: the letter, then its tone.
                let parts = String(character).decomposedStringWithCanonicalMapping.unicodeScalars
                let base = String(String.UnicodeScalarView(parts.filter { !tones.contains($0) }))
                bytes.append(inverse[base.precomposedStringWithCanonicalMapping]!)
                for tone in parts where tones.contains(tone) { bytes.append(inverse[String(tone)]!) }
            }
        }
        let tree = HTMLTree(parsing: bytes + Array("</p>".utf8), charset: nil)
        #expect(tree.text(of: tree.root).contains(Self.sentence))
    }

    @Test func lettersOfFontsInUTF8AreRecognised() {
        let vni =
            "Tyû leä hoà sô ñöôïc giaûi quyeát cuûa caùc huyeän laø 98,4% vaø nhöõng thuû tuïc haønh chính ñaõ coù taïi xaõ. "
        let tree = HTMLTree(parsing: Array("<p>\(String(repeating: vni, count: 4))</p>".utf8), charset: "utf-8")
        #expect(tree.encoding == .vni)
        #expect(tree.text(of: tree.root).contains("Tỷ lệ hồ sơ được giải quyết của các huyện là 98,4%"))
    }

    @Test(arguments: [
        "Les élèves français ont préféré étudier à l'école où l'été était très agréable. ", Self.sentence,
        "Größe, Übermut und Ärger: süße Grüße für müde Füße. ",
        "Die Größe von 10 lµ ist für die süßen Äpfel übrig. ",
    ])
    func otherPagesStayAsTheyAre(text: String) {
        let tree = HTMLTree(parsing: Array("<p>\(String(repeating: text, count: 20))</p>".utf8), charset: nil)
        #expect(tree.encoding == .utf8)
    }

    @Test(arguments: [
        ("<meta charset=latin1>", "windows-1252"),
        ("<meta http-equiv=Content-Type content='text/html; charset=koi8-r'>", "koi8-r"),
        ("<meta content='charset=koi8-r'>", "windows-1252"), ("<!-- <meta charset=koi8-r> -->", "windows-1252"),
        ("<!--><meta charset=koi8-r>", "koi8-r"), ("<metacharset=koi8-r>", "windows-1252"),
        ("</x a='>'><meta charset=big5>", "big5"),
        ("<meta charset=utf-16>", "utf-8"), ("<meta charset", "windows-1252"),
        ("<meta charset='koi8-r", "windows-1252"),
    ])
    func whatAPageDeclaresIsFound(page: String, name: String) {
        #expect(EncodingQuestions.declared(by: Array(page.utf8), charset: nil) == name)
    }

    @Test func whatStandsBeforeTheDeclarationWins() {
        let page = Array("<meta charset=koi8-r>".utf8)
        #expect(EncodingQuestions.declared(by: page, charset: "Shift_JIS") == "shift_jis")
        #expect(EncodingQuestions.declared(by: [0xEF, 0xBB, 0xBF] + page, charset: "Shift_JIS") == "utf-8")
        #expect(EncodingLabel.name(" Latin1\n") == "windows-1252")
        #expect(EncodingLabel.name("none") == nil)
    }
}
