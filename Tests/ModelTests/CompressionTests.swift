import Compression
import Testing

@Suite struct CompressionTests {
    @Test(arguments: [0, 1, 100, 65_536, 1_000_000])
    func gzipGivesBackWhatWentIn(length: Int) throws {
        let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 31 ^ $0 >> 7) }
        #expect(try Gzip.decompress(Gzip.compress(bytes), limit: length) == bytes)
    }

    @Test func theSameBytesGiveTheSameMember() {
        let bytes = Array("Cải cách hành chính".utf8)
        #expect(Gzip.compress(bytes) == Gzip.compress(bytes))
    }

    @Test(arguments: [1, 6, 12])
    func packedMembersAreReadByZlib(level: Int32) throws {
        let packer = GzipPacker(level: level)
        for length in [0, 1, 100, 65_536, 1_000_000] {
            let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 31 ^ $0 >> 7) }
            let member = try packer.member(of: bytes)
            #expect(try packer.member(of: bytes) == member)
            #expect(try Gzip.decompress(member, limit: length) == bytes)
        }
    }

    @Test func manyThreadsPackAtOnce() async throws {
        let packer = GzipPacker()
        let bytes = (0..<50_000).map { UInt8(truncatingIfNeeded: $0 >> 3) }
        let expected = try packer.member(of: bytes)
        let members = try await withThrowingTaskGroup(of: [UInt8].self) { group in
            for _ in 0..<64 { group.addTask { try packer.member(of: bytes) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(members.allSatisfy { $0 == expected })
    }

    @Test func severalMembersAreOneText() throws {
        let joined = Gzip.compress(Array("một ".utf8)) + Gzip.compress(Array("cửa".utf8))
        #expect(try String(decoding: Gzip.decompress(joined, limit: 100), as: UTF8.self) == "một cửa")
    }

    @Test func everyTruncationIsAnError() {
        let whole = Gzip.compress(Array(repeating: 65, count: 300))
        for length in 0..<whole.count {
            #expect(throws: CompressionError.self) { try Gzip.decompress(Array(whole[..<length]), limit: 1_000) }
        }
    }

    @Test func aBombIsStoppedAtTheLimit() {
        let bomb = Gzip.compress([UInt8](repeating: 0, count: 10_000_000))
        #expect(throws: CompressionError.tooLarge(limit: 1_000)) { try Gzip.decompress(bomb, limit: 1_000) }
    }

    @Test func damageIsAnError() {
        var bytes = Gzip.compress(Array("cải cách hành chính, cải cách hành chính".utf8))
        bytes[15] ^= 0xFF
        #expect(throws: CompressionError.self) { try Gzip.decompress(bytes, limit: 1_000) }
    }
}
