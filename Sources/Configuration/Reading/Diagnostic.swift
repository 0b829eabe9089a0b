/// A mistake in a configuration file: where it is, what is wrong and what to write instead.
public struct Diagnostic: Error, Hashable, Comparable, Sendable, CustomStringConvertible {
    public let file: String
    /// Line and column, both from 1; columns count Unicode scalars.
    public let line: Int
    public let column: Int
    public let message: String
    public let remedy: String

    public init(file: String, line: Int, column: Int, message: String, remedy: String) {
        self.file = file
        self.line = line
        self.column = column
        self.message = message
        self.remedy = remedy
    }

    /// `file:line:column: what is wrong; what to write instead`, the form that editors jump to.
    public var description: String { "\(file):\(line):\(column): \(message); \(remedy)" }

    public static func < (left: Diagnostic, right: Diagnostic) -> Bool {
        (left.file, left.line, left.column, left.message) < (right.file, right.line, right.column, right.message)
    }
}

/// Every mistake found in one reading of the configuration, in order of file and line.
public struct ConfigurationError: Error, Sendable, CustomStringConvertible {
    public let diagnostics: [Diagnostic]

    public init(_ diagnostics: [Diagnostic]) {
        self.diagnostics = diagnostics.sorted()
    }

    /// One line a mistake.
    public var description: String { diagnostics.map(\.description).joined(separator: "\n") }
}

/// Collects the mistakes while files are read, so that all of them are told at once.
public final class DiagnosticLog {
    public private(set) var diagnostics: [Diagnostic] = []

    public init() {}

    public func add(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

    /// Throws what was collected, if anything was.
    public func check() throws(ConfigurationError) {
        if !diagnostics.isEmpty { throw ConfigurationError(diagnostics) }
    }
}
