import Gazetteer
import Model
import Testing

@Suite("Units on a day")
struct CountTests {
    let gazetteer: Gazetteer
    init() throws { gazetteer = try Shipped.gazetteer.get() }

    @Test(
        "provinces, districts and communes",
        arguments: [
            // 2024-12-31: the package's 10,035 and Vân Hội, which passed into Hội Thịnh the day after; six districts
            // more than 696, five of them merged and one renamed on the next day.
            ("2024-12-31", 63, 701, 10_036), ("2025-06-30", 63, 696, 10_035), ("2025-07-01", 34, 0, 3_321),
            ("2026-09-20", 34, 0, 3_321),
        ])
    func counts(date: String, provinces: Int, districts: Int, communes: Int) {
        #expect(gazetteer.units(on: day(date), level: .province).count == provinces)
        #expect(gazetteer.units(on: day(date), level: .district).count == districts)
        #expect(gazetteer.units(on: day(date), level: .commune).count == communes)
    }

    @Test(
        "centrally run cities and provinces",
        arguments: [
            ("2024-12-31", 5, 58), ("2025-01-01", 6, 57), ("2025-07-01", 6, 28), ("2026-04-30", 7, 27),
            ("2026-09-01", 8, 26), ("2026-09-20", 9, 25),
        ])
    func cities(date: String, cities: Int, provinces: Int) {
        let units = gazetteer.units(on: day(date), level: .province)
        #expect(units.count { $0.type == .city } == cities)
        #expect(units.count { $0.type == .province } == provinces)
    }

    @Test("wards, communes and special zones", arguments: [("2025-07-01", 687, 2_621), ("2026-09-20", 709, 2_599)])
    func communeTypes(date: String, wards: Int, communes: Int) {
        let units = gazetteer.units(on: day(date), level: .commune)
        #expect(units.count { $0.type == .ward } == wards)
        #expect(units.count { $0.type == .commune } == communes)
        #expect(units.count { $0.type == .specialZone } == 13)
    }

    @Test("Hà Tây ends in August 2008")
    func haTay() {
        #expect(gazetteer.units(on: day("2008-07-31"), level: .province).count == 64)
        #expect(gazetteer.unit(id: PlaceID("P28"), on: day("2008-07-31"))?.name == "Tỉnh Hà Tây")
        #expect(gazetteer.unit(id: PlaceID("P28"), on: day("2008-08-01")) == nil)
    }

    @Test("Tam Dương has 13 communes in 2024 and 12 in 2025")
    func tamDuong() {
        let before = gazetteer.children(of: PlaceID("D247"), on: day("2024-05-16"))
        #expect(before.count == 13)
        #expect(before.map(\.shortName).contains("Vân Hội"))
        #expect(before.map(\.shortName).contains("Hợp Thịnh"))
        let after = gazetteer.children(of: PlaceID("D247"), on: day("2025-01-01"))
        #expect(after.count == 12)
        #expect(after.first { $0.id == PlaceID("C08905") }?.name == "Xã Hội Thịnh")
    }

    @Test("every parent exists on every day of its child")
    func parents() {
        for date in ["2024-05-16", "2025-06-30", "2025-07-01", "2026-09-20"].map(day) {
            let orphans = gazetteer.units(on: date).filter {
                $0.parent != nil && gazetteer.parent(of: $0, on: date) == nil
            }
            #expect(orphans.isEmpty, "\(date): \(orphans.prefix(3).map(\.name))")
        }
    }
}
