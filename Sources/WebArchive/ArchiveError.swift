/// Why the archive could not be read or written.
public struct ArchiveError: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Code: String, Sendable {
        /// The file system refused: no space, no permission, no folder.
        case inputOutput = "input_output"
        /// The bytes are no WARC record, or not a whole one.
        case damaged
        /// There is no such file or record.
        case missing
    }

    public let code: Code
    public let file: String
    /// The byte at which the record begins, where one is meant.
    public let offset: Int64?
    public let message: String

    public init(_ code: Code, file: String, offset: Int64? = nil, message: String) {
        self.code = code
        self.file = file
        self.offset = offset
        self.message = message
    }

    public var description: String {
        "archive \(file)\(offset.map { " at byte \($0)" } ?? ""): \(message)"
    }
}
