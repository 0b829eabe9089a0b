import Model

/// Numbers, days and times as a spreadsheet holds them: as a binary fraction of 53 bits, days since 30 December 1899.
enum SpreadsheetValue {
    typealias Bytes = TableRow.Bytes

    /// Nil for what has more than fifteen digits, which a spreadsheet would round, and for what is no number.
    static func number(_ bytes: Bytes) -> Double? {
        guard bytes.isPlainNumber else { return nil }
        var digits: Int64 = 0
        var fraction = -1
        var significant = 0
        for byte in bytes {
            if fraction >= 0 { fraction += 1 }
            switch byte {
            case UInt8(ascii: "-"): continue
            case UInt8(ascii: "."): fraction = 0
            default:
                digits = digits * 10 + Int64(byte - 0x30)
                if digits > 0 { significant += 1 }
                if significant > 15 { return nil }
            }
        }
        // Both are exact in a double, so their quotient is rounded once, as a reader of the text would round it.
        guard fraction < powers.count else { return nil }
        let size = Double(digits) / powers[max(0, fraction)]
        return bytes.first == UInt8(ascii: "-") ? -size : size
    }

    /// A day `2024-05-16`; nil before March 1900, where spreadsheets disagree.
    static func day(_ bytes: Bytes) -> Double? {
        guard bytes.count == 10 else { return nil }
        return serial(bytes)
    }

    /// A time `2024-05-16T15:31:00+07:00`, or with `Z`, on Vietnam's clocks.
    static func time(_ bytes: Bytes) -> Double? {
        guard bytes.count == 25 || bytes.count == 20, let day = serial(bytes), let hour = digits(bytes, 11),
            let minute = digits(bytes, 14), let second = digits(bytes, 17)
        else { return nil }
        var offset = 0
        if bytes.count == 25 {
            guard let hours = digits(bytes, 20), let minutes = digits(bytes, 23) else { return nil }
            offset = (hours * 60 + minutes) * (bytes[19] == UInt8(ascii: "-") ? -1 : 1)
        }
        let ofDay = (hour * 60 + minute + Timestamp.vietnamOffset - offset) * 60 + second
        return day + Double(ofDay) / 86_400
    }

    private static let powers: [Double] = (0...15).map { (0..<$0).reduce(1.0) { power, _ in power * 10 } }

    private static func serial(_ bytes: Bytes) -> Double? {
        guard let century = digits(bytes, 0), let year = digits(bytes, 2), let month = digits(bytes, 5),
            let day = digits(bytes, 8), let date = CivilDate(year: century * 100 + year, month: month, day: day)
        else { return nil }
        let serial = date.dayNumber + 25_569
        return serial > 60 ? Double(serial) : nil
    }

    /// Two digits.
    private static func digits(_ bytes: Bytes, _ index: Int) -> Int? {
        let (tens, ones) = (bytes[index], bytes[index + 1])
        guard (0x30...0x39).contains(tens), (0x30...0x39).contains(ones) else { return nil }
        return Int(tens - 0x30) * 10 + Int(ones - 0x30)
    }
}
