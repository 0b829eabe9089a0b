import Pipeline

/// Tells how far a run is.
struct TerminalProgress: RunProgress {
    private let line = ProgressLine()

    func update(_ progress: RunProgressState) {
        if progress.isFinished { return line.clear() }
        line.show {
            let bar = ProgressLine.bar(progress.done, of: progress.known)
            return
                "\(bar) \(progress.done)/\(progress.known) pages, \(progress.articles) articles, \(progress.sources) sources at work"
        }
    }
}
