import Foundation
import SamplePortal
import Testing

/// Looking for sources and trying them, as somebody who adds a portal does.
@Suite(.serialized) struct SourcesTests {
    @Test func findsAPortalAndWritesAFileThatIsGood() async throws {
        let portal = try await SamplePortal(behaviour: .smooth)
        let workplace = try Workplace(portal: portal.address)
        let found = try await workplace.chiso.run(
            "sources", "find", portal.address + "/", "--allow-address", "127.0.0.1/32")
        #expect(found.code == 0, "\(found.errors)")
        #expect(found.errors.contains("articles would be found"))
        let folder = workplace.folder.appendingPathComponent("Moi/sources")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let id = try #require(found.output.split(separator: "\n").first { $0.hasPrefix("id: ") }?.dropFirst(4))
        try found.output.write(to: folder.appendingPathComponent("\(id).yml"), atomically: true, encoding: .utf8)
        try "name: moi\nsource_folder: sources\nsources: all\n".write(
            to: workplace.folder.appendingPathComponent("Moi/moi.yml"), atomically: true, encoding: .utf8)
        let checked = try await workplace.chiso.run("check", "Moi/moi.yml")
        #expect(checked.code == 0, "\(checked.errors)")
        let tried = try await workplace.chiso.run(
            "sources", "test", String(id), "--pipeline", "Moi/moi.yml", "--allow-address", "127.0.0.1/32")
        #expect(tried.code == 0, "\(tried.output) \(tried.errors)")
        await portal.stop()
    }

    @Test func triesTheSourcesOfThePortal() async throws {
        let portal = try await SamplePortal(behaviour: .smooth)
        let workplace = try Workplace(portal: portal.address)
        let tried = try await workplace.chiso.run(
            "sources", "test", "ban-tin-mau", "bao-mau", "--pipeline", "Pipelines/demo.yml", "--articles", "1",
            "--allow-address", "127.0.0.1/32")
        #expect(tried.code == 0, "\(tried.output) \(tried.errors)")
        #expect(tried.output.contains("ban-tin-mau: "))
        #expect(tried.output.contains("read: "))
        let unknown = try await workplace.chiso.run(
            "sources", "test", "bao-mao", "--pipeline", "Pipelines/demo.yml")
        #expect(unknown.code == 64)
        #expect(unknown.errors.contains("did you mean `bao-mau`"))
        await portal.stop()
    }

    @Test func listsEverySource() async throws {
        let workplace = try Workplace(portal: "http://127.0.0.1:1")
        let list = try await workplace.chiso.run("sources", "list", "--pipeline", "Pipelines/demo.yml")
        #expect(list.code == 0)
        #expect(["ban-tin-mau", "bao-mau", "cong-mau"].allSatisfy { list.output.contains($0) })
        let json = try await workplace.chiso.run("sources", "list", "--json")
        #expect(json.output.split(separator: "\n").count > 40)
    }
}
