import Pipeline
import Testing

@Suite struct TextTableTests {
    @Test func columnsAreAsWideAsTheirWidestCell() {
        var table = TextTable(header: ["nguồn", "n"], rightAligned: [1])
        table.append(["báo", "12"])
        table.append(["cổng tin", "3"])
        #expect(table.text == "nguồn      n\n────────────\nbáo       12\ncổng tin   3")
    }
}
