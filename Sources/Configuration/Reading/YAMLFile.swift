import Foundation
import Yams

/// One YAML file, parsed; mistakes go to a log with their place.
public struct YAMLFile {
    public let path: String
    public let root: YAMLValue

    /// Reads and parses a file; nil after a mistake, which is in the log.
    public init?(path: String, log: DiagnosticLog) {
        guard let data = FileManager.default.contents(atPath: path) else {
            log.add(
                Diagnostic(
                    file: path, line: 1, column: 1, message: "the file cannot be read",
                    remedy: "check that it exists and that you may read it"))
            return nil
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            log.add(
                Diagnostic(
                    file: path, line: 1, column: 1, message: "the file is not UTF-8 text",
                    remedy: "save it again as UTF-8"))
            return nil
        }
        self.init(text: text, path: path, log: log)
    }

    /// Parses text that came from the file at `path`.
    public init?(text: String, path: String, log: DiagnosticLog) {
        do {
            guard let node = try Yams.compose(yaml: text) else {
                log.add(
                    Diagnostic(
                        file: path, line: 1, column: 1, message: "the file is empty", remedy: "write at least one key"))
                return nil
            }
            self.path = path
            root = YAMLValue(node: node, file: path, log: log)
        } catch {
            log.add(Diagnostic(error, file: path))
            return nil
        }
    }
}

extension Diagnostic {
    /// A YAML syntax error in our own form.
    fileprivate init(_ error: any Error, file: String) {
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            self.init(
                file: file, line: mark.line, column: mark.column, message: "not YAML here: \(problem)",
                remedy: "check indentation, quotes and colons at this place")
        case .duplicatedKeysInMapping(let duplicates, let context):
            self.init(
                file: file, line: context.mark.line, column: context.mark.column,
                message: "the same key stands twice: \(duplicates.sorted().joined(separator: ", "))",
                remedy: "keep one of them")
        case let other:
            self.init(
                file: file, line: 1, column: 1,
                message: "not YAML: \(other.map(String.init(describing:)) ?? "\(error)")",
                remedy: "check the file's syntax")
        }
    }
}
