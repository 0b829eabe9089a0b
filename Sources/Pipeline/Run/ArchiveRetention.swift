import Ledger
import Model
import WebArchive

/// Lets go of archive files that are older than the configuration wants to keep them. What was read of them stays.
struct ArchiveRetention {
    let folder: String
    let keeping: Duration?

    /// First the ledger forgets the responses, then the file goes: a kill in between leaves a file that the next run
    /// deletes.
    func apply(_ ledger: Ledger, now: Timestamp) throws {
        guard let keeping else { return }
        let archive = ArchiveFolder(folder)
        let days = Int(keeping.components.seconds / 86_400)
        let limit = now.at(offsetMinutes: 0).date.adding(days: -days)
        for name in archive.files(prefix: "chiso", before: limit) {
            try ledger.forget(archiveFile: name)
            try archive.delete(name)
        }
    }
}
