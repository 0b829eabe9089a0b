/// A regular expression on addresses, as an analyst writes it into a source file, matched in time linear in the address
/// whatever stands in it: addresses come from hosts that nobody vouches for.
///
/// It knows literals, `.`, classes such as `[a-z0-9-]`, `\d \w \s` and their opposites, groups, `|`, the quantifiers
/// `* + ? {2} {2,} {2,5}`, the anchors `^ $ \b \B`, and `(?i)` in front. It does not know references to groups and
/// lookaround, which cannot be matched in linear time.
public struct AddressPattern: Sendable {
    /// As written.
    public let text: String
    private let program: [PatternInstruction]

    /// Longer paths belong to no article.
    private static let longestPath = 4_096

    public init(_ text: String) throws(PatternError) {
        self.text = text
        var parser = PatternParser(text)
        program = try parser.program()
    }

    /// Whether the pattern matches somewhere in the path and query of an address.
    public func matches(_ address: WebAddress) -> Bool { matches(address.pathAndQuery) }

    /// Whether the pattern matches somewhere in a text; never in one that is longer than any path.
    public func matches(_ text: String) -> Bool {
        guard text.utf8.count <= AddressPattern.longestPath else { return false }
        var search = PatternSearch(program: program, text: Array(text.utf8))
        return search.run()
    }
}

/// Why a text is no pattern.
public struct PatternError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong and what to write instead.
    public let message: String

    public init(_ message: String) { self.message = message }

    public var description: String { message }
}

/// One step of a compiled pattern.
enum PatternInstruction: Hashable, Sendable {
    case bytes(ByteSet)
    /// Goes on at both places.
    case fork(Int, Int)
    case jump(Int)
    case assert(PatternAssertion)
    case match
}

/// A place between two bytes.
enum PatternAssertion: Hashable, Sendable {
    case start, end, wordBoundary, noWordBoundary
}

/// A set of bytes.
struct ByteSet: Hashable, Sendable {
    private var words: SIMD4<UInt64> = .zero

    init() {}

    init(_ bytes: some Sequence<UInt8>) { for byte in bytes { insert(byte) } }

    func contains(_ byte: UInt8) -> Bool { words[Int(byte >> 6)] >> UInt64(byte & 63) & 1 == 1 }

    mutating func insert(_ byte: UInt8) { words[Int(byte >> 6)] |= 1 << UInt64(byte & 63) }

    mutating func formUnion(_ other: ByteSet) { words |= other.words }

    var inverted: ByteSet {
        var result = self
        result.words = ~words
        return result
    }

    /// With the other case of every letter.
    var ignoringCase: ByteSet {
        var result = self
        for letter in UInt8(ascii: "a")...UInt8(ascii: "z") where contains(letter) || contains(letter & 0xDF) {
            result.insert(letter)
            result.insert(letter & 0xDF)
        }
        return result
    }

    static let digits = ByteSet(UInt8(ascii: "0")...UInt8(ascii: "9"))
    static let spaces = ByteSet([0x20, 0x09, 0x0A, 0x0B, 0x0C, 0x0D])
    static let word: ByteSet = {
        var set = ByteSet(UInt8(ascii: "a")...UInt8(ascii: "z"))
        set.formUnion(ByteSet(UInt8(ascii: "A")...UInt8(ascii: "Z")))
        set.formUnion(digits)
        set.insert(UInt8(ascii: "_"))
        return set
    }()
    static let everything = ByteSet().inverted
}
