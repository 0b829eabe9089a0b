import Model
import Testing

@testable import VietnameseText

struct LegalDocumentTests {
    @Test(arguments: [
        ("Nghị quyết số 76/NQ-CP ngày 15/7/2021", "76", 2021, "nghị quyết", "CP", "Chính phủ"),
        ("Quyết định 15/2023/QĐ-UBND", "15", 2023, "quyết định", "UBND", "Ủy ban nhân dân"),
        ("19-NQ/TW", "19", nil, "nghị quyết", "TW", "Trung ương"),
        ("30c/NQ-CP", "30c", nil, "nghị quyết", "CP", "Chính phủ"),
        ("1287/NQ-UBTVQH15", "1287", nil, "nghị quyết", "UBTVQH", "Ủy ban Thường vụ Quốc hội"),
        ("Luật số 80/2015/QH13", "80", 2015, "luật", "QH", "Quốc hội"),
        ("Kế hoạch 12/KH-XYZ", "12", nil, "kế hoạch", "XYZ", nil),
    ])
    func documentsAreValues(
        text: String, number: String, year: Int?, kind: String?, issuer: String?, issuerName: String?
    ) throws {
        let found = AnnotatedText("Thực hiện \(text), tỉnh có 12 xã.", published: CivilDate(iso: "2024-05-16"))
            .documents
        let document = try #require(found.first)
        #expect(found.count == 1)
        #expect(document.number == number)
        #expect(document.year == year)
        #expect(document.kind == kind)
        #expect(document.issuer == issuer)
        #expect(document.issuerName == issuerName)
        #expect(text.contains(document.text))
    }

    @Test(arguments: ["Điều 5", "khoản 2", "12/17 xã", "60 phút/TTHC", "31/3/2024", "Nghị quyết 18"])
    func whatHasNoSignIsNoDocument(text: String) {
        #expect(AnnotatedText("Theo \(text), tỉnh làm.", published: nil).documents.isEmpty)
    }
}
