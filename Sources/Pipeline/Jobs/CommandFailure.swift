import Configuration

/// Why a command ended without doing its work: the message to print and the exit code of the design.
public struct CommandFailure: Error, Sendable, CustomStringConvertible {
    public let message: String
    /// 1 failed, 75 another run holds the lock, 78 configuration (sysexits.h).
    public let exitCode: Int32

    public init(message: String, exitCode: Int32 = 1) {
        self.message = message
        self.exitCode = exitCode
    }

    /// What any error of the stages means for a command.
    public init(_ error: any Error) {
        switch error {
        case let error as CommandFailure:
            self = error
        case let error as ConfigurationError:
            let count = error.diagnostics.count
            self.init(
                message: "\(count) \(count == 1 ? "mistake" : "mistakes") in the configuration\n\(error)", exitCode: 78)
        case let error as ConfigurationFolderNotFound:
            self.init(message: error.description, exitCode: 78)
        case let error as RunLockError:
            if case .held = error {
                self.init(message: error.description, exitCode: 75)
            } else {
                self.init(message: error.description)
            }
        default:
            self.init(message: String(describing: error))
        }
    }

    public var description: String { message }
}
