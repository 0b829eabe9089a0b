/// Punycode (RFC 3492) with the parameters of section 5: how a domain label beyond ASCII is written in ASCII.
enum Punycode {
    /// The label without the `xn--` prefix; nil when a number would overflow.
    static func encode(_ label: [Unicode.Scalar]) -> [UInt8]? {
        // The insertions are found by going through the label once for each, so that its length counts squared.
        guard label.count <= longest else { return nil }
        let input = label.map(\.value)
        var output = label.filter(\.isASCII).map { UInt8(truncatingIfNeeded: $0.value) }
        let basic = output.count
        var handled = basic
        if basic > 0 { output.append(UInt8(ascii: "-")) }
        var (next, delta, bias) = (UInt32(128), UInt32(0), UInt32(72))
        while handled < input.count {
            guard let smallest = input.filter({ $0 >= next }).min() else { return nil }
            let (step, overflow) = (smallest - next).multipliedReportingOverflow(by: UInt32(handled + 1))
            guard !overflow, delta <= UInt32.max / 2 - min(step, UInt32.max / 2) else { return nil }
            delta += step
            next = smallest
            for point in input {
                if point < next { delta += 1 }
                if point == next {
                    append(delta, bias: bias, to: &output)
                    bias = adapted(delta, points: UInt32(handled + 1), isFirst: handled == basic)
                    delta = 0
                    handled += 1
                }
            }
            delta += 1
            next += 1
        }
        return output
    }

    /// The label that stands behind `xn--`; nil when it is none (section 6.2).
    static func decode(_ text: ArraySlice<UInt8>) -> [Unicode.Scalar]? {
        guard text.count <= longest else { return nil }
        let delimiter = text.lastIndex(of: UInt8(ascii: "-"))
        var output = (delimiter.map { text[..<$0] } ?? []).map { Unicode.Scalar($0) }
        var rest = text[(delimiter.map { $0 + 1 } ?? text.startIndex)...]
        var (next, index, bias) = (UInt32(128), UInt32(0), UInt32(72))
        var isFirst = true
        while !rest.isEmpty {
            guard let delta = number(&rest, bias: bias) else { return nil }
            let (position, overflow) = index.addingReportingOverflow(delta)
            guard !overflow else { return nil }
            let count = UInt32(output.count + 1)
            bias = adapted(delta, points: count, isFirst: isFirst)
            isFirst = false
            let (point, isTooLarge) = next.addingReportingOverflow(position / count)
            guard !isTooLarge, let scalar = Unicode.Scalar(point), !scalar.isASCII else { return nil }
            next = point
            index = position % count
            output.insert(scalar, at: Int(index))
            index += 1
        }
        return output
    }

    /// Names longer than this belong to nobody: DNS allows 63 bytes for a label.
    private static let longest = 1_024

    /// A number of variable length, section 3.3.
    private static func append(_ delta: UInt32, bias: UInt32, to output: inout [UInt8]) {
        var rest = delta
        var position = UInt32(36)
        while true {
            let threshold = threshold(position, bias)
            if rest < threshold { break }
            output.append(digits[Int(threshold + (rest - threshold) % (36 - threshold))])
            rest = (rest - threshold) / (36 - threshold)
            position += 36
        }
        output.append(digits[Int(rest)])
    }

    private static func number(_ text: inout ArraySlice<UInt8>, bias: UInt32) -> UInt32? {
        var (result, weight, position) = (UInt32(0), UInt32(1), UInt32(36))
        while let digit = text.popFirst().flatMap(value) {
            let (part, isTooLarge) = digit.multipliedReportingOverflow(by: weight)
            let (sum, overflow) = result.addingReportingOverflow(part)
            guard !isTooLarge, !overflow else { return nil }
            result = sum
            let threshold = threshold(position, bias)
            if digit < threshold { return result }
            let (next, isTooHeavy) = weight.multipliedReportingOverflow(by: 36 - threshold)
            guard !isTooHeavy else { return nil }
            weight = next
            position += 36
        }
        return nil
    }

    private static func threshold(_ position: UInt32, _ bias: UInt32) -> UInt32 {
        position <= bias ? 1 : min(position - bias, 26)
    }

    /// Section 6.1.
    private static func adapted(_ delta: UInt32, points: UInt32, isFirst: Bool) -> UInt32 {
        var delta = isFirst ? delta / 700 : delta / 2
        delta += delta / points
        var shift = UInt32(0)
        while delta > 455 {
            delta /= 35
            shift += 36
        }
        return shift + 36 * delta / (delta + 38)
    }

    private static func value(_ byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(byte - UInt8(ascii: "a"))
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(byte - UInt8(ascii: "A"))
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0")) + 26
        default: nil
        }
    }

    private static let digits = Array("abcdefghijklmnopqrstuvwxyz0123456789".utf8)
}
