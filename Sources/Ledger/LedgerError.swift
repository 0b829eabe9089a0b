import GRDB

/// Why the ledger could not do what was asked: a code for programs, the place and SQLite's words, and a remedy.
public struct LedgerError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What went wrong.
    public enum Code: String, Sendable, CaseIterable {
        case cannotOpen = "cannot_open"
        /// The file exists, but is not a ledger of ChiSo.
        case notALedger = "not_a_ledger"
        /// A newer ChiSo has written it.
        case newerSchema = "newer_schema"
        case readOnly = "read_only"
        case diskFull = "disk_full"
        /// Another program keeps it locked.
        case locked
        case corrupt
        case inputOutput = "input_output"
        /// It refused a value that breaks its rules: a mistake in ChiSo.
        case refused
    }

    public let code: Code
    /// What was being done to which file, and what SQLite said.
    public let context: String

    public init(_ code: Code, _ context: String) {
        self.code = code
        self.context = context
    }

    /// What to do about it.
    public var remedy: String {
        switch code {
        case .cannotOpen: "Check that the folder exists and that you may write in it, or name another with --home."
        case .notALedger: "Name another folder with --home, or move that file away."
        case .newerSchema: "Use the newer chiso that wrote it, or name another folder with --home."
        case .readOnly: "Give the user that runs chiso the right to write the ledger and its folder."
        case .diskFull: "Make room on the disk and run again; nothing that was recorded is lost."
        case .locked: "Wait for the other program that uses the ledger, or end it, and run again."
        case .corrupt: "Restore the ledger from a copy, or move it away and make it again from the archive."
        case .inputOutput: "Check the disk and its file system, then run again."
        case .refused: "Please report this mistake of chiso with the words above."
        }
    }

    public var description: String { "Ledger: \(context). \(remedy)" }
}

extension LedgerError {
    /// SQLite's error, told by what was being done.
    init(_ error: DatabaseError, doing: String, path: String) {
        self.init(Code(error.resultCode), "\(doing) failed for \(path): \(error.message ?? "\(error.resultCode)")")
    }
}

extension LedgerError.Code {
    fileprivate init(_ code: ResultCode) {
        switch code {
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked
        case .SQLITE_FULL: self = .diskFull
        case .SQLITE_READONLY, .SQLITE_PERM: self = .readOnly
        case .SQLITE_NOTADB: self = .notALedger
        case .SQLITE_CORRUPT: self = .corrupt
        case .SQLITE_CANTOPEN: self = .cannotOpen
        case .SQLITE_IOERR: self = .inputOutput
        default: self = .refused
        }
    }
}
