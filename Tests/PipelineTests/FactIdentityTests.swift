import FoundationEssentials
import Model
import Testing

@testable import Pipeline

@Suite struct FactIdentityTests {
    private func observation(_ change: (inout Observation) -> Void = { _ in }) -> Observation {
        var observation = Observation(
            range: 0..<2, valueText: "15", value: 15, unit: .document, indicator: IndicatorCode("legal_docs.issued"),
            measure: "văn bản", kind: .level,
            place: PlaceReference(
                id: PlaceID("D247"), level: .district, name: "Huyện Tam Dương", provinceID: PlaceID("P26"),
                provinceName: "Tỉnh Vĩnh Phúc", idNow: nil),
            period: Period(start: nil, end: CivilDate(year: 2024, month: 3, day: 31), basis: .explicit, text: ""),
            quote: 0..<2, confidence: 90, rule: "")
        change(&observation)
        return observation
    }

    private func facts(_ observations: [Observation], at address: String = "https://a.vn/1") throws -> [FactID] {
        var identity = FactIdentity(address: try #require(WebAddress(address)))
        let facts = observations.compactMap { identity.fact(of: $0) }
        #expect(facts.count == observations.count)
        return facts
    }

    @Test func twoArticlesTellOneFactWhateverTheValue() throws {
        let other = observation {
            $0.value = 16
            $0.measure = "văn bản QPPL"
            $0.range = 40..<42
        }
        #expect(try facts([observation()]) == facts([other], at: "https://b.vn/2"))
    }

    @Test(
        arguments: [
            { $0.kind = .target }, { $0.unit = .item }, { $0.denominator = 17 }, { $0.direction = .up },
            { $0.indicator = IndicatorCode("legal_docs.decisions") }, { $0.period = .none }, { $0.place = nil },
            { $0.partOf = 7 },
        ] as [@Sendable (inout Observation) -> Void])
    func anythingElseMakesAnotherFact(change: @Sendable (inout Observation) -> Void) throws {
        #expect(try Set(facts([observation(), observation(change)])).count == 2)
    }

    @Test func withoutPlaceANumberIsAFactOfItsArticle() throws {
        let homeless = observation { $0.place = nil }
        let here = try facts([homeless, homeless, homeless])
        #expect(Set(here).count == 3)
        #expect(try facts([homeless], at: "https://b.vn/2").first.map(here.contains) == false)
        #expect(try facts([homeless, homeless, homeless]) == here)
    }

    @Test func partsAreToldByTheirWords() throws {
        let parts = ["nghị quyết", "Quyết  định", "quyết định"].map { words in
            observation {
                $0.partOf = 0
                $0.measure = words
            }
        }
        let facts = try facts(parts)
        #expect(facts[0] != facts[1])
        #expect(facts[1] == facts[2])
    }
}
