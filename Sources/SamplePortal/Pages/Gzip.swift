/// A gzip member whose data is stored, not squeezed (RFC 1951, section 3.2.4; RFC 1952).
func gzip(_ bytes: [UInt8]) -> [UInt8] {
    var member: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]
    var rest = bytes[...]
    repeat {
        let block = rest.prefix(65_535)
        rest = rest.dropFirst(block.count)
        let length = UInt16(block.count)
        member.append(rest.isEmpty ? 1 : 0)
        for word in [length, ~length] { member += [UInt8(word & 0xFF), UInt8(word >> 8)] }
        member += block
    } while !rest.isEmpty
    for word in [crc32(bytes), UInt32(truncatingIfNeeded: bytes.count)] {
        for shift in [0, 8, 16, 24] as [UInt32] { member.append(UInt8(truncatingIfNeeded: word >> shift)) }
    }
    return member
}

private func crc32(_ bytes: [UInt8]) -> UInt32 {
    var remainder = UInt32.max
    for byte in bytes {
        remainder ^= UInt32(byte)
        for _ in 0..<8 { remainder = (remainder >> 1) ^ (remainder & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
    return ~remainder
}
