import Foundation
import SamplePortal

/// A folder of its own with the project's configuration and the demo pipeline, pointed at a portal on any port.
final class Workplace {
    let folder: URL
    let chiso: ChiSoProcess

    static let project = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    init(portal address: String, delay: String = "5ms") throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("chiso-\(UUID().uuidString)")
        chiso = ChiSoProcess(folder: folder)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            at: folder.appendingPathComponent("Config"),
            withDestinationURL: Self.project.appendingPathComponent("Config"))
        let pipelines = folder.appendingPathComponent("Pipelines")
        try FileManager.default.copyItem(at: Self.project.appendingPathComponent("Pipelines"), to: pipelines)
        for path in try FileManager.default.subpathsOfDirectory(atPath: pipelines.path) where path.hasSuffix(".yml") {
            try edit("Pipelines/\(path)") {
                $0.replacing("http://127.0.0.1:8642", with: address).replacing("delay: 20ms", with: "delay: \(delay)")
            }
        }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Changes a text file of the workplace.
    func edit(_ path: String, _ change: (String) -> String) throws {
        let file = folder.appendingPathComponent(path)
        try change(String(contentsOf: file, encoding: .utf8)).write(to: file, atomically: true, encoding: .utf8)
    }

    /// The datasets of `out`, by file name, but for what tells of runs: `runs`, and the descriptions that hold its
    /// digest.
    func datasets(_ name: String = "out") throws -> [String: Data] {
        let out = folder.appendingPathComponent(name)
        let names = try FileManager.default.contentsOfDirectory(atPath: out.path).filter {
            !$0.hasPrefix("runs.") && !["run.json", "manifest.json", "datapackage.json"].contains($0)
        }
        return try Dictionary(
            uniqueKeysWithValues: names.map { ($0, try Data(contentsOf: out.appendingPathComponent($0))) })
    }

    /// The rows of a JSON dataset.
    func rows(_ name: String) throws -> [[String: Any]] {
        let data = try Data(contentsOf: folder.appendingPathComponent("out/\(name)"))
        return try JSONSerialization.jsonObject(with: data) as? [[String: Any]] ?? []
    }
}
