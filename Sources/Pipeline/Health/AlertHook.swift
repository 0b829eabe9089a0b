import Datasets
import Foundation
import Ledger

/// Tells somebody of alarms: the command of the pipeline's `alerts:` gets them as JSON on standard input.
///
/// Mail, a chat or a webhook is one line of shell away: `command: curl -fsS --json @- https://chat.example/hook`.
struct AlertHook {
    let command: String
    /// Where the JSON is kept, for a look afterwards.
    let file: String

    /// How long the command may take, in seconds.
    private static let patience = 30

    /// Runs the command and waits for its end; what went wrong, or nil.
    func tell(_ summary: RunSummary) -> String? {
        let url = URL(fileURLWithPath: file)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", command]
        process.standardOutput = FileHandle.nullDevice
        let ended = DispatchSemaphore(value: 0)
        process.terminationHandler = { _ in ended.signal() }
        do {
            try Data(AlertHook.json(summary).utf8).write(to: url, options: .atomic)
            process.standardInput = try FileHandle(forReadingFrom: url)
            try process.run()
        } catch {
            return "the alert command could not be started: \(error)"
        }
        guard ended.wait(timeout: .now() + .seconds(AlertHook.patience)) == .success else {
            process.terminate()
            return "the alert command took longer than \(AlertHook.patience) s and was ended"
        }
        return process.terminationStatus == 0 ? nil : "the alert command ended with \(process.terminationStatus)"
    }

    private static func json(_ summary: RunSummary) -> String {
        var json = JSONWriter()
        json.object { json in
            json.member("pipeline", summary.pipeline)
            json.member("finished", summary.finished.description)
            json.member("text", summary.alarms.map(\.line).joined(separator: "\n"))
            json.array("alarms") { json in
                for alarm in summary.alarms { alarm.write(to: &json) }
            }
        }
        json.endLine()
        return json.text
    }
}

extension Alarm {
    /// `bao-mau: silent since 2024-05-16: no new article for 9 days; …`.
    var line: String { "\(source): \(kind.rawValue) since \(since.vietnamDate): \(detail)" }

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("source", source.rawValue)
            json.member("kind", kind.rawValue)
            json.member("since", since.description)
            json.member("detail", detail)
        }
    }
}
