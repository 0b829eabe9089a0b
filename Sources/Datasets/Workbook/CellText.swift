import Model

/// The text of a cell on its way to libxlsxwriter: ended by NUL, without what no cell may hold. Keeps its memory from
/// cell to cell.
final class CellText {
    private var base: UnsafeMutablePointer<UInt8>
    private var capacity: Int

    /// What a cell can hold, in UTF-16 units (Excel's limit).
    private static let longest = 32_767

    init() {
        capacity = 4_096
        base = .allocate(capacity: capacity)
    }

    deinit { base.deallocate() }

    /// The text as a C string, valid until the next one is made. Control characters become U+FFFD, line breaks LF; what
    /// is longer than a cell can be is cut and ends in `…`.
    func string(_ bytes: TableRow.Bytes) -> UnsafePointer<CChar> {
        makeRoom(3 * bytes.count + 8)
        let count = CellText.isPlain(bytes) ? copy(bytes) : clean(bytes)
        base[count] = 0
        if count > CellText.longest { cut(count) }
        return UnsafeRawPointer(base).assumingMemoryBound(to: CChar.self)
    }

    private func makeRoom(_ size: Int) {
        guard size > capacity else { return }
        base.deallocate()
        capacity = 2 * size
        base = .allocate(capacity: capacity)
    }

    private static func isPlain(_ bytes: TableRow.Bytes) -> Bool { ByteScan.firstControl(bytes) == bytes.count }

    private func copy(_ bytes: TableRow.Bytes) -> Int {
        if let start = bytes.baseAddress { base.update(from: start, count: bytes.count) }
        return bytes.count
    }

    private func clean(_ bytes: TableRow.Bytes) -> Int {
        var count = 0
        for (index, byte) in bytes.enumerated() {
            switch byte {
            case 0x0D where index + 1 < bytes.count && bytes[index + 1] == 0x0A: continue
            case 0x0D: base[count] = 0x0A
            case 0x09, 0x0A, 0x20...0x7E, 0x80...: base[count] = byte
            default:
                base[count] = 0xEF
                base[count + 1] = 0xBF
                base[count + 2] = 0xBD
                count += 2
            }
            count += 1
        }
        return count
    }

    private func cut(_ count: Int) {
        let text = String(decoding: UnsafeBufferPointer(start: base, count: count), as: UTF8.self)
        guard text.utf16.count > CellText.longest else { return }
        var units = 0
        var end = 0
        for scalar in text.unicodeScalars {
            units += UTF16.width(scalar)
            if units > CellText.longest - 1 { break }
            end += UTF8.width(scalar)
        }
        for byte in "…\0".utf8 {
            base[end] = byte
            end += 1
        }
    }
}
