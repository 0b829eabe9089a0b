/// Punycode (RFC 3492) with the parameters of section 5: how a domain label beyond ASCII is written in ASCII.
enum Punycode {
    /// The label without the `xn--` prefix; nil when a number would overflow.
    static func encode(_ label: String) -> String? {
        let input = label.unicodeScalars.map(\.value)
        var output = label.unicodeScalars.filter(\.isASCII).map { UInt8(truncatingIfNeeded: $0.value) }
        let basic = output.count
        var handled = basic
        if basic > 0 { output.append(UInt8(ascii: "-")) }
        var (next, delta, bias) = (UInt32(128), UInt32(0), UInt32(72))
        while handled < input.count {
            guard let smallest = input.filter({ $0 >= next }).min() else { return nil }
            let (step, overflow) = (smallest - next).multipliedReportingOverflow(by: UInt32(handled + 1))
            guard !overflow, delta <= UInt32.max - step else { return nil }
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
        return String(decoding: output, as: UTF8.self)
    }

    /// A number of variable length, section 3.3.
    private static func append(_ delta: UInt32, bias: UInt32, to output: inout [UInt8]) {
        var rest = delta
        var position = UInt32(36)
        while true {
            let threshold = position <= bias ? 1 : min(position - bias, 26)
            if rest < threshold { break }
            output.append(digits[Int(threshold + (rest - threshold) % (36 - threshold))])
            rest = (rest - threshold) / (36 - threshold)
            position += 36
        }
        output.append(digits[Int(rest)])
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

    private static let digits = Array("abcdefghijklmnopqrstuvwxyz0123456789".utf8)
}
