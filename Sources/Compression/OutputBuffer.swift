/// What a decoder has given so far, up to a limit, and the room that it writes its next piece into.
struct OutputBuffer {
    private(set) var bytes: [UInt8] = []
    var room = [UInt8](repeating: 0, count: 64 * 1_024)
    private let limit: Int

    init(limit: Int) { self.limit = limit }

    /// Takes over the first bytes of the room.
    mutating func append(_ count: Int) throws(CompressionError) {
        guard bytes.count + count <= limit else { throw .tooLarge(limit: limit) }
        bytes.append(contentsOf: room[..<count])
    }
}
