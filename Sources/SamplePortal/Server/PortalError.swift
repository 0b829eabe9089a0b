/// Why the sample portal cannot do what it was asked.
public enum PortalError: Error, Hashable, CustomStringConvertible {
    /// The port cannot be had; mostly because another program has it.
    case cannotListen(port: UInt16, reason: String)
    case noArticle(at: String)
    case noText(String, at: String)

    public var description: String {
        switch self {
        case .cannotListen(let port, let reason):
            "cannot listen on port \(port) (\(reason)); end the program that has it, or choose another port with --port"
        case .noArticle(let address): "the portal has no article at \(address)"
        case .noText(let text, let address): "the article at \(address) does not hold the text '\(text)'"
        }
    }
}
