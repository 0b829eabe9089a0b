import Model
import VietnameseText

/// Dates as readers see them in other languages than English and Vietnamese: the line is put into English words and
/// ISO order, which `TimestampParser` reads.
enum SpokenDate {
    /// The first date in a line, with the time beside it.
    static func find(in line: String) -> FoundTimestamp? {
        TimestampParser.find(in: line) ?? rewritten(line).flatMap { TimestampParser.find(in: $0) }
    }

    /// Whether bytes hold a year of our time or two small numbers that could begin a date: a cheap look before a dear
    /// one.
    static func mayHoldDate(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.withUnsafeBufferPointer { bytes in
            var index = 0
            while index < bytes.count {
                guard isDigit(bytes[index]) else {
                    index += 1
                    continue
                }
                let start = index
                while index < bytes.count, isDigit(bytes[index]) { index += 1 }
                switch index - start {
                case 4, 8: if bytes[start] == 0x31 || bytes[start] == 0x32 { return true }
                case 1, 2:
                    if index + 3 < bytes.count, bytes[index] == 0x2E || bytes[index] == 0x2F || bytes[index] == 0x2D,
                        isDigit(bytes[index + 1])
                    {
                        return true
                    }
                default: break
                }
            }
            return false
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    /// The line with its month in English; nil where it names none and has no date in signs of Chinese.
    static func rewritten(_ line: String) -> String? {
        var result = ""
        var isChanged = false
        var word = ""
        func flush() {
            guard !word.isEmpty else { return }
            let lowered = word.lowercased()
            if let month = MonthNames.english(lowered) {
                result += " \(month) "
                isChanged = true
            } else if !particles.contains(lowered) {
                result += word
            }
            word = ""
        }
        for scalar in line.unicodeScalars {
            switch scalar {
            case "年", "月", "년", "월":
                flush()
                while result.last == " " { result.removeLast() }
                result += "-"
                isChanged = true
                continue
            case "日", "일":
                flush()
                result += " "
                continue
            case "-" where result.hasSuffix("-"), " " where result.hasSuffix("-"): continue
            case "º", "ª", "°": continue
            default: break
            }
            if scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark {
                word.unicodeScalars.append(scalar)
            } else {
                flush()
                result.unicodeScalars.append(scalar)
            }
        }
        flush()
        return isChanged ? result : shortYear(line)
    }

    /// `8.5.12` as `8/5/2012`: two dots and two digits at the end, in a line without a year of four digits.
    private static func shortYear(_ line: String) -> String? {
        let bytes = Array(line.utf8)
        var index = 0
        while index < bytes.count {
            let start = index
            while index < bytes.count, isDigit(bytes[index]) || bytes[index] == 0x2E { index += 1 }
            if index > start {
                let parts = bytes[start..<index].split(separator: 0x2E, omittingEmptySubsequences: true)
                if parts.count == 3, parts[0].count <= 2, parts[1].count <= 2, parts[2].count == 2 {
                    let numbers = parts.map { String(decoding: $0, as: UTF8.self) }
                    let rest = String(decoding: bytes[index...], as: UTF8.self)
                    return "\(numbers[0])/\(numbers[1])/\(numbers[2])\(rest)"
                }
            }
            index += 1
        }
        return nil
    }

    /// Words that stand between the parts of a date and its clock.
    private static let particles: Set<String> = [
        "de", "del", "di", "da", "do", "le", "den", "der", "um", "à", "às", "om", "kl", "klo", "alle", "ore", "la",
        "las", "el", "g", "r", "г", "року", "года", "of", "the",
    ]
}
