/// Compiles the text of a pattern into its program.
struct PatternParser {
    private let bytes: [UInt8]
    private var index = 0
    private var depth = 0
    private var ignoresCase = false

    private static let longestProgram = 20_000
    private static let deepestGroup = 50
    private static let mostRepeats = 1_000

    init(_ text: String) { bytes = Array(text.utf8) }

    mutating func program() throws(PatternError) -> [PatternInstruction] {
        if bytes.starts(with: "(?i)".utf8) {
            ignoresCase = true
            index = 4
        }
        let program = try alternatives()
        if index < bytes.count { throw PatternError("a `)` without its `(`, write `\\)` for the character") }
        return program + [.match]
    }

    /// Programs are made so that they stand anywhere: jumps are relative until they are joined.
    private typealias Piece = [PatternInstruction]

    private mutating func alternatives() throws(PatternError) -> Piece {
        depth += 1
        defer { depth -= 1 }
        if depth > PatternParser.deepestGroup { throw PatternError("groups are nested too deeply") }
        var branches = [try sequence()]
        while take("|") { branches.append(try sequence()) }
        guard var result = branches.popLast() else { return [] }
        for branch in branches.reversed() {
            let tail = branch.count + 2
            result =
                [.fork(1, tail)] + PatternParser.moved(branch, by: 1) + [.jump(tail + result.count)]
                + PatternParser.moved(result, by: tail)
            try checkLength(result)
        }
        return result
    }

    private mutating func sequence() throws(PatternError) -> Piece {
        var result: Piece = []
        while index < bytes.count, bytes[index] != UInt8(ascii: "|"), bytes[index] != UInt8(ascii: ")") {
            let atom = try atom()
            result += PatternParser.moved(try repeated(atom), by: result.count)
            try checkLength(result)
        }
        return result
    }

    /// The same program at a place so much further on.
    private static func moved(_ piece: Piece, by offset: Int) -> Piece {
        piece.map { instruction in
            switch instruction {
            case .fork(let first, let second): .fork(first + offset, second + offset)
            case .jump(let target): .jump(target + offset)
            default: instruction
            }
        }
    }

    private mutating func atom() throws(PatternError) -> Piece {
        let byte = bytes[index]
        index += 1
        switch byte {
        case UInt8(ascii: "("): return try group()
        case UInt8(ascii: "["): return [.bytes(try characterClass())]
        case UInt8(ascii: "."): return [.bytes(.everything)]
        case UInt8(ascii: "^"): return [.assert(.start)]
        case UInt8(ascii: "$"): return [.assert(.end)]
        case UInt8(ascii: "\\"): return [try escape()]
        case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"):
            let mark = Unicode.Scalar(byte)
            throw PatternError("nothing stands before `\(mark)`, write `\\\(mark)` for the character")
        default: return [.bytes(set(of: byte))]
        }
    }

    private mutating func group() throws(PatternError) -> Piece {
        if take("?") {
            guard take(":") else {
                throw PatternError("`(?` is followed by what is not known here, of such groups only `(?:…)` is")
            }
        }
        let inside = try alternatives()
        guard take(")") else { throw PatternError("a `(` without its `)`, write `\\(` for the character") }
        return inside
    }

    private mutating func escape() throws(PatternError) -> PatternInstruction {
        guard index < bytes.count else { throw PatternError("nothing stands behind the last `\\`") }
        switch bytes[index] {
        case UInt8(ascii: "b"):
            index += 1
            return .assert(.wordBoundary)
        case UInt8(ascii: "B"):
            index += 1
            return .assert(.noWordBoundary)
        default: return .bytes(try escapedSet())
        }
    }

