import Foundation
import Gazetteer
import Model
import Testing

@Suite("Units by name")
struct LookupTests {
    let gazetteer: Gazetteer
    init() throws { gazetteer = try Shipped.gazetteer.get() }

    @Test(
        "with and without type word, abbreviated, in either tone placement",
        arguments: [
            ("huyện Tam Dương", "2024-05-16", ["D247"]), ("Tam Dương", "2024-05-16", ["D247"]),
            ("xã Tam Dương", "2025-08-01", ["C08869"]), ("huyện Tam Dương", "2025-08-01", []),
            ("TP.HCM", "2024-05-16", ["P79"]), ("TP HCM", "2026-05-16", ["P79"]), ("TPHCM", "2024-05-16", ["P79"]),
            ("Tp. Hồ Chí Minh", "2024-05-16", ["P79"]), ("TX. Sơn Tây", "2024-05-16", ["D269"]),
            ("TP Vĩnh Yên", "2024-05-16", ["D243"]), ("tỉnh Vĩnh Phúc", "2024-05-16", ["P26"]),
            ("tỉnh Hoà Bình", "2024-05-16", ["P17"]), ("TỈNH HÒA BÌNH", "2024-05-16", ["P17"]),
            ("Qui Nhơn", "2024-05-16", ["D540"]), ("tỉnh Bà Rịa-Vũng Tàu", "2024-05-16", ["P77"]),
            ("tỉnh Đắc Lắc", "2024-05-16", ["P66"]), ("thành phố Đồng Nai", "2026-05-01", ["P75"]),
            ("thành phố Bắc Ninh", "2024-01-01", ["D256"]), ("thành phố Bắc Ninh", "2026-10-01", ["P24"]),
            ("Q.3", "2024-05-16", ["D770"]), ("", "2024-05-16", []), ("huyện", "2024-05-16", []),
        ])
    func names(name: String, date: String, ids: [String]) {
        #expect(gazetteer.units(named: name, on: day(date)).map(\.id.rawValue) == ids)
    }

    @Test("a homonym resolves inside its parent only")
    func homonyms() {
        let date = day("2024-05-16")
        #expect(gazetteer.units(named: "Phường 1", on: date).count > 20)
        #expect(gazetteer.units(named: "P. 01", on: date, within: PlaceID("D770")).map(\.id.rawValue).count == 1)
        #expect(gazetteer.units(named: "Thanh Vân", on: date, within: PlaceID("P26")).map(\.id.rawValue) == ["C08890"])
    }

    @Test("no two names share a hash")
    func collisions() {
        // Letters and marks in any order, y as i: what folding takes for the same.
        func loose(_ name: String) -> [Unicode.Scalar] {
            name.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars.map { $0 == "y" ? "i" : $0 }
                .filter { $0.properties.isAlphabetic || $0.properties.canonicalCombiningClass != .notReordered }
                .sorted()
        }
        for date in ["2024-05-16", "2026-09-20"].map(day) {
            for unit in gazetteer.units(on: date) where !unit.shortName.utf8.allSatisfy({ $0 < 0x40 }) {
                let same = gazetteer.units(named: unit.name, on: date, level: unit.level)
                #expect(same.contains(unit))
                #expect(same.allSatisfy { loose($0.shortName) == loose(unit.shortName) }, "\(unit.name)")
            }
        }
    }

    @Test("Bắc Ninh is another unit in 2024 and in 2026")
    func bacNinh() {
        let then = gazetteer.units(named: "Bắc Ninh", on: day("2024-01-01"), level: .province)
        let now = gazetteer.units(named: "Bắc Ninh", on: day("2026-10-01"), level: .province)
        #expect(then.map(\.id.rawValue) == ["P27"])
        #expect(then.map(\.name) == ["Tỉnh Bắc Ninh"])
        #expect(now.map(\.id.rawValue) == ["P24"])
        #expect(now.map(\.name) == ["Thành phố Bắc Ninh"])
    }

    @Test(
        "a file that cannot be used is named with its line",
        arguments: [
            ("", 1), ("code,level\n", 1), ("H\n", 2), ("H\n1,province\n", 2),
            ("H\n01,province,huyện,Huyện X,,,,package\n", 2), ("H\n01,province,tỉnh,X,,,,package\n", 2),
            ("H\n01,province,tỉnh,Tỉnh X,,2024-13-01,,package\n", 2), ("H\n0a,province,tỉnh,Tỉnh X,,,,package\n", 2),
            ("H\n02,province,tỉnh,Tỉnh X,,,,package\n01,province,tỉnh,Tỉnh Y,,,,package\n", 3),
        ])
    func errors(text: String, line: Int) {
        let file = text.replacing("H\n", with: "code,level,type,name,parent,valid_from,valid_to,source\n")
        let error = #expect(throws: GazetteerError.self) {
            _ = try Gazetteer(units: Array(file.utf8), successors: Array("on,level,old,new,default\n".utf8))
        }
        #expect(error?.file == "units.csv")
        #expect(error?.message.contains("derive.py") == true)
        #expect((error?.line ?? 0) <= line)
    }
}
