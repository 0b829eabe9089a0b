/// Shows how far a long command is, on a terminal for example.
public protocol WorkProgress: Sendable {
    /// So many of `what` are done; the total is nil where nobody knows it.
    func update(_ done: Int, of total: Int?, _ what: String)
    /// Nothing more comes.
    func finish()
}

/// Shows nothing.
public struct NoProgress: WorkProgress {
    public init() {}
    public func update(_ done: Int, of total: Int?, _ what: String) {}
    public func finish() {}
}
