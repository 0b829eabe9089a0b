/// RFC 5893, section 2: which labels may stand in a domain name that has letters written from right to left.
enum BidiRule {
    private enum Direction {
        case left, right, arabicNumber, europeanNumber, mark, neutral
    }

    /// Whether a name with these labels keeps the rule; names without letters from right to left always do.
    static func isKept(by labels: [[Unicode.Scalar]]) -> Bool {
        guard labels.contains(where: { $0.contains { $0.value >= 0x590 && isRightToLeft(direction($0)) } }) else {
            return true
        }
        return labels.allSatisfy { $0.isEmpty || isKept(by: $0.map(direction)) }
    }

    private static func isKept(by label: [Direction]) -> Bool {
        let last = label.last { $0 != .mark }
        switch label[0] {
        case .right:
            let hasBothNumbers = label.contains(.arabicNumber) && label.contains(.europeanNumber)
            return !label.contains(.left) && !hasBothNumbers
                && (last == .right || last == .arabicNumber || last == .europeanNumber)
        case .left:
            return !label.contains { $0 == .right || $0 == .arabicNumber } && (last == .left || last == .europeanNumber)
        case .arabicNumber, .europeanNumber, .mark, .neutral: return false
        }
    }

    private static func isRightToLeft(_ direction: Direction) -> Bool {
        direction == .right || direction == .arabicNumber
    }

    /// The Bidi class, as far as the rule distinguishes it.
    private static func direction(_ scalar: Unicode.Scalar) -> Direction {
        switch scalar.value {
        case 0x30...0x39, 0x6F0...0x6F9, 0x102E1...0x102FB: return .europeanNumber
        case 0x600...0x605, 0x660...0x669, 0x66B, 0x66C, 0x6DD, 0x890, 0x891, 0x8E2, 0x10D30...0x10D39,
            0x10D40...0x10D49, 0x10E60...0x10E7E:
            return .arabicNumber
        case 0x606, 0x607, 0x609, 0x60A, 0x60C, 0x60E, 0x60F, 0x66A, 0x6DE, 0x6E9, 0xFD3E, 0xFD3F: return .neutral
        default: break
        }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark: return .mark
        case .control, .format, .spaceSeparator: return .neutral
        default: break
        }
        switch scalar.value {
        case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF: return .right
        default: break
        }
        switch scalar.properties.generalCategory {
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
            .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
            return .neutral
        default: return .left
        }
    }
}
