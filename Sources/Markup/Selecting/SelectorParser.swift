/// Reads selectors character by character.
struct SelectorParser {
    private let characters: [Character]
    private var position = 0

    init(_ text: String) { characters = Array(text) }

    /// Everything up to the end of the text.
    mutating func list() throws(SelectorError) -> [ComplexSelector] {
        var result = [try complex()]
        while peek == "," {
            position += 1
            result.append(try complex())
        }
        if position < characters.count { throw error("`\(characters[position])` is not expected here") }
        return result
    }

    private mutating func complex() throws(SelectorError) -> ComplexSelector {
        skipSpaces()
        var selector = ComplexSelector(first: try compound())
        while let combinator = combinator() {
            selector.rest.append(ComplexSelector.Step(combinator: combinator, compound: try compound()))
        }
        return selector
    }

    private mutating func combinator() -> ComplexSelector.Combinator? {
        let hadSpace = skipSpaces()
        let explicit: [Character: ComplexSelector.Combinator] = [">": .child, "+": .adjacent, "~": .sibling]
        if let next = peek, let combinator = explicit[next] {
            position += 1
            skipSpaces()
            return combinator
        }
        guard hadSpace, let next = peek, next != ",", next != ")" else { return nil }
        return .descendant
    }

    private mutating func compound() throws(SelectorError) -> CompoundSelector {
        var compound = CompoundSelector()
        if peek == "*" {
            position += 1
        } else if let next = peek, isNameCharacter(next) {
            compound.tests.append(.name(try name().lowercased()))
        } else if peek == nil || !"#.[:".contains(peek ?? " ") {
            throw error(
                peek == nil ? "a selector is missing at the end" : "an element, class or attribute is missing here")
        }
        while let next = peek {
            switch next {
            case "#":
                position += 1
                compound.tests.append(.identifier(try name()))
            case ".":
                position += 1
                compound.tests.append(.className(try name()))
            case "[":
                position += 1
                compound.tests.append(try attribute())
            case ":":
                position += 1
                compound.tests.append(try pseudoClass())
            default:
                return compound
            }
        }
        return compound
    }

    private mutating func attribute() throws(SelectorError) -> CompoundSelector.Test {
        skipSpaces()
        let name = try name().lowercased()
        skipSpaces()
        if peek == "]" {
            position += 1
            return .attribute(name, nil)
        }
        var sign = ""
        while let next = peek, "~^$*|=".contains(next) {
            sign.append(next)
            position += 1
        }
        guard let comparison = CompoundSelector.AttributeMatch.Operator(rawValue: sign) else {
            throw error("`=`, `~=`, `^=`, `$=`, `*=` or `]` is missing after the attribute `\(name)`")
        }
        skipSpaces()
        let value = try value()
        skipSpaces()
        guard peek == "]" else { throw error("`]` is missing") }
        position += 1
        return .attribute(name, CompoundSelector.AttributeMatch(comparison: comparison, value: value))
    }

    /// A word, or a text in quotation marks.
    private mutating func value() throws(SelectorError) -> String {
        guard let quote = peek, quote == "\"" || quote == "'" else { return try name() }
        position += 1
        var value = ""
        while let next = peek, next != quote {
            value.append(next)
            position += 1
        }
        guard peek == quote else { throw error("the quotation mark is not closed") }
        position += 1
        return value
    }

    private mutating func pseudoClass() throws(SelectorError) -> CompoundSelector.Test {
        let start = position
        let name = try name()
        switch name {
        case "first-child": return .firstChild
        case "last-child": return .lastChild
        case "not":
            guard peek == "(" else { throw error("`(` is missing after :not") }
            position += 1
            skipSpaces()
            let inner = try compound()
            skipSpaces()
            guard peek == ")" else { throw error("`)` is missing") }
            position += 1
            return .not(inner)
        default:
            position = start
            throw error("`:\(name)` is not known; :first-child, :last-child and :not(…) are")
        }
    }

    private mutating func name() throws(SelectorError) -> String {
        var name = ""
        while let next = peek, isNameCharacter(next) {
            name.append(next)
            position += 1
        }
        if name.isEmpty { throw error("a name is missing") }
        return name
    }

    private func isNameCharacter(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || character == "-" || character == "_"
    }

    private var peek: Character? { position < characters.count ? characters[position] : nil }

    @discardableResult
    private mutating func skipSpaces() -> Bool {
        let start = position
        while let next = peek, next.isWhitespace { position += 1 }
        return position > start
    }

    private func error(_ message: String) -> SelectorError { SelectorError(message: message, column: position + 1) }
}
