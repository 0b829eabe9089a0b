import CLibCrypto

/// Digests of bytes through libcrypto.
public enum Digest {
    /// SHA-256 (FIPS 180-4), 32 bytes.
    public static func sha256(_ bytes: some Sequence<UInt8>) -> [UInt8] { digest(bytes, EVP_sha256()) }

    /// SHA-1 (FIPS 180-4), 20 bytes: what WARC tools compare payloads by, not a safeguard against forgery.
    public static func sha1(_ bytes: some Sequence<UInt8>) -> [UInt8] { digest(bytes, EVP_sha1()) }

    /// Lower-case hexadecimal digits.
    public static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
        let digits: StaticString = "0123456789abcdef"
        var text: [UInt8] = []
        text.reserveCapacity(2 * bytes.underestimatedCount)
        for byte in bytes {
            text.append(digits.utf8Start[Int(byte >> 4)])
            text.append(digits.utf8Start[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Base 32 as RFC 4648 writes it, without padding: the form that WARC digests take.
    public static func base32(_ bytes: some Sequence<UInt8>) -> String {
        let alphabet: StaticString = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
        var result: [UInt8] = []
        var buffer = 0
        var bits = 0
        for byte in bytes {
            buffer = (buffer << 8 | Int(byte)) & 0xFFFF
            bits += 8
            while bits >= 5 {
                bits -= 5
                result.append(alphabet.utf8Start[buffer >> bits & 31])
            }
        }
        if bits > 0 { result.append(alphabet.utf8Start[buffer << (5 - bits) & 31]) }
        return String(decoding: result, as: UTF8.self)
    }

    private static func digest(_ bytes: some Sequence<UInt8>, _ algorithm: OpaquePointer?) -> [UInt8] {
        bytes.withContiguousStorageIfAvailable { digest(of: $0, algorithm) }
            ?? Array(bytes).withUnsafeBufferPointer { digest(of: $0, algorithm) }
    }

    private static func digest(of bytes: UnsafeBufferPointer<UInt8>, _ algorithm: OpaquePointer?) -> [UInt8] {
        var result = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
        var length: UInt32 = 0
        let done = EVP_Digest(bytes.baseAddress, bytes.count, &result, &length, algorithm, nil)
        precondition(done == 1, "libcrypto offers SHA-1 and SHA-256 in every configuration that ChiSo supports")
        return Array(result.prefix(Int(length)))
    }
}
