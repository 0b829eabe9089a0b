import CZstd

/// Zstandard (RFC 8878), the content coding `zstd`, of bytes in memory.
public enum Zstandard {
    /// All frames, one after another; a frame that ends early is an error.
    public static func decompress(_ bytes: [UInt8], limit: Int) throws(CompressionError) -> [UInt8] {
        let decoder = try ZstandardDecoder()
        return try decoder.run(bytes, limit: limit)
    }
}

/// A Zstandard decoder, freed when it goes.
private struct ZstandardDecoder: ~Copyable {
    private let stream: OpaquePointer

    init() throws(CompressionError) {
        guard let stream = ZSTD_createDStream() else { throw .unavailable }
        self.stream = stream
        // A frame may ask for gigabytes of memory; a content coding for 8 MB at most (RFC 9659). No decoder refuses that.
        _ = ZSTD_DCtx_setParameter(stream, ZSTD_d_windowLogMax, 23)
    }

    deinit { ZSTD_freeDStream(stream) }

    borrowing func run(_ input: [UInt8], limit: Int) throws(CompressionError) -> [UInt8] {
        var output = OutputBuffer(limit: limit)
        var position = 0
        // Not 0 inside a frame: what the decoder still waits for.
        var wanted = 1
        while true {
            let (result, consumed, produced) = step(input, position, &output.room)
            guard ZSTD_isError(result) == 0 else { throw .damaged(offset: position) }
            if consumed > 0 || produced > 0 { wanted = result }
            position += consumed
            try output.append(produced)
            let isFull = produced == output.room.count
            if position == input.count && !isFull {
                guard wanted == 0 else { throw .truncated }
                return output.bytes
            }
            guard consumed > 0 || produced > 0 else { throw .damaged(offset: position) }
        }
    }

    private func step(
        _ input: [UInt8], _ position: Int, _ room: inout [UInt8]
    ) -> (result: Int, consumed: Int, produced: Int) {
        input.withUnsafeBytes { source in
            room.withUnsafeMutableBytes { target in
                var from = ZSTD_inBuffer(src: source.baseAddress, size: source.count, pos: position)
                var to = ZSTD_outBuffer(dst: target.baseAddress, size: target.count, pos: 0)
                let result = ZSTD_decompressStream(stream, &to, &from)
                return (result, from.pos - position, to.pos)
            }
        }
    }
}
