import Foundation

/// What UTS 46 (Unicode IDNA Compatibility Processing, section 6) makes of each code point of a domain name.
///
/// Not a table: the section derives the mapping from properties of characters, and those the standard library has, so
/// that a new version of Unicode needs nothing here.
enum DomainMapping {
    case valid
    case ignored
    case mapped([Unicode.Scalar])
    case disallowed

    init(of scalar: Unicode.Scalar) {
        if scalar.isASCII {
            self = ("A"..."Z").contains(scalar) ? .mapped(Array(String(scalar).lowercased().unicodeScalars)) : .valid
        } else if let special = DomainMapping.special(scalar) {
            self = special
        } else if DomainMapping.isExcluded(scalar) {
            self = .disallowed
        } else if scalar.properties.isDefaultIgnorableCodePoint {
            self = .ignored
        } else if scalar.properties.changesWhenNFKCCaseFolded {
            let folded = DomainMapping.folded(scalar)
            self = folded.allSatisfy(DomainMapping.mayStandInMapping) ? .mapped(folded) : .disallowed
        } else {
            self = DomainMapping.isWritten(scalar) ? .valid : .disallowed
        }
    }

    /// Steps 1 and 3 of the derivation: label separators, the letters that browsers keep though IDNA2003 mapped them
    /// (non-transitional processing), and what the standard names one by one.
    private static func special(_ scalar: Unicode.Scalar) -> DomainMapping? {
        switch scalar.value {
        case 0x3002, 0xFF0E, 0xFF61: .mapped(["."])
        case 0xDF, 0x3C2, 0x200C, 0x200D: .valid
        case 0x1E9E: .mapped(["\u{DF}"])
        default: nil
        }
    }

    /// Controls of direction and format that nobody sees, the replacement characters, and marks that describe others.
    private static func isExcluded(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x61C, 0x200E, 0x200F, 0x202A...0x202E, 0x2065...0x2069, 0x2FF0...0x2FFF, 0x31EF, 0xFFF0...0xFFFD,
            0xE0000...0xE00FF, 0xE01F0...0xE0FFF:
            true
        default: false
        }
    }

    /// NFKC_Casefold: compatibility forms and capitals resolved, what cannot be seen left out, to a fixed point.
    private static func folded(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
        var text = String(scalar)
        for _ in 0..<4 {
            let before = text
            var lower = String.UnicodeScalarView()
            for scalar in text.precomposedStringWithCompatibilityMapping.unicodeScalars
            where !scalar.properties.isDefaultIgnorableCodePoint {
                lower.append(contentsOf: caseFolded(scalar))
            }
            text = String(lower).precomposedStringWithCompatibilityMapping
            if text.unicodeScalars.elementsEqual(before.unicodeScalars) { break }
        }
        return Array(text.unicodeScalars)
    }

    /// Full case folding, from the capital down, since a few letters fold to several; Cherokee folds upwards.
    private static func caseFolded(_ scalar: Unicode.Scalar) -> String.UnicodeScalarView {
        switch scalar.value {
        case 0x13A0...0x13F5: String.UnicodeScalarView([scalar])
        case 0x13F8...0x13FD, 0xAB70...0xABBF: scalar.properties.uppercaseMapping.unicodeScalars
        default:
            scalar.properties.changesWhenCaseFolded
                ? lowercase(scalar.properties.uppercaseMapping) : String.UnicodeScalarView([scalar])
        }
    }

    /// Letter by letter: lower case in a text depends on its neighbours (final sigma), folding does not.
    private static func lowercase(_ text: String) -> String.UnicodeScalarView {
        text.unicodeScalars.reduce(into: String.UnicodeScalarView()) {
            $0.append(contentsOf: $1.properties.lowercaseMapping.unicodeScalars)
        }
    }

    /// A full stop that nobody sees as one would cut the name.
    private static func mayStandInMapping(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII ? scalar != "." : scalar != "\u{3002}" && !isExcluded(scalar) && isWritten(scalar)
    }

    /// Letters, marks, numbers, punctuation and symbols; not spaces, controls, and what is not assigned.
    private static func isWritten(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .spaceSeparator, .lineSeparator,
            .paragraphSeparator:
            false
        default: true
        }
    }
}
