import Datasets
import Foundation
import Model
import Testing

@Suite struct WorkbookTests {
    private func sheets(_ rows: [Sample], _ language: Language = .vietnamese) throws -> [String: String] {
        let folder = try TemporaryFolder()
        try folder.export(rows, [.xlsx], language: language)
        return try ZipReader.entries(folder.bytes("chiso.xlsx"))
    }

    @Test func cellsAreTyped() throws {
        let sheet = try #require(
            try sheets([
                Sample(
                    name: "Tam Dương", count: 16, share: Decimal(string: "98.4"),
                    day: CivilDate(year: 2024, month: 5, day: 16),
                    time: Timestamp(seconds: 1_715_848_260, offsetMinutes: 420), tags: ["a", "b"], code: "00813")
            ])["xl/worksheets/sheet2.xml"])
        func cell(_ reference: String) -> String {
            let after = sheet.components(separatedBy: "<c r=\"\(reference)\"").dropFirst().first ?? ""
            return after.components(separatedBy: "</c>").first ?? ""
        }
        #expect(cell("A2").contains("t=\"inlineStr\"") && cell("A2").contains("Tam Dương"))
        #expect(cell("B2").hasSuffix("<v>16</v>"))
        let share = cell("C2").components(separatedBy: "<v>").last?.replacing("</v>", with: "")
        #expect(share.flatMap(Double.init) == 98.4)
        #expect(cell("D2").hasSuffix("<v>45428</v>"), "16 May 2024 is day 45,428 of spreadsheets")
        #expect(cell("E2").contains("<v>45428.646527"), "15:31 of Vietnam's clocks")
        #expect(cell("F2").contains("a|b"))
        #expect(cell("G2").contains("inlineStr") && cell("G2").contains("00813"))
        #expect(sheet.contains("<autoFilter ref=\"A1:G2\""))
        #expect(sheet.contains("state=\"frozen\""))
        #expect(!sheet.contains("<f>"), "no cell is a formula")
    }

    @Test(arguments: [(Language.vietnamese, "Mẫu", "Tỷ lệ", "Giới thiệu"), (.english, "Sample", "share", "About")])
    func headingsSpeakTheLanguage(_ language: Language, _ title: String, _ heading: String, _ front: String) throws {
        let entries = try sheets([Sample(name: "x")], language)
        let workbook = try #require(entries["xl/workbook.xml"])
        #expect(workbook.contains("name=\"\(title)\"") && workbook.contains("name=\"\(front)\""))
        #expect(entries["xl/worksheets/sheet2.xml"]?.contains(">\(heading)<") == true)
    }

    @Test func numbersThatASpreadsheetWouldRoundStayText() throws {
        let sheet = try #require(
            try sheets([
                Sample(name: "x", share: Decimal(string: "12345678901234567890")),
                Sample(name: "x", share: Decimal(string: "123456789012345")),
                Sample(name: "x", share: Decimal(string: "-0.001")),
            ])["xl/worksheets/sheet2.xml"])
        #expect(sheet.contains(">12345678901234567890</t>"))
        #expect(sheet.contains("<v>123456789012345</v>"))
        #expect(sheet.contains("<v>-0.001</v>"))
    }

    @Test func nastyCellsAreTextWithoutControlCharacters() throws {
        let sheet = try #require(
            try sheets(CellSafetyTests.nasty.map { Sample(name: $0) })["xl/worksheets/sheet2.xml"])
        #expect(!sheet.contains("<f>"))
        #expect(sheet.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" || $0 == "\t" || $0 == "\r" })
    }

    @Test func textLongerThanACellIsCutWithAnEllipsis() throws {
        let sheet = try #require(
            try sheets([Sample(name: String(repeating: "ệ", count: 40_000))])["xl/worksheets/sheet2.xml"])
        #expect(sheet.contains(String(repeating: "ệ", count: 32_766) + "…<"))
    }
}
