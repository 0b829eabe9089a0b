import Gazetteer
import Model
import Testing

@Suite("Histories of units")
struct LineageTests {
    let gazetteer: Gazetteer
    init() throws { gazetteer = try Shipped.gazetteer.get() }

    private func lineage(_ name: String, _ date: String) throws -> UnitLineage {
        gazetteer.lineage(of: try #require(gazetteer.units(named: name, on: day(date)).first))
    }

    @Test("a province is followed through mergers and changes of rank, in both directions")
    func provinces() throws {
        let old = try lineage("tỉnh Bắc Ninh", "2024-01-01")
        #expect(old.before.isEmpty)
        #expect(old.after.map(\.name) == ["Tỉnh Bắc Ninh", "Thành phố Bắc Ninh"])
        #expect(old.today.map(\.id.rawValue) == ["P24"])
        let new = try lineage("thành phố Bắc Ninh", "2026-10-01")
        #expect(Set(new.before.map(\.name)) == ["Tỉnh Bắc Ninh", "Tỉnh Bắc Giang"])
        #expect(new.before.count == 3)
        #expect(new.after.isEmpty)
    }

    @Test("of a district, which had no successor, the communes of today are told")
    func districts() throws {
        let district = try lineage("huyện Tam Dương", "2024-05-16")
        #expect(district.after.isEmpty)
        #expect(Set(district.today.map(\.id.rawValue)) == ["C08869", "C08872", "C08896", "C08905"])
    }

    @Test("a commune that became a township and was merged")
    func communes() throws {
        let commune = try lineage("xã Kim Long", "2022-01-01")
        #expect(commune.after.map(\.name) == ["Thị trấn Kim Long", "Xã Tam Dương"])
        #expect(commune.today.map(\.name) == ["Xã Tam Dương"])
    }

    @Test("a name is found at any time")
    func states() {
        let names = gazetteer.states(named: "Hà Tây").map(\.name)
        #expect(names.contains("Tỉnh Hà Tây") && names.contains("Xã Hà Tây"))
        #expect(gazetteer.states(named: "không đâu").isEmpty)
    }
}
