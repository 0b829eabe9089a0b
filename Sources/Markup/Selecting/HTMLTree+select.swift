extension HTMLTree {
    /// The elements under a node that a selector picks, in the order of the document.
    public func select(_ selector: Selector, under node: Node) -> [Node] {
        descendants(of: node).filter { !isText($0) && matches(selector, $0) }
    }

    /// The first element under a node that a selector picks.
    public func first(_ selector: Selector, under node: Node) -> Node? {
        descendants(of: node).first { !isText($0) && matches(selector, $0) }
    }

    /// Whether a selector picks an element.
    public func matches(_ selector: Selector, _ node: Node) -> Bool {
        selector.alternatives.contains { matches($0, upTo: $0.rest.count, node) }
    }

    /// Whether an element is what the selector's first `count + 1` compounds end in.
    private func matches(_ selector: ComplexSelector, upTo count: Int, _ node: Node) -> Bool {
        guard count > 0 else { return matches(selector.first, node) }
        let step = selector.rest[count - 1]
        guard matches(step.compound, node) else { return false }
        switch step.combinator {
        case .child:
            return parent(of: node).map { matches(selector, upTo: count - 1, $0) } ?? false
        case .descendant:
            var above = parent(of: node)
            while let current = above {
                if matches(selector, upTo: count - 1, current) { return true }
                above = parent(of: current)
            }
            return false
        case .adjacent:
            return elementsBefore(node).last.map { matches(selector, upTo: count - 1, $0) } ?? false
        case .sibling:
            return elementsBefore(node).contains { matches(selector, upTo: count - 1, $0) }
        }
    }

    private func matches(_ compound: CompoundSelector, _ node: Node) -> Bool {
        !isText(node) && node != root && compound.tests.allSatisfy { matches($0, node) }
    }

    private func matches(_ test: CompoundSelector.Test, _ node: Node) -> Bool {
        switch test {
        case .name(let name): self.name(of: node) == name
        case .identifier(let identifier): attribute(.id, of: node) == identifier
        case .className(let name): hasWord(name, in: attribute(.class, of: node))
        case .attribute(let name, let match): attribute(name, of: node).map { matches(match, $0) } ?? false
        case .firstChild: elementsBefore(node).isEmpty
        case .lastChild: isLast(node)
        case .not(let inner): !matches(inner, node)
        }
    }

    private func matches(_ match: CompoundSelector.AttributeMatch?, _ value: String) -> Bool {
        guard let match else { return true }
        switch match.comparison {
        case .equals: return value == match.value
        case .word: return hasWord(match.value, in: value)
        case .prefix: return !match.value.isEmpty && value.hasPrefix(match.value)
        case .suffix: return !match.value.isEmpty && value.hasSuffix(match.value)
        case .part: return !match.value.isEmpty && value.contains(match.value)
        case .language: return value == match.value || value.hasPrefix(match.value + "-")
        }
    }

    private func hasWord(_ word: String, in list: String?) -> Bool {
        list?.split(whereSeparator: \.isWhitespace).contains { $0 == word } ?? false
    }

    private func elementsBefore(_ node: Node) -> [Node] {
        guard let above = parent(of: node) else { return [] }
        return children(of: above).prefix { $0 != node }.filter { !isText($0) }
    }

    private func isLast(_ node: Node) -> Bool {
        var next = nextSibling(of: node)
        while let current = next {
            if !isText(current) { return false }
            next = nextSibling(of: current)
        }
        return true
    }
}
