/// Follows all ways through a pattern at once (Thompson, "Regular expression search algorithm", 1968): no byte of the text
/// is looked at more often than the pattern has instructions.
struct PatternSearch {
    private let program: [PatternInstruction]
    private let text: [UInt8]
    /// Where the ways are now, and where they were last seen, by position.
    private var current: [Int] = []
    private var seen: [Int]
    private var pending: [Int] = []

    init(program: [PatternInstruction], text: [UInt8]) {
        self.program = program
        self.text = text
        seen = [Int](repeating: -1, count: program.count)
    }

    /// Whether the pattern matches somewhere.
    mutating func run() -> Bool {
        for position in 0...text.count {
            if follow(0, at: position) { return true }
            guard position < text.count else { return false }
            let byte = text[position]
            let before = current
            current.removeAll(keepingCapacity: true)
            for place in before {
                if case .bytes(let set) = program[place], set.contains(byte), follow(place + 1, at: position + 1) {
                    return true
                }
            }
        }
        return false
    }

    /// Adds a place and all that can be reached from it without a byte; whether the end of the pattern is among them.
    private mutating func follow(_ place: Int, at position: Int) -> Bool {
        pending.append(place)
        while let place = pending.popLast() {
            if seen[place] == position { continue }
            seen[place] = position
            switch program[place] {
            case .bytes: current.append(place)
            case .jump(let target): pending.append(target)
            case .fork(let first, let second):
                pending.append(second)
                pending.append(first)
            case .assert(let assertion): if holds(assertion, at: position) { pending.append(place + 1) }
            case .match:
                pending.removeAll(keepingCapacity: true)
                return true
            }
        }
        return false
    }

    private func holds(_ assertion: PatternAssertion, at position: Int) -> Bool {
        switch assertion {
        case .start: position == 0
        case .end: position == text.count
        case .wordBoundary: isBoundary(position)
        case .noWordBoundary: !isBoundary(position)
        }
    }

    private func isBoundary(_ position: Int) -> Bool {
        let before = position > 0 && ByteSet.word.contains(text[position - 1])
        let after = position < text.count && ByteSet.word.contains(text[position])
        return before != after
    }
}
