import Digest

/// A file that was written, and how many rows it holds.
public struct DatasetFile: Hashable, Sendable {
    public let name: String
    /// None for what holds no rows, as a description.
    public let rows: Int?
    /// In bytes.
    public let size: Int64
    /// SHA-256, lower-case hexadecimal.
    public let digest: String

    init(name: String, rows: Int?, size: Int64, digest: [UInt8]) {
        self.name = name
        self.rows = rows
        self.size = size
        self.digest = Digest.hexadecimal(digest)
    }
}
