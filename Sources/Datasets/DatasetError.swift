#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Why a dataset could not be written. The former file, where there was one, is as it was.
public struct DatasetError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What went wrong.
    public enum Code: String, Sendable, CaseIterable {
        case diskFull = "disk_full"
        case readOnly = "read_only"
        /// Something that is no folder stands where the folder should be, or the other way round.
        case inTheWay = "in_the_way"
        /// Another program writes the same file.
        case busy
        case inputOutput = "input_output"
    }

    public let code: Code
    /// The file or folder.
    public let file: String
    /// What was being done, and what the system said.
    public let context: String

    public init(_ code: Code, file: String, context: String) {
        self.code = code
        self.file = file
        self.context = context
    }

    /// What to do about it.
    public var remedy: String {
        switch code {
        case .diskFull: "Make room on the disk and export again; the former file is untouched."
        case .readOnly: "Give the user that runs chiso the right to write in that folder, or name another folder."
        case .inTheWay: "Move what stands there away, or name another folder."
        case .busy: "Wait until the other chiso is done, and export again."
        case .inputOutput: "Check the disk and its file system, and export again; the former file is untouched."
        }
    }

    public var description: String { "\(context) \(file). \(remedy)" }
}

extension DatasetError {
    /// The system's error number, told by what was being done.
    init(errno number: Int32, doing: String, file: String) {
        let code: Code =
            switch number {
            case ENOSPC, EDQUOT, EFBIG: .diskFull
            case EACCES, EPERM, EROFS: .readOnly
            case ENOTDIR, EISDIR, EEXIST, ELOOP: .inTheWay
            case EWOULDBLOCK: .busy
            default: .inputOutput
            }
        let reason = String(cString: strerror(number))
        self.init(code, file: file, context: "\(doing) failed (\(reason)):")
    }
}
