import Datasets
import Model

/// One small step of the pipeline on JSON lines: `chiso parse KIND`. Opens no socket.
public struct ParseJob: Sendable {
    private let kind: ParseKind
    private let surroundings: Surroundings
    private let files: [String]

    /// Without files, or for the file `-`, standard input is read.
    public init(kind: ParseKind, surroundings: Surroundings, files: [String]) {
        self.kind = kind
        self.surroundings = surroundings
        self.files = files
    }

    /// Answers every line in order; 0, or 3 when a line could not be answered.
    ///
    /// What was answered is written before more input is waited for, so that a program at the other end of two pipes
    /// can ask one thing at a time.
    public func run() throws -> Int32 {
        let answer = try kind.prepare(surroundings)
        let output = LineOutput()
        var code: Int32 = 0
        for file in files.isEmpty ? ["-"] : files {
            let reader = try LineReader(path: file == "-" ? nil : file, longest: ParseJob.longestLine)
            try reader.forEachLine(wait: output.finish) { line in
                guard !ParseJob.isBlank(line) else { return }
                output.write { json in
                    if !ParseJob.write(line, answer, to: &json) { code = 3 }
                }
            }
        }
        try output.finish()
        return code
    }

    /// Writes the answer to a line; whether there is one.
    static func write(
        _ line: LineReader.Line, _ answer: ParseKind.Answerer, to json: inout JSONWriter
    ) -> Bool {
        var id = JSONValue.null
        do {
            guard case .whole(let bytes) = line else {
                throw ParseFailure("the line is longer than \(longestLine >> 20) MiB")
            }
            let question = try ParseQuestion(bytes)
            id = question.id
            let write = try answer(question)
            json.key("id")
            json.value(id)
            write(&json)
            return true
        } catch {
            json.key("id")
            json.value(id)
            json.member("error", CommandFailure(error).message)
            return false
        }
    }

    private static func isBlank(_ line: LineReader.Line) -> Bool {
        guard case .whole(let bytes) = line else { return false }
        return bytes.allSatisfy { $0 <= 0x20 }
    }

    /// Room for the largest sitemap in base64.
    private static let longestLine = 80 << 20
}
