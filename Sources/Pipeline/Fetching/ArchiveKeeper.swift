import Model
import Synchronization
import WebArchive

/// The one writer of the archive: every response goes through here before anything reads it.
///
/// Records are made and compressed by the task that brings them, on any thread; one thread writes, and waits for the
/// disk once for all that came meanwhile.
final class ArchiveKeeper: Sendable {
    private let packer: RecordPacker
    private let shelf: Shelf
    private let write: GroupCommit<PackedExchange, ArchiveLocation>

    init(writer: consuming WARCWriter, packer: RecordPacker) {
        let shelf = Shelf(writer)
        self.packer = packer
        self.shelf = shelf
        write = GroupCommit("archive") { try shelf.append($0) }
    }

    /// Writes an exchange; when this returns, its records are on the disk.
    func keep(_ exchange: Exchange) async throws -> ArchiveLocation { try await write(packer.pack(exchange)) }

    /// Ends writing and finishes the index. What comes later is refused.
    func finish() throws(ArchiveError) { try shelf.finish() }

    /// The writer, until writing ends.
    private final class Shelf: Sendable {
        private let writer: Mutex<WARCWriter?>

        init(_ writer: consuming WARCWriter) { self.writer = Mutex(writer) }

        func append(_ exchanges: [PackedExchange]) throws -> [ArchiveLocation] {
            try writer.withLock { writer in
                guard let locations = try writer?.append(exchanges) else { throw CancellationError() }
                return locations
            }
        }

        func finish() throws(ArchiveError) {
            guard let writer = writer.withLock({ $0.take() }) else { return }
            try writer.finish()
        }
    }
}
