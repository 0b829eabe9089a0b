import Gazetteer
import Model
import Testing

@Suite("Codes and successors")
struct CodeTests {
    let gazetteer: Gazetteer
    init() throws { gazetteer = try Shipped.gazetteer.get() }

    @Test(
        "a code is not an identity",
        arguments: [
            ("P15", "Tỉnh Yên Bái", "Tỉnh Lào Cai"), ("P24", "Tỉnh Bắc Giang", "Tỉnh Bắc Ninh"),
            ("P44", "Tỉnh Quảng Bình", "Tỉnh Quảng Trị"), ("P52", "Tỉnh Bình Định", "Tỉnh Gia Lai"),
            ("P80", "Tỉnh Long An", "Tỉnh Tây Ninh"), ("P82", "Tỉnh Tiền Giang", "Tỉnh Đồng Tháp"),
            ("P91", "Tỉnh Kiên Giang", "Tỉnh An Giang"), ("C08869", "Thị trấn Hợp Hòa", "Xã Tam Dương"),
        ])
    func traps(id: String, before: String, after: String) {
        #expect(gazetteer.unit(id: PlaceID(id), on: day("2025-06-30"))?.name == before)
        #expect(gazetteer.unit(id: PlaceID(id), on: day("2025-07-01"))?.name == after)
    }

    @Test(
        "names and types change with the day",
        arguments: [
            ("C08878", "2023-04-09", "Xã Kim Long"), ("C08878", "2023-04-10", "Thị trấn Kim Long"),
            ("P46", "2024-12-31", "Tỉnh Thừa Thiên Huế"), ("P46", "2025-01-01", "Thành phố Huế"),
            ("D474", "2024-12-31", "Thành phố Huế"), ("D474", "2025-01-01", "Quận Thuận Hóa"),
            ("P24", "2026-09-19", "Tỉnh Bắc Ninh"), ("P24", "2026-09-20", "Thành phố Bắc Ninh"),
            ("C26326", "2026-04-29", "Xã Dầu Giây"), ("C26326", "2026-04-30", "Phường Dầu Giây"),
        ])
    func changes(id: String, date: String, name: String) {
        #expect(gazetteer.unit(id: PlaceID(id), on: day(date))?.name == name)
    }

    @Test(
        "today's unit",
        arguments: [
            ("P26", "2024-05-16", "P25"), ("P28", "2008-01-01", "P01"), ("P46", "2020-01-01", "P46"),
            ("P27", "2024-05-16", "P24"), ("C08902", "2024-05-16", "C08905"), ("C08878", "2020-01-01", "C08869"),
            ("C08872", "2024-05-16", "C08872"), ("P25", "2026-10-01", "P25"),
        ])
    func successors(id: String, date: String, now: String) throws {
        let unit = try #require(gazetteer.unit(id: PlaceID(id), on: day(date)))
        #expect(gazetteer.reference(for: unit, on: day(date)).idNow == PlaceID(now))
    }

    @Test("districts and split communes have no single unit today")
    func noSuccessor() throws {
        let district = try #require(gazetteer.unit(id: PlaceID("D247"), on: day("2024-05-16")))
        let reference = gazetteer.reference(for: district, on: day("2024-05-16"))
        #expect(reference.idNow == nil)
        #expect(reference.name == "Huyện Tam Dương")
        #expect(reference.provinceID == PlaceID("P26"))
        #expect(reference.provinceName == "Tỉnh Vĩnh Phúc")
        let communes = gazetteer.units(on: day("2025-06-30"), level: .commune)
        let split = communes.filter { gazetteer.successors(of: $0).count > 1 }
        #expect(split.count == 471)
        #expect(split.allSatisfy { gazetteer.reference(for: $0, on: day("2025-06-30")).idNow == nil })
        #expect(communes.allSatisfy { !gazetteer.successors(of: $0).isEmpty })
    }

    @Test("23 of the new provinces are mergers")
    func mergers() {
        let new = gazetteer.units(on: day("2025-07-01"), level: .province)
        #expect(new.count { gazetteer.predecessors(of: $0).count > 1 } == 23)
        let phuTho = new.first { $0.id == PlaceID("P25") }
        #expect(phuTho.map { gazetteer.predecessors(of: $0).map(\.code) } == ["17", "25", "26"])
    }

    @Test("island districts became special zones")
    func islands() throws {
        let island = try #require(gazetteer.unit(id: PlaceID("D755"), on: day("2024-01-01")))
        #expect(gazetteer.reference(for: island, on: day("2024-01-01")).idNow == PlaceID("C26732"))
    }
}
