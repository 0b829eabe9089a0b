import CZlib

/// gzip (RFC 1952) of bytes in memory, through zlib.
public enum Gzip {
    /// One member without name and time, so that the same bytes always give the same member.
    public static func compress(_ bytes: [UInt8], level: Int32 = 6) -> [UInt8] {
        withUnsafeTemporaryAllocation(of: z_stream.self, capacity: 1) { streams in
            streams.initialize(repeating: z_stream())
            return compress(bytes, level, &streams[0])
        }
    }

    /// zlib keeps the address of the stream, so that it must not move between the calls.
    private static func compress(
        _ bytes: [UInt8], _ level: Int32, _ stream: UnsafeMutablePointer<z_stream>
    ) -> [UInt8] {
        let started = chiso_deflate_init(stream, level, 15 + 16)
        precondition(started == Z_OK, "zlib refuses only a level outside 0 to 9 or a machine without memory")
        defer { deflateEnd(stream) }
        var output = [UInt8](repeating: 0, count: Int(deflateBound(stream, UInt(bytes.count))) + 32)
        let room = output.count
        bytes.withUnsafeBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                // zlib reads through this pointer and never writes, whatever its type says.
                stream.pointee.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
                stream.pointee.avail_in = UInt32(bytes.count)
                stream.pointee.next_out = target.baseAddress
                stream.pointee.avail_out = UInt32(room)
                let ended = deflate(stream, Z_FINISH)
                precondition(ended == Z_STREAM_END, "deflateBound promises room for everything")
            }
        }
        return Array(output[..<(room - Int(stream.pointee.avail_out))])
    }

    /// Whether bytes begin as a gzip member does.
    public static func isGzip(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1F, 0x8B]) }

    /// All members, one after another; a member that ends early is an error, padding of zeros after the last is not.
    public static func decompress(_ bytes: [UInt8], limit: Int) throws(CompressionError) -> [UInt8] {
        var output: [UInt8] = []
        var position = 0
        repeat {
            position = try member(of: bytes, from: position, into: &output, limit: limit)
        } while position < bytes.count && bytes[position] != 0
        return output
    }

    /// One member that begins at an offset; returns where it ends. The limit is on all of `output`.
    public static func member(
        of bytes: [UInt8], from offset: Int, into output: inout [UInt8], limit: Int
    ) throws(CompressionError) -> Int {
        guard offset + 1 < bytes.count else { throw .truncated }
        guard bytes[offset] == 0x1F, bytes[offset + 1] == 0x8B else { throw .damaged(offset: offset) }
        let inflater = try Inflater(.gzip)
        return try inflater.run(bytes, from: offset, into: &output, limit: limit)
    }
}

/// The content coding `deflate` (RFC 9110, section 8.4.1.2), in the form of the standard and in the bare one.
public enum Deflate {
    public static func decompress(_ bytes: [UInt8], limit: Int) throws(CompressionError) -> [UInt8] {
        do {
            return try decompress(bytes, .zlib, limit)
        } catch CompressionError.damaged(offset: _) {
            return try decompress(bytes, .raw, limit)
        }
    }

    private static func decompress(
        _ bytes: [UInt8], _ wrapper: Inflater.Wrapper, _ limit: Int
    ) throws(CompressionError) -> [UInt8] {
        var output: [UInt8] = []
        let inflater = try Inflater(wrapper)
        _ = try inflater.run(bytes, from: 0, into: &output, limit: limit)
        return output
    }
}
