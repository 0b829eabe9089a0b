import CBrotli

/// Brotli (RFC 7932), the content coding `br`, of bytes in memory.
public enum Brotli {
    /// One stream, which must end with the bytes: an early end, or something behind it, is an error.
    ///
    /// The decoder refuses windows beyond the 16 MB of the RFC, so that its memory is bounded too.
    public static func decompress(_ bytes: [UInt8], limit: Int) throws(CompressionError) -> [UInt8] {
        let decoder = try BrotliDecoder()
        return try decoder.run(bytes, limit: limit)
    }
}

/// A Brotli decoder, freed when it goes.
private struct BrotliDecoder: ~Copyable {
    private let state: OpaquePointer

    init() throws(CompressionError) {
        guard let state = BrotliDecoderCreateInstance(nil, nil, nil) else { throw .unavailable }
        self.state = state
    }

    deinit { BrotliDecoderDestroyInstance(state) }

    borrowing func run(_ input: [UInt8], limit: Int) throws(CompressionError) -> [UInt8] {
        var output = OutputBuffer(limit: limit)
        var position = 0
        while true {
            let (result, consumed, produced) = step(input, position, &output.room)
            position += consumed
            try output.append(produced)
            switch result {
            case BROTLI_DECODER_RESULT_SUCCESS:
                guard position == input.count else { throw .damaged(offset: position) }
                return output.bytes
            case BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT: continue
            case BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT: throw .truncated
            default: throw .damaged(offset: position)
            }
        }
    }

    private func step(
        _ input: [UInt8], _ position: Int, _ room: inout [UInt8]
    ) -> (result: BrotliDecoderResult, consumed: Int, produced: Int) {
        var (left, free) = (input.count - position, room.count)
        let result = input.withUnsafeBufferPointer { source in
            room.withUnsafeMutableBufferPointer { target in
                var (from, to) = (source.baseAddress.map { $0 + position }, target.baseAddress)
                return BrotliDecoderDecompressStream(state, &left, &from, &free, &to, nil)
            }
        }
        return (result, input.count - position - left, room.count - free)
    }
}
