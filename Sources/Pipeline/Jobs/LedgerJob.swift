import Digest
import Foundation
import Ledger
import Model
import WebArchive

/// Looks after the ledger: `chiso ledger check|vacuum|backup`.
public struct LedgerJob: Sendable {
    private let surroundings: Surroundings

    public init(surroundings: Surroundings) { self.surroundings = surroundings }

    /// What a check found.
    public struct CheckReport: Sendable {
        public let findings: LedgerFindings

        public var text: String {
            let counts =
                "\(findings.articles) articles, \(findings.observations) numbers, \(findings.captures) responses of the archive"
            if findings.problems.isEmpty { return "good: \(counts)" }
            return (findings.problems + ["\(findings.problems.count) problems; \(counts)"]).joined(separator: "\n")
        }
    }

    /// The ledger itself, and whether the archive holds each response where the ledger says, with its digest.
    public func check() throws -> CheckReport {
        let ledger = try surroundings.existingLedger()
        var findings = try ledger.check()
        var missing: Set<String> = []
        try ledger.forEachCapture { location, digest in
            guard !missing.contains(location.file) else { return }
            guard FileManager.default.fileExists(atPath: surroundings.archiveFolder + "/" + location.file) else {
                missing.insert(location.file)
                findings.problems.append("the archive file \(location.file) is not there")
                return
            }
            do throws(ArchiveError) {
                // A revisit holds no content, but refers to the response that does.
                let record = try WARCReader.record(at: location, folder: surroundings.archiveFolder)
                guard record.type != "revisit" else { return }
                let capture = try WARCReader.capture(at: location, folder: surroundings.archiveFolder)
                if "sha256:" + Digest.hexadecimal(Digest.sha256(capture.body)) != digest {
                    findings.problems.append("\(location.file) at \(location.offset): another content than was read")
                }
            } catch {
                findings.problems.append("\(location.file) at \(location.offset): \(error)")
            }
        }
        return CheckReport(findings: findings)
    }

    /// Gives back the room of what was deleted; bytes before and after. No run may be at work.
    public func vacuum() throws -> (before: Int, after: Int) {
        let ledger = try surroundings.existingLedger()
        let lock = try RunLock(
            home: surroundings.home, holder: "process \(ProcessInfo.processInfo.processIdentifier), chiso ledger vacuum"
        )
        defer { withExtendedLifetime(lock) {} }
        let before = LedgerJob.size(surroundings.ledgerFile)
        try ledger.vacuum()
        return (before, LedgerJob.size(surroundings.ledgerFile))
    }

    /// Copies the ledger to a file that is not there yet, also while a run is at work.
    public func backup(to path: String) throws {
        guard !FileManager.default.fileExists(atPath: path) else {
            throw CommandFailure(message: "\(path) is there already; name a new file, or move that one away")
        }
        let ledger = try surroundings.existingLedger()
        let part = path + ".part"
        try? FileManager.default.removeItem(atPath: part)
        try ledger.backup(to: part)
        try FileManager.default.moveItem(atPath: part, toPath: path)
    }

    private static func size(_ path: String) -> Int {
        (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
    }
}
