import Foundation
import Pipeline
import Synchronization

/// One line on a terminal that is written over and over; nothing at all where standard error is no terminal.
final class ProgressLine: Sendable {
    private let isShown: Bool
    private let lastShown = Mutex(ContinuousClock.now - .seconds(1))

    /// A quiet command shows nothing.
    init(quiet: Bool = false) { isShown = !quiet && StandardError.isTerminal }

    /// Shows a line, ten times a second at most.
    func show(_ line: () -> String) {
        guard isShown else { return }
        let isDue = lastShown.withLock { lastShown in
            let now = ContinuousClock.now
            guard now - lastShown >= .milliseconds(100) else { return false }
            lastShown = now
            return true
        }
        // Carriage return and "erase to end of line": a resize or a shorter line leaves nothing behind.
        if isDue { StandardError.write("\r\u{1B}[K" + String(line().prefix(ProgressLine.width - 1))) }
    }

    /// Takes the line away.
    func clear() {
        if isShown { StandardError.write("\r\u{1B}[K") }
    }

    /// `████████░░░░░░░░`
    static func bar(_ done: Int, of total: Int) -> String {
        let length = 24
        let share = total == 0 ? 0 : min(done, total) * length / total
        return String(repeating: "█", count: share) + String(repeating: "░", count: length - share)
    }

    /// Asked for each time: a window may have been resized.
    private static var width: Int {
        var size = winsize()
        return ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 10 ? Int(size.ws_col) : 80
    }
}

/// Shows how far a command is that works through files, lines or rows.
struct WorkMeter: WorkProgress {
    private let line: ProgressLine
    private let began = ContinuousClock.now

    init(quiet: Bool) { line = ProgressLine(quiet: quiet) }

    func update(_ done: Int, of total: Int?, _ what: String) {
        line.show {
            guard let total, total > 0 else { return "\(done) \(what)" }
            let left = done == 0 ? nil : (ContinuousClock.now - began) * (total - done) / done
            let time = left.map { ", \($0.components.seconds) s left" } ?? ""
            return "\(ProgressLine.bar(done, of: total)) \(done)/\(total) \(what)\(time)"
        }
    }

    func finish() { line.clear() }
}
