import Model
import WebArchive

/// The one writer of the archive: every response goes through here before anything reads it.
actor ArchiveKeeper {
    private var writer: WARCWriter

    init(writer: consuming WARCWriter) { self.writer = writer }

    /// Writes a response with its request; when this returns, the record is on disk.
    func keep(_ capture: Capture, requestHeaders: [HeaderField]) throws(ArchiveError) -> ArchiveLocation {
        try writer.append(capture, requestHeaders: requestHeaders)
    }
}
