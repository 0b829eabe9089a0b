import Foundation

/// The CDXJ index of one archive file, beside it under the same name.
///
/// While the file grows its lines go to `NAME.cdxj.part` in the order of the records; when writing ends they are sorted
/// into `NAME.cdxj`, as pywb wants them. After a crash the lines of records that were cut off go too, and what is missing
/// is made from the records themselves.
struct ArchiveIndex: ~Copyable {
    private let archive: String
    private let folder: String
    private var file: ArchiveFile

    /// For an archive file that begins.
    init(creatingFor archive: String, in folder: String) throws(ArchiveError) {
        let opened = try ArchiveFile(overwriting: ArchiveIndex.part(of: archive), in: folder)
        self.archive = archive
        self.folder = folder
        file = opened
    }

    /// For an archive file that holds records up to `end`.
    init(resumingFor archive: String, in folder: String, at end: Int64) throws(ArchiveError) {
        let lines = try ArchiveIndex.lines(of: archive, in: folder, upTo: end)
        var opened = try ArchiveFile(overwriting: ArchiveIndex.part(of: archive), in: folder)
        try opened.append(Array(lines.joined().utf8))
        self.archive = archive
        self.folder = folder
        file = opened
    }

    /// Where the next line goes.
    var end: Int64 { file.end }

    mutating func append(_ lines: [String]) throws(ArchiveError) { try file.append(Array(lines.joined().utf8)) }

    mutating func cut(to place: Int64) { file.cut(to: place) }

    /// Sorts the lines into the file that other programs read.
    consuming func finish() throws(ArchiveError) {
        let part = folder + "/" + ArchiveIndex.part(of: archive)
        let lines = (ArchiveIndex.text(of: part).map(ArchiveIndex.split) ?? []).sorted()
        let name = ArchiveIndex.name(of: archive)
        var sorted = try ArchiveFile(overwriting: name + ".new", in: folder)
        // In portions: a large archive's index would be in memory once more.
        for start in stride(from: 0, to: lines.count, by: 10_000) {
            try sorted.append(Array(lines[start...].prefix(10_000).map { $0 + "\n" }.joined().utf8))
        }
        try sorted.sync()
        guard rename(folder + "/" + name + ".new", folder + "/" + name) == 0 else {
            throw ArchiveError(.inputOutput, file: folder + "/" + name, message: "cannot be renamed")
        }
        // Where this fails, the next start does it.
        try? FileManager.default.removeItem(atPath: part)
    }

    /// Makes the index of a file that is not written to any more, up to the first damage in it.
    static func make(for archive: String, in folder: String) throws(ArchiveError) {
        try ArchiveIndex(resumingFor: archive, in: folder, at: .max).finish()
    }

    static func exists(for archive: String, in folder: String) -> Bool {
        FileManager.default.fileExists(atPath: folder + "/" + name(of: archive))
    }

    /// Removes what there is of the index of a file that is set aside.
    static func remove(for archive: String, in folder: String) {
        for name in [name(of: archive), part(of: archive)] {
            try? FileManager.default.removeItem(atPath: folder + "/" + name)
        }
    }

    private static func name(of archive: String) -> String {
        (archive.hasSuffix(".warc.gz") ? String(archive.dropLast(8)) : archive) + ".cdxj"
    }

    private static func part(of archive: String) -> String { name(of: archive) + ".part" }

    private static func split(_ text: String) -> [Substring] {
        text.utf8.split(separator: 0x0A).map { Substring($0) }
    }

    private static func text(of path: String) -> String? {
        FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The lines of all records up to a place, in the order of the records: those that there are, and the rest from the
    /// archive.
    private static func lines(of archive: String, in folder: String, upTo end: Int64) throws(ArchiveError) -> [String] {
        let known = knownLines(of: archive, in: folder).filter { $0.place.upperBound <= end }
            .sorted { $0.place.lowerBound < $1.place.lowerBound }
        var lines = known.map { String($0.line) + "\n" }
        let covered = known.last?.place.upperBound ?? 0
        do {
            try WARCReader(file: folder + "/" + archive).forEachRecord(from: covered) { record in
                guard record.offset < end, let entry = IndexEntry(record) else { return }
                lines.append(entry.line(file: archive, offset: record.offset, length: record.length))
            }
        } catch let error as ArchiveError where error.code == .damaged {
            return lines
        } catch let error as ArchiveError {
            throw error
        } catch {
            throw ArchiveError(.inputOutput, file: archive, message: "\(error)")
        }
        return lines
    }

    /// The lines as they were written; behind a torn one nothing is believed.
    private static func knownLines(of archive: String, in folder: String) -> [(line: Substring, place: Range<Int64>)] {
        let names = [part(of: archive), name(of: archive)]
        guard let text = names.lazy.compactMap({ text(of: folder + "/" + $0) }).first else { return [] }
        var known: [(Substring, Range<Int64>)] = []
        for line in split(text) {
            guard let place = IndexEntry.place(in: line) else { break }
            known.append((line, place))
        }
        return known
    }
}
