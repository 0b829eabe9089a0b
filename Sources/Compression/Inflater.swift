import CZlib

/// A zlib decompression stream over bytes in memory, freed when it goes.
struct Inflater: ~Copyable {
    /// How the bytes are wrapped.
    enum Wrapper {
        /// gzip (RFC 1952).
        case gzip
        /// zlib (RFC 1950): what HTTP calls `deflate`.
        case zlib
        /// Bare deflate (RFC 1951): what some servers send as `deflate`.
        case raw

        fileprivate var windowBits: Int32 {
            switch self {
            case .gzip: 15 + 16
            case .zlib: 15
            case .raw: -15
            }
        }
    }

    /// On the heap, because zlib keeps the address of the stream and refuses to work from another one.
    private let stream: UnsafeMutablePointer<z_stream>

    init(_ wrapper: Wrapper) throws(CompressionError) {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        guard chiso_inflate_init(stream, wrapper.windowBits) == Z_OK else { throw .unavailable }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    /// Decompresses one stream that begins at an offset, appends what comes out and returns where the stream ends.
    borrowing func run(
        _ input: [UInt8], from offset: Int, into output: inout [UInt8], limit: Int
    ) throws(CompressionError) -> Int {
        var buffer = [UInt8](repeating: 0, count: 64 * 1_024)
        var position = offset
        while true {
            let chunk = min(input.count - position, Int(UInt32.max / 2))
            let (status, consumed, produced) = step(input, position, chunk, &buffer)
            position += consumed
            guard output.count + produced <= limit else { throw .tooLarge(limit: limit) }
            output.append(contentsOf: buffer[..<produced])
            switch status {
            case Z_STREAM_END: return position
            case Z_OK where consumed > 0 || produced > 0: continue
            case Z_OK, Z_BUF_ERROR: throw position >= input.count ? .truncated : .damaged(offset: position)
            default: throw .damaged(offset: position)
            }
        }
    }

    private func step(
        _ input: [UInt8], _ position: Int, _ length: Int, _ buffer: inout [UInt8]
    ) -> (status: Int32, consumed: Int, produced: Int) {
        let room = buffer.count
        let status = input.withUnsafeBufferPointer { source in
            buffer.withUnsafeMutableBufferPointer { target in
                // zlib reads through this pointer and never writes, whatever its type says.
                stream.pointee.next_in = UnsafeMutablePointer(mutating: source.baseAddress.map { $0 + position })
                stream.pointee.avail_in = UInt32(length)
                stream.pointee.next_out = target.baseAddress
                stream.pointee.avail_out = UInt32(room)
                return inflate(stream, Z_NO_FLUSH)
            }
        }
        return (status, length - Int(stream.pointee.avail_in), room - Int(stream.pointee.avail_out))
    }
}
