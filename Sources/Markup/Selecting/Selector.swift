/// A CSS selector, of the kinds that rules for news pages need: type, `#id`, `.class`, attributes, `:first-child`,
/// `:last-child`, `:not(…)`, the four combinators, and lists (Selectors Level 4).
public struct Selector: Sendable, Hashable {
    /// As written.
    public let text: String
    let alternatives: [ComplexSelector]

    /// Reads a selector; the error tells what is wrong at which column.
    public init(parsing text: String) throws(SelectorError) {
        var parser = SelectorParser(text)
        alternatives = try parser.list()
        self.text = text
    }
}

/// What is wrong with a selector, and at which column, from 1.
public struct SelectorError: Error, Hashable, Sendable, CustomStringConvertible {
    public let message: String
    public let column: Int

    public var description: String { "column \(column): \(message)" }
}

/// Compounds joined by combinators, from left to right.
struct ComplexSelector: Sendable, Hashable {
    enum Combinator: Sendable, Hashable { case descendant, child, adjacent, sibling }

    var first: CompoundSelector
    var rest: [Step] = []

    struct Step: Sendable, Hashable {
        let combinator: Combinator
        let compound: CompoundSelector
    }
}

/// What one element must be.
struct CompoundSelector: Sendable, Hashable {
    enum Test: Sendable, Hashable {
        case name(String)
        case identifier(String)
        case className(String)
        case attribute(String, AttributeMatch?)
        case firstChild, lastChild
        indirect case not(CompoundSelector)
    }

    struct AttributeMatch: Sendable, Hashable {
        enum Operator: String, Sendable, CaseIterable {
            case equals = "=", word = "~=", prefix = "^=", suffix = "$=", part = "*=", language = "|="
        }
        let comparison: Operator
        let value: String
    }

    var tests: [Test] = []
}
