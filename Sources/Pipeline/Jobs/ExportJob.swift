import Foundation
import Ledger

/// Writes the datasets from the ledger: `chiso export`. Opens no socket.
public struct ExportJob: Sendable {
    private let surroundings: Surroundings
    private let output: String
    private let options: ExportOptions
    private let progress: any WorkProgress

    public init(
        surroundings: Surroundings, output: String, options: ExportOptions, progress: any WorkProgress = NoProgress()
    ) {
        self.progress = progress
        self.surroundings = surroundings
        self.output = output
        self.options = options
    }

    public func run() throws -> ExportSummary {
        let ledger = try surroundings.existingLedger()
        let catalogue = try surroundings.configuration().loadKnowledge().catalogue
        return try Exporter(ledger: ledger, folder: output, options: options, catalogue: catalogue, progress: progress)
            .writeAll()
    }
}

extension Surroundings {
    /// The ledger of the home folder, which must be there.
    func existingLedger() throws -> Ledger {
        guard FileManager.default.fileExists(atPath: ledgerFile) else {
            throw CommandFailure(
                message: "there is no ledger in \(home); run `chiso run` first, or name the folder with --home DIR")
        }
        return try Ledger(path: ledgerFile)
    }
}
