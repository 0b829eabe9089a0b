import Foundation
import Model
import Testing

@testable import Pipeline

struct UnitsJobTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().resolvingSymlinksInPath().appendingPathComponent("Config").path

    private func report(_ name: String, _ date: String, within parent: String? = nil) throws -> UnitsReport {
        let surroundings = Surroundings(
            home: ".", namedConfiguration: Self.folder, environment: [:], executable: "chiso")
        let day = try #require(CivilDate(iso: date))
        return try UnitsJob(surroundings: surroundings, name: name, on: day, within: parent).run()
    }

    @Test func theSameNameIsAnotherUnitAtAnotherTime() throws {
        let then = try report("tỉnh Bắc Ninh", "2024-01-01").text
        #expect(then.hasPrefix("Tỉnh Bắc Ninh  P27\n  valid   until 2025-06-30\n"))
        #expect(then.contains("  now     Thành phố Bắc Ninh P24"))
        let now = try report("Bắc Ninh", "2026-10-01").text
        #expect(now.hasPrefix("Thành phố Bắc Ninh  P24\n  valid   since 2026-09-20\n"))
        #expect(now.contains("At other times also: Tỉnh Bắc Ninh P24, 2025-07-01 to 2026-09-19; Tỉnh Bắc Ninh P27"))
    }

    @Test func aUnitAboveLeavesThoseInIt() throws {
        #expect(try report("Phường 1", "2024-05-16").found.count > 20)
        let named = try report("Thanh Vân", "2024-05-16", within: "Vĩnh Phúc")
        #expect(named.found.map(\.unit.id.rawValue) == ["C08890"])
        #expect(try report("Thanh Vân", "2024-05-16", within: "D247").found.map(\.unit.id.rawValue) == ["C08890"])
        #expect(
            try report("Thanh Vân", "2024-05-16", within: "Hà Giang").found.allSatisfy {
                $0.unit.id.rawValue != "C08890"
            })
        #expect(throws: CommandFailure.self) { try report("Thanh Vân", "2024-05-16", within: "Nowhere") }
    }

    @Test func aNameOfAnotherTimeIsTold() throws {
        let gone = try report("huyện Tam Dương", "2026-05-16")
        #expect(gone.exitCode == 1)
        #expect(gone.text.hasPrefix("No unit is called \"huyện Tam Dương\" on 2026-05-16; at other times:"))
        #expect(gone.text.contains("abolished; its communes lie in Xã Tam Dương C08869"))
        let never = try report("tam duong", "2026-05-16")
        #expect(never.exitCode == 1 && never.text.contains("with its marks"))
    }

    @Test func machinesGetTheSame() throws {
        let json = try report("tỉnh Bắc Ninh", "2024-01-01").json
        let value = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        let unit = try #require((value["units"] as? [[String: Any]])?.first)
        #expect(unit["id"] as? String == "P27")
        #expect(unit["valid_to"] as? String == "2025-06-30")
        #expect((unit["now"] as? [[String: Any]])?.first?["name"] as? String == "Thành phố Bắc Ninh")
    }
}
