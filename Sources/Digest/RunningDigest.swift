import CLibCrypto

/// The SHA-256 (FIPS 180-4) of bytes that come piece by piece.
public struct RunningDigest: ~Copyable {
    private let context: OpaquePointer?

    public init() {
        context = EVP_MD_CTX_new()
        precondition(context != nil, "no memory for a digest")
        precondition(EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1, "libcrypto offers SHA-256 everywhere")
    }

    deinit { EVP_MD_CTX_free(context) }

    public mutating func update(_ bytes: UnsafeRawBufferPointer) {
        guard let start = bytes.baseAddress, !bytes.isEmpty else { return }
        precondition(EVP_DigestUpdate(context, start, bytes.count) == 1, "SHA-256 of bytes in memory cannot fail")
    }

    /// The 32 bytes; nothing can be added afterwards.
    public consuming func finish() -> [UInt8] {
        var result = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
        var length: UInt32 = 0
        precondition(EVP_DigestFinal_ex(context, &result, &length) == 1, "SHA-256 of bytes in memory cannot fail")
        return Array(result.prefix(Int(length)))
    }
}
