import ArgumentParser
import Foundation
import Pipeline

/// Runs the body of a command; an error becomes one message on standard error and the exit code of the design.
func reportingErrors(_ body: () async throws -> Void) async throws {
    do {
        try await body()
    } catch let error as ExitCode {
        throw error
    } catch let error as ValidationError {
        throw error
    } catch {
        let failure = CommandFailure(error)
        FileHandle.standardError.write(Data("chiso: \(failure.message)\n".utf8))
        throw ExitCode(failure.exitCode)
    }
}
