import Model

/// Level and code as one number, so that tables of units are arrays of integers.
struct UnitKey: Hashable, Comparable {
    let raw: UInt32

    /// The key of a code as written: two digits are a province, three a district, five a commune.
    init?(code: ArraySlice<UInt8>) {
        var number: UInt32 = 0
        for byte in code {
            guard byte >= 0x30, byte <= 0x39, number < 100_000 else { return nil }
            number = number * 10 + UInt32(byte - 0x30)
        }
        switch code.count {
        case 2: raw = number
        case 3: raw = 1 << 24 | number
        case 5: raw = 2 << 24 | number
        default: return nil
        }
    }

    /// The key of `P26`, `D247`, `C08869`; nil for anything else.
    init?(_ id: PlaceID) {
        let bytes = Array(id.rawValue.utf8)
        guard let key = UnitKey(code: bytes.dropFirst()), bytes.first == key.letter else { return nil }
        self = key
    }

    var level: AdministrativeLevel {
        switch raw >> 24 {
        case 0: .province
        case 1: .district
        default: .commune
        }
    }

    var id: PlaceID {
        let digits = String(raw & 0xFF_FFFF)
        let width = level == .province ? 2 : level == .district ? 3 : 5
        let letter = Character(Unicode.Scalar(letter))
        return PlaceID("\(letter)\(String(repeating: "0", count: max(0, width - digits.count)))\(digits)")
    }

    private var letter: UInt8 {
        switch level {
        case .province: UInt8(ascii: "P")
        case .district: UInt8(ascii: "D")
        case .commune: UInt8(ascii: "C")
        }
    }

    static func < (left: UnitKey, right: UnitKey) -> Bool { left.raw < right.raw }
}
