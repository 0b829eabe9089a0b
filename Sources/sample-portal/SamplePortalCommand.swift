import ArgumentParser
import Dispatch
import Foundation
import SamplePortal

/// Serves the sample portal until it is told to stop.
@main
struct SamplePortalCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sample-portal",
        abstract: "A little Vietnamese news portal on loopback, for the demo and for tests.",
        discussion: "Prints its address and serves until SIGTERM or SIGINT. People, events and numbers are invented.")

    @Option(help: "The port on 127.0.0.1; 0 takes any free one.")
    var port: UInt16 = SamplePortal.demoPort

    @Option(help: "A file to write the address into as soon as the portal answers.")
    var readyFile: String?

    @Option(help: "Serve N made-up articles more, listed in /sitemaps/sinh.xml.")
    var generatedPages = 0

    @Flag(help: "Leave out the slow page and the one that fails at first.")
    var smooth = false

    func validate() throws {
        guard (0...1_000_000).contains(generatedPages) else {
            throw ValidationError("--generated-pages takes a number from 0 to 1000000")
        }
    }

    func run() async throws {
        var behaviour = smooth ? Behaviour.smooth : Behaviour.standard
        behaviour.generatedPages = generatedPages
        let (stopRequests, continuation) = AsyncStream.makeStream(of: Void.self)
        let sources = Self.signalSources(continuation)
        defer { sources.forEach { $0.cancel() } }
        let portal = try await SamplePortal(port: port, behaviour: behaviour)
        // Straight to the file descriptor: a script that reads the address through a pipe must not wait for a buffer.
        try FileHandle.standardOutput.write(contentsOf: Data((portal.address + "\n").utf8))
        if let readyFile {
            try Data((portal.address + "\n").utf8).write(to: URL(fileURLWithPath: readyFile), options: .atomic)
        }
        for await _ in stopRequests { break }
        await portal.stop()
    }

    /// Reports SIGTERM and SIGINT instead of dying from them, as long as the sources exist.
    private static func signalSources(_ continuation: AsyncStream<Void>.Continuation) -> [any DispatchSourceSignal] {
        [SIGTERM, SIGINT].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { continuation.yield() }
            source.resume()
            return source
        }
    }
}
