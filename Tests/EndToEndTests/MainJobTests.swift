import Foundation
import SamplePortal
import Testing

/// The main job over real HTTP: portal → archive → article → numbers → CSV and JSON.
@Suite(.serialized) struct MainJobTests {
    private func demo(
        _ behaviour: Behaviour = .smooth, _ body: (SamplePortal, Workplace) async throws -> Void
    ) async throws {
        let portal = try await SamplePortal(behaviour: behaviour)
        let workplace = try Workplace(portal: portal.address)
        try await body(portal, workplace)
        await portal.stop()
    }

    private static let reference = "/ban-tin/tam-duong-bao-cao-doan-giam-sat.htm"

    @Test func aRunWritesEveryDataset() async throws {
        try await demo(.standard) { portal, workplace in
            let result = try await workplace.chiso.run("run", "Pipelines/demo.yml")
            #expect(result.code == 0, "\(result.output)\(result.errors)")
            let tables = [
                "observations", "facts", "articles", "conflicts", "changes", "sources", "coverage", "rejections",
                "codebook",
            ]
            let files = try Set(workplace.datasets().keys)
            let forms = ["csv", "excel-vi.csv", "json", "jsonl"]
            #expect(
                files
                    == Set(tables.flatMap { table in forms.map { "\(table).\($0)" } }).union([
                        "chiso.xlsx", "chiso.sqlite",
                    ]))
            let titles = try Set(workplace.rows("articles.json").compactMap { $0["title"] as? String })
            let expected = Set(portal.articles.filter { $0.trouble != .gone && $0.isPublic }.map(\.title))
            #expect(titles == expected)
            for column in ["source", "pages", "observations", "rejections"] { #expect(result.output.contains(column)) }
        }
    }

    @Test func robotsAreObeyedAndTheAgentIsHonest() async throws {
        try await demo { portal, workplace in
            _ = try await workplace.chiso.run("run", "Pipelines/demo.yml", "--quiet")
            let requests = portal.requests
            #expect(requests.contains { $0.path == "/robots.txt" })
            #expect(!requests.contains { $0.path.hasPrefix("/noi-bo/") })
            #expect(requests.allSatisfy { $0.userAgent?.hasPrefix("ChiSo/") == true })
        }
    }

    @Test func theReferenceFactsComeOutWithPlacePeriodAndSentence() async throws {
        try await demo { _, workplace in
            _ = try await workplace.chiso.run("run", "Pipelines/demo.yml", "--quiet")
            let rows = try workplace.rows("observations.json").filter {
                ($0["url"] as? String)?.hasSuffix(Self.reference) == true
            }
            let found = Set(rows.map { "\($0["indicator_code"] ?? "") \($0["value_text"] ?? "")" })
            #expect(found == Set(ReferenceFacts.all.map { "\($0.indicator) \($0.valueText)" }))
            #expect(rows.count == ReferenceFacts.all.count)
            for fact in ReferenceFacts.all {
                let row = rows.first {
                    $0["indicator_code"] as? String == fact.indicator && $0["value_text"] as? String == fact.valueText
                }
                #expect(row?["place_id"] as? String == "D247", "\(fact)")
                #expect(row?["province_code"] as? String == "26", "\(fact)")
                #expect(row?["period_start"] as? String == fact.start, "\(fact)")
                #expect(row?["period_end"] as? String == fact.end, "\(fact)")
                #expect((row?["quote"] as? String)?.contains(fact.valueText) == true, "\(fact)")
            }
        }
    }

    @Test func aSecondRunFindsNothingNewAndChangesNoByte() async throws {
        try await demo { portal, workplace in
            _ = try await workplace.chiso.run("run", "Pipelines/demo.yml", "--quiet")
            let before = try workplace.datasets()
            let asked = portal.requests.count
            let second = try await workplace.chiso.run("run", "Pipelines/demo.yml")
            #expect(second.code == 0)
            #expect(second.output.contains(" 0 new articles"), "\(second.output)")
            #expect(try workplace.datasets() == before)
            let repeated = portal.requests.dropFirst(asked).filter { $0.status == 304 }
            #expect(!repeated.isEmpty, "known pages are asked for conditionally")
            let feeds = portal.requests.dropFirst(asked).filter { $0.path.contains("rss") || $0.path.contains("feed") }
            #expect(!feeds.isEmpty)
            #expect(feeds.allSatisfy { $0.isConditional && $0.status == 304 }, "unchanged feeds are not sent again")
        }
    }

    @Test func anArticleChangedAtThePortalBecomesANewVersion() async throws {
        try await demo { portal, workplace in
            _ = try await workplace.chiso.run("run", "Pipelines/demo.yml", "--quiet")
            let old = try #require(
                workplace.rows("articles.json").first { ($0["url"] as? String)?.hasSuffix(Self.reference) == true })
            try portal.edit(articleAt: Self.reference, replacing: "124 văn bản", with: "125 văn bản")
            let result = try await workplace.chiso.run("run", "Pipelines/demo.yml")
            #expect(result.code == 0)
            let new = try #require(
                workplace.rows("articles.json").first { ($0["url"] as? String)?.hasSuffix(Self.reference) == true })
            #expect(new["supersedes"] as? String == old["article_id"] as? String)
            #expect(new["version"] as? Int == 2)
            let values = try workplace.rows("observations.json").filter {
                ($0["url"] as? String)?.hasSuffix(Self.reference) == true
                    && $0["indicator_code"] as? String == "steering.documents.issued"
            }.compactMap { $0["value_text"] as? String }
            #expect(values == ["125"])
            let kept = try await workplace.chiso.run("explain", try #require(old["article_id"] as? String), "--json")
            #expect(kept.output.contains("\"124\""), "the old version stays in the ledger")
        }
    }

    @Test func oneArticleAtTwoAddressesIsOneRow() async throws {
        try await demo { portal, workplace in
            _ = try await workplace.chiso.run("run", "Pipelines/demo.yml", "--quiet")
            let twice = try #require(portal.articles.first { $0.alternateAddress != nil })
            let rows = try workplace.rows("articles.json").filter { $0["title"] as? String == twice.title }
            #expect(rows.count == 1)
            #expect((rows.first?["url"] as? String)?.hasSuffix(twice.address) == true)
        }
    }

    @Test func quietPrintsNothingOnSuccess() async throws {
        try await demo { _, workplace in
            let result = try await workplace.chiso.run("run", "Pipelines/demo.yml", "--quiet")
            #expect(result.output.isEmpty && result.errors.isEmpty, "\(result.output)\(result.errors)")
        }
    }

    @Test func aSourceThatCannotBeReachedIsAPartialFailure() async throws {
        try await demo { _, workplace in
            try workplace.edit("Pipelines/demo/bao-mau.yml") {
                $0.replacing("/rss/tin-moi.rss", with: "/rss/khong-co.rss")
            }
            let result = try await workplace.chiso.run("run", "Pipelines/demo.yml", "--quiet")
            #expect(result.code == 3)
            #expect(result.errors.split(separator: "\n").count == 1, "one summary line: \(result.errors)")
        }
    }
}
