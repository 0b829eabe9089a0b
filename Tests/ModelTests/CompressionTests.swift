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
