/// A gazetteer file that cannot be used.
public struct GazetteerError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Which of the two files: `units.csv` or `successors.csv`.
    public let file: String
    /// The line, from 1.
    public let line: Int
    /// What is wrong, and what to do about it.
    public let message: String

    public init(file: String, line: Int, message: String) {
        self.file = file
        self.line = line
        self.message = message
    }

    public var description: String { "\(file):\(line): \(message)" }

    /// The remedy for files that were edited or damaged.
    static let remedy = "change hand.csv instead and run Config/gazetteer/derive.py"
}
