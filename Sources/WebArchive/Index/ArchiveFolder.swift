import Foundation
import Model

/// The files of an archive's folder by their age.
public struct ArchiveFolder: Sendable {
    private let path: String

    public init(_ path: String) { self.path = path }

    /// Files begun before a day, in their order; never the newest, which may be written to. Names without a day, as
    /// earlier versions gave them, are left out.
    public func files(prefix: String, before day: CivilDate) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        let limit = day.description.filter { $0 != "-" }
        return names.compactMap { ArchiveFileName($0, prefix: prefix) }.sorted { $0.text < $1.text }.dropLast()
            .filter { !$0.day.isEmpty && $0.day < limit }.map(\.text)
    }

    /// Deletes a file with its index.
    public func delete(_ name: String) throws(ArchiveError) {
        for file in [name, String(name.dropLast(ArchiveFileName.ending.utf8.count)) + ".cdxj"] {
            guard FileManager.default.fileExists(atPath: path + "/" + file) else { continue }
            do {
                try FileManager.default.removeItem(atPath: path + "/" + file)
            } catch {
                throw ArchiveError(.inputOutput, file: path + "/" + file, message: "cannot be deleted: \(error)")
            }
        }
    }
}
