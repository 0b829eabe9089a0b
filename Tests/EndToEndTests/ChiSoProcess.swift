import Foundation

/// Runs the built `chiso` as its users do: a process with arguments, in a folder.
struct ChiSoProcess {
    let folder: URL

    struct Result {
        let code: Int32
        let output: String
        let errors: String
    }

    /// The program that the build put beside the tests.
    static var program: URL {
        Bundle.allBundles.map(\.bundleURL).first { $0.pathExtension == "xctest" }?.deletingLastPathComponent()
            .appendingPathComponent("chiso")
            ?? URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appendingPathComponent(
                "chiso")
    }

    /// Starts the program; the caller waits or kills.
    func start(_ arguments: [String]) throws -> Process {
        let process = Process()
        process.executableURL = Self.program
        process.arguments = arguments
        process.currentDirectoryURL = folder
        try process.run()
        return process
    }

    /// Runs the program to its end.
    func run(_ arguments: String...) async throws -> Result { try await run(arguments) }

    /// Runs the program to its end.
    func run(_ arguments: [String]) async throws -> Result {
        let process = Process()
        process.executableURL = Self.program
        process.arguments = arguments
        process.currentDirectoryURL = folder
        let name = UUID().uuidString
        let outputFile = folder.appendingPathComponent("stdout-\(name)")
        let errorFile = folder.appendingPathComponent("stderr-\(name)")
        for file in [outputFile, errorFile] { _ = FileManager.default.createFile(atPath: file.path, contents: nil) }
        process.standardOutput = try FileHandle(forWritingTo: outputFile)
        process.standardError = try FileHandle(forWritingTo: errorFile)
        process.standardInput = FileHandle.nullDevice
        let code = try await process.ended()
        defer { for file in [outputFile, errorFile] { try? FileManager.default.removeItem(at: file) } }
        return Result(
            code: code, output: try String(contentsOf: outputFile, encoding: .utf8),
            errors: try String(contentsOf: errorFile, encoding: .utf8))
    }
}

extension Process {
    /// Starts the process and waits for its end without blocking a thread of the pool.
    func ended() async throws -> Int32 {
        try await withCheckedThrowingContinuation { continuation in
            terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
            do { try run() } catch { continuation.resume(throwing: error) }
        }
    }
}
