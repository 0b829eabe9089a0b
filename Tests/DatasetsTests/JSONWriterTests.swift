import Datasets
import Foundation
import Model
import Testing

@Suite struct JSONWriterTests {
    private func sample(_ layout: JSONWriter.Layout) -> JSONWriter {
        var json = JSONWriter(layout)
        json.object { json in
            json.member("id", "A1")
            json.member("none", nil as String?)
            json.array("values") { array in
                array.value(1)
                array.value(Decimal(string: "0.1")!)
                array.object { $0.member("ok", true) }
            }
            json.object("empty") { _ in }
            json.array("nothing") { _ in }
            json.member("tags", ["a"])
        }
        return json
    }

    @Test func compactLayoutHasNoSpaces() {
        #expect(
            sample(.compact).text
                == #"{"id":"A1","none":null,"values":[1,0.1,{"ok":true}],"empty":{},"nothing":[],"tags":["a"]}"#)
    }

    @Test func indentedLayoutHasAMemberALine() {
        #expect(
            sample(.indented).text == """
                {
                  "id": "A1",
                  "none": null,
                  "values": [
                    1,
                    0.1,
                    {
                      "ok": true
                    }
                  ],
                  "empty": {},
                  "nothing": [],
                  "tags": [
                    "a"
                  ]
                }
                """)
    }

    @Test func linesFollowEachOtherWithoutCommas() {
        var json = JSONWriter()
        for number in 1...2 {
            json.object { $0.member("n", number) }
            json.endLine()
        }
        #expect(json.text == "{\"n\":1}\n{\"n\":2}\n")
    }

    @Test func controlsAndQuotesAreEscaped() {
        var json = JSONWriter()
        json.value("\"\\\u{8}\u{C}\n\r\t\u{0}\u{1F}\u{7F}\u{2028}\u{2029}\u{2027}é")
        #expect(json.text == #""\"\\\b\f\n\r\t\u0000\u001f\u007f\u2028\u2029"# + "\u{2027}é\"")
    }

    @Test(arguments: [
        "0", "7", "-7", "98.5", "0.001", "-0.25", "12345678901234567890", "1000000", "123456789.123456789",
    ])
    func decimalsAreExact(_ text: String) {
        var json = JSONWriter()
        json.value(Decimal(string: text)!)
        #expect(json.text == text)
    }

    @Test func whatIsNotANumberIsNull() {
        var json = JSONWriter()
        json.value(Decimal.nan)
        #expect(json.text == "null")
    }

    @Test func scalarOffsetsAgreeWithCountingScalars() {
        let text = String(repeating: "Tỷ lệ 98,5% 😀\n", count: 60)
        let offsets = ScalarOffsets(of: text)
        for index in text.unicodeScalars.indices {
            let utf8 = text.utf8.distance(from: text.startIndex, to: index)
            let scalars = text.unicodeScalars.distance(from: text.startIndex, to: index)
            #expect(offsets.scalar(at: utf8) == scalars)
        }
        #expect(offsets.scalar(at: text.utf8.count) == text.unicodeScalars.count)
        #expect(offsets.range(-5..<1_000_000) == 0..<text.unicodeScalars.count)
        #expect(ScalarOffsets(of: "").scalar(at: 0) == 0)
    }
}
