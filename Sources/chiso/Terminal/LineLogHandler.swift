import Foundation
import Logging
import Pipeline

/// The forms of a log.
enum LogFormat: String, CaseIterable {
    case text, json
}

/// Writes one line an event to standard error; what an address tells of passwords and keys is masked.
struct LineLogHandler: LogHandler {
    let format: LogFormat
    var metadata: Logger.Metadata = [:]
    var metadataProvider: Logger.MetadataProvider?
    var logLevel = Logger.Level.info

    init(format: LogFormat) { self.format = format }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let more = metadata.merging(event.metadata ?? [:]) { $1 }.map { ($0.key, $0.value.description) }
            .sorted { $0.0 < $1.0 }
        let line = LogLine(
            time: Date().formatted(.iso8601), level: event.level.rawValue, message: event.message.description,
            details: more)
        FileHandle.standardError.write(Data(((format == .json ? line.json : line.text) + "\n").utf8))
    }
}
