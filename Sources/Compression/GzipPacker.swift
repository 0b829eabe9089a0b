import CDeflate
import Synchronization

/// Makes whole gzip members (RFC 1952) through libdeflate, two to three times as fast as zlib. May be called from
/// several threads at once: each call has a compressor of its own, and compressors are used again.
public final class GzipPacker: Sendable {
    /// A compressor that nobody else holds.
    ///
    /// `@unchecked Sendable`: it is in the list of idle ones or in the hands of one call, never both.
    private struct Compressor: @unchecked Sendable {
        let handle: OpaquePointer
    }

    private let level: Int32
    private let idle = Mutex<[Compressor]>([])

    /// `level` is 1 (fast) to 12 (small).
    public init(level: Int32 = 6) { self.level = min(max(level, 1), 12) }

    deinit {
        idle.withLock { idle in
            for compressor in idle { libdeflate_free_compressor(compressor.handle) }
        }
    }

    /// One member without name and time, so that the same bytes always give the same member.
    public func member(of bytes: [UInt8]) throws(CompressionError) -> [UInt8] {
        let compressor = if let used = idle.withLock({ $0.popLast() }) { used } else { try made() }
        defer { idle.withLock { $0.append(compressor) } }
        let bound = libdeflate_gzip_compress_bound(compressor.handle, bytes.count)
        return [UInt8](unsafeUninitializedCapacity: bound) { output, count in
            count = bytes.withUnsafeBytes { input in
                libdeflate_gzip_compress(compressor.handle, input.baseAddress, input.count, output.baseAddress, bound)
            }
        }
    }

    private func made() throws(CompressionError) -> Compressor {
        guard let handle = libdeflate_alloc_compressor(level) else { throw .unavailable }
        return Compressor(handle: handle)
    }
}
