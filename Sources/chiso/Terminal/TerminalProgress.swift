import Foundation
import Pipeline
import Synchronization

/// One line on a terminal that tells how far a run is; nothing at all where standard error is no terminal.
final class TerminalProgress: RunProgress {
    private let isShown = StandardError.isTerminal
    private let state = Mutex(State())

    private struct State {
        var lastShown = ContinuousClock.now - .seconds(1)
    }

    func update(_ progress: RunProgressState) {
        guard isShown else { return }
        let isDue = state.withLock { state in
            let now = ContinuousClock.now
            guard now - state.lastShown >= .milliseconds(100) || progress.isFinished else { return false }
            state.lastShown = now
            return true
        }
        guard isDue else { return }
        // Carriage return and "erase to end of line": a resize or a shorter line leaves nothing behind.
        StandardError.write(
            progress.isFinished ? "\r\u{1B}[K" : "\r\u{1B}[K" + String(line(progress).prefix(width - 1)))
    }

    private func line(_ progress: RunProgressState) -> String {
        let share = progress.known == 0 ? 0 : progress.done * barWidth / progress.known
        let bar = String(repeating: "█", count: share) + String(repeating: "░", count: barWidth - share)
        return
            "\(bar) \(progress.done)/\(progress.known) pages, \(progress.articles) articles, \(progress.sources) sources at work"
    }

    private let barWidth = 24

    private var width: Int {
        var size = winsize()
        return ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 10 ? Int(size.ws_col) : 80
    }
}