    /// What the character behind a `\` stands for.
    private mutating func escapedSet() throws(PatternError) -> ByteSet {
        guard index < bytes.count else { throw PatternError("nothing stands behind the last `\\`") }
        let byte = bytes[index]
        index += 1
        switch byte {
        case UInt8(ascii: "d"): return .digits
        case UInt8(ascii: "D"): return ByteSet.digits.inverted
        case UInt8(ascii: "w"): return .word
        case UInt8(ascii: "W"): return ByteSet.word.inverted
        case UInt8(ascii: "s"): return .spaces
        case UInt8(ascii: "S"): return ByteSet.spaces.inverted
        case _ where ByteSet.word.contains(byte):
            throw PatternError("`\\\(Unicode.Scalar(byte))` is not known here")
        default: return ByteSet([byte])
        }
    }

    /// `[a-z\d-]`, `[^/]`; a `]` that stands first is the character.
    private mutating func characterClass() throws(PatternError) -> ByteSet {
        let isInverted = take("^")
        var result = ByteSet()
        var isFirst = true
        while index < bytes.count, isFirst || bytes[index] != UInt8(ascii: "]") {
            isFirst = false
            let byte = bytes[index]
            index += 1
            if byte == UInt8(ascii: "\\") {
                result.formUnion(try escapedSet())
            } else if index + 1 < bytes.count, bytes[index] == UInt8(ascii: "-"), bytes[index + 1] != UInt8(ascii: "]")
            {
                let last = bytes[index + 1]
                guard byte <= last else { throw PatternError("a range of characters runs backwards in `[…]`") }
                result.formUnion(ByteSet(byte...last))
                index += 2
            } else {
                result.insert(byte)
            }
        }
        guard take("]") else { throw PatternError("a `[` without its `]`, write `\\[` for the character") }
        if ignoresCase { result = result.ignoringCase }
        return isInverted ? result.inverted : result
    }

    /// The atom as often as the quantifier behind it says; whether it takes much or little makes no difference here.
    private mutating func repeated(_ atom: Piece) throws(PatternError) -> Piece {
        guard let (least, most) = try quantifier() else { return atom }
        _ = take("?")
        var result: Piece = []
        for _ in 0..<least {
            result += PatternParser.moved(atom, by: result.count)
            try checkLength(result)
        }
        guard let most else {
            let start = result.count
            return result + [.fork(start + 1, start + atom.count + 2)] + PatternParser.moved(atom, by: start + 1)
                + [.jump(start)]
        }
        let end = result.count + (most - least) * (atom.count + 1)
        if end > PatternParser.longestProgram { throw PatternParser.tooLong }
        for _ in least..<most {
            result.append(.fork(result.count + 1, end))
            result += PatternParser.moved(atom, by: result.count)
        }
        return result
    }

    /// How often at least and at most, nil for any number; nil altogether without a quantifier.
    private mutating func quantifier() throws(PatternError) -> (Int, Int?)? {
        if take("*") { return (0, nil) }
        if take("+") { return (1, nil) }
        if take("?") { return (0, 1) }
        guard index < bytes.count, bytes[index] == UInt8(ascii: "{") else { return nil }
        let start = index
        index += 1
        guard let least = number() else {
            // A brace that counts nothing is the character.
            index = start
            return nil
        }
        let most = take(",") ? number() : least
        guard take("}") else { throw PatternError("a `{` without its `}`, write `\\{` for the character") }
        if let most, most < least { throw PatternError("`{\(least),\(most)}` counts backwards") }
        return (least, most)
    }

    private mutating func number() -> Int? {
        let digits = bytes[index...].prefix { (0x30...0x39).contains($0) }
        guard !digits.isEmpty, digits.count <= 4, let value = Int(String(decoding: digits, as: UTF8.self)),
            value <= PatternParser.mostRepeats
        else { return nil }
        index += digits.count
        return value
    }

    private func set(of byte: UInt8) -> ByteSet {
        ignoresCase ? ByteSet([byte]).ignoringCase : ByteSet([byte])
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard index < bytes.count, UInt32(bytes[index]) == character.value else { return false }
        index += 1
        return true
    }

    private func checkLength(_ piece: Piece) throws(PatternError) {
        if piece.count > PatternParser.longestProgram { throw PatternParser.tooLong }
    }

    private static let tooLong = PatternError("the pattern repeats too much, count less with `{…}`")
}
