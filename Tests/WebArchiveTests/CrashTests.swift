import Foundation
import Model
import Testing
import WebArchive

/// What a crash or a full disk leaves behind, and what the next start makes of it.
@Suite struct CrashTests {
    private let name = "t-20240516-00001.warc.gz"
    private let index = "t-20240516-00001.cdxj"

    @Test func aLastRecordTornAtAnyByteIsCutOffAndTheIndexFollows() throws {
        let whole = Folder()
        var first = try writer(whole)
        let known = try first.append(capture(1, body: [1, 2, 3]))
        _ = try first.append(capture(2, body: [4, 5, 6]))
        let (archive, lines) = (whole.content(name), whole.content(index + ".part"))
        let end = Int(known.offset + known.length)
        let firstLine = lines.firstIndex(of: 0x0A).map { $0 + 1 } ?? 0
        for cut in end...archive.count {
            // The index is not synced: it may be torn anywhere, before the archive's end or behind it.
            let torn = Folder()
            try torn.write(Array(archive[..<cut]), to: name)
            try torn.write(Array(lines[..<((cut * 7) % (lines.count + 1))]), to: index + ".part")
            try writer(torn, after: known).finish()
            #expect(torn.content(name) == Array(archive[..<end]), "cut at \(cut)")
            #expect(torn.content(index) == Array(lines[..<firstLine]), "cut at \(cut)")
            #expect(torn.names == [index, name])
        }
    }

    @Test func whatIsWrittenBehindACutIsReadBack() throws {
        let folder = Folder()
        var first = try writer(folder)
        let known = try first.append(capture(1, body: [1, 2, 3]))
        _ = try first.append(capture(2, body: [4, 5, 6]))
        var second = try writer(folder, after: known)
        let next = try second.append(capture(3, body: [7]))
        try second.finish()
        #expect(try WARCReader.capture(at: known, folder: folder.path).body == [1, 2, 3])
        #expect(try WARCReader.capture(at: next, folder: folder.path).body == [7])
        #expect(try folder.records(name).map(\.type) == ["warcinfo", "request", "response", "request", "response"])
        #expect(
            folder.lines(index).map { $0.prefix { $0 != " " } } == ["vn,example)/tin-1.html", "vn,example)/tin-3.html"])
    }

    @Test func anIndexThatIsLostIsMadeFromTheArchive() throws {
        let folder = Folder()
        var first = try writer(folder, maxFileBytes: 1_500)
        var known: ArchiveLocation?
        for number in 0..<9 { known = try first.append(capture(number, body: Array("trang \(number)".utf8))) }
        try first.finish()
        let indexes = folder.names.filter { $0.hasSuffix(".cdxj") }
        let contents = indexes.map { folder.content($0) }
        #expect(indexes.count > 1)
        for index in indexes { try FileManager.default.removeItem(atPath: folder.path + "/" + index) }
        try writer(folder, after: known).finish()
        #expect(indexes.map { folder.content($0) } == contents)
    }

    @Test func aFullDiskIsAnErrorAndLeavesNothing() throws {
        let folder = Folder()
        try folder.write([], to: "x")
        // Everything written to this device fails for want of space.
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/" + name, withDestinationPath: "/dev/full")
        let known = ArchiveLocation(file: name, offset: 0, length: 0)
        var writer = try writer(folder, after: known)
        let error = #expect(throws: ArchiveError.self) { _ = try writer.append(capture(1, body: [1])) }
        #expect(error?.code == .inputOutput)
        #expect(error?.message.contains("make room") == true)
        #expect(folder.content(index + ".part").isEmpty)
    }

    @Test func aFullIndexTakesTheRecordBackToo() throws {
        let folder = Folder()
        var first = try writer(folder)
        let known = try first.append(capture(1, body: [1]))
        try FileManager.default.removeItem(atPath: folder.path + "/" + index + ".part")
        let size = folder.content(name).count
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/" + index + ".part", withDestinationPath: "/dev/full")
        #expect(throws: ArchiveError.self) { _ = try writer(folder, after: known) }
        #expect(folder.content(name).count == size)
    }

    @Test func aFileShorterThanTheLedgerKnowsIsAnErrorAndIsNotFilledUp() throws {
        let folder = Folder()
        var first = try writer(folder)
        let known = try first.append(capture(1, body: Array("một".utf8)))
        try folder.write(Array(folder.content(known.file).prefix(Int(known.offset))), to: known.file)
        let error = #expect(throws: ArchiveError.self) { _ = try writer(folder, after: known) }
        #expect(error?.code == .damaged)
        #expect(folder.content(known.file).count == Int(known.offset))
        try FileManager.default.removeItem(atPath: folder.path + "/" + known.file)
        let missing = #expect(throws: ArchiveError.self) { _ = try writer(folder, after: known) }
        #expect(missing?.code == .missing)
        #expect(folder.archives.isEmpty)
    }

    @Test func filesThatTheLedgerDoesNotKnowAreSetAsideAndNotDeleted() throws {
        let folder = Folder()
        for _ in 1...3 {
            var writer = try writer(folder)
            _ = try writer.append(capture(1, body: [1]))
        }
        #expect(folder.archives == [name, name + ".set-aside", name + ".set-aside-2"])
    }

    @Test func filesOfAnEarlierVersionStayAndSortFirst() throws {
        let folder = Folder()
        var first = try writer(folder)
        let known = try first.append(capture(1, body: [1]))
        try FileManager.default.moveItem(
            atPath: folder.path + "/" + name, toPath: folder.path + "/t-00001.warc.gz")
        let old = ArchiveLocation(file: "t-00001.warc.gz", offset: known.offset, length: known.length)
        var second = try writer(folder, after: old)
        _ = try second.append(capture(2, body: [2]))
        try second.finish()
        #expect(folder.archives == ["t-00001.warc.gz", name])
        #expect(folder.lines("t-00001.cdxj").count == 1)
    }
}
