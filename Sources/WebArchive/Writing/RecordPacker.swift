import Compression
import Model
import Synchronization

/// Makes records and compresses them, each as a gzip member of its own: all the work there is in archiving. Any number
/// of threads may do it at once.
public final class RecordPacker: Sendable {
    private let records: RecordMaker
    private let gzip: GzipPacker
    private let number = Atomic<Int>(0)

    /// `software` is what the files name as their maker; `level` is libdeflate's, 1 (fast) to 12 (small).
    public init(software: String, level: Int32 = 6) {
        records = RecordMaker(software: software)
        gzip = GzipPacker(level: level)
    }

    /// The records of an exchange; fails only where there is no memory.
    public func pack(_ exchange: Exchange) throws(ArchiveError) -> PackedExchange {
        let number = number.wrappingAdd(1, ordering: .relaxed).newValue
        let names = RecordMaker.Names(exchange.capture, number: number)
        let request = try member(of: records.request(exchange, names))
        let response = try member(of: records.response(exchange, names))
        return PackedExchange(
            members: request + response, requestLength: request.count,
            entry: IndexEntry(exchange, digest: names.payload), date: exchange.capture.fetched)
    }

    /// The first record of a file.
    func information(file: String, date: Timestamp) throws(ArchiveError) -> [UInt8] {
        try member(of: records.information(file: file, date: date))
    }

    private func member(of record: [UInt8]) throws(ArchiveError) -> [UInt8] {
        do {
            return try gzip.member(of: record)
        } catch {
            throw ArchiveError(.inputOutput, file: "", message: "a record cannot be compressed: \(error)")
        }
    }
}
