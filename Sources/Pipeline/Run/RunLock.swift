import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The lock of a home folder: one run at a time, told apart by the kernel, so that no stale file ever blocks a run.
///
/// The lock is `flock(2)` on `lock` in the home folder; it ends with the process, however the process ends. The file
/// names the holder for people.
public struct RunLock: ~Copyable, Sendable {
    private let descriptor: Int32

    /// Takes the lock, or throws who holds it.
    public init(home: String, holder: String) throws(RunLockError) {
        do {
            try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
        } catch {
            throw .unusable(path: home, reason: "the folder cannot be made: \(error.localizedDescription)")
        }
        let path = home + "/lock"
        let opened = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard opened >= 0 else { throw .unusable(path: path, reason: String(cString: strerror(errno))) }
        guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
            close(opened)
            let text = FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) } ?? ""
            throw .held(by: text.isEmpty ? "another process" : text.trimmingCharacters(in: .whitespacesAndNewlines))
        }
        descriptor = opened
        ftruncate(descriptor, 0)
        let line = Array((holder + "\n").utf8)
        _ = line.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
    }

    /// Lets go expressly: a child process that is just being started may hold a copy of the descriptor until its exec.
    deinit {
        flock(descriptor, LOCK_UN)
        close(descriptor)
    }
}

/// Why the lock of a home folder was not had.
public enum RunLockError: Error, Sendable, CustomStringConvertible {
    /// Another run holds it; the text says which.
    case held(by: String)
    case unusable(path: String, reason: String)

    public var description: String {
        switch self {
        case .held(let holder): "another run holds the lock: \(holder); wait for it to end, or stop it"
        case .unusable(let path, let reason): "\(path): \(reason); choose another folder with --home DIR"
        }
    }
}
