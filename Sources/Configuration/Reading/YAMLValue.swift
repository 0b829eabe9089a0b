import Model
import Yams

/// One value of a YAML file with its place; reads itself as a type or reports what is wrong with it.
public struct YAMLValue {
    let node: Node
    let file: String
    let log: DiagnosticLog

    /// Reports a mistake at this value.
    public func report(_ message: String, _ remedy: String) {
        let mark = node.mark
        log.add(
            Diagnostic(
                file: file, line: mark?.line ?? 1, column: mark?.column ?? 1, message: message, remedy: remedy))
    }

    /// The value of a scalar, as written.
    public func text() -> String? {
        if case .scalar(let scalar) = node {
            if !scalar.string.isEmpty || scalar.style != .plain { return scalar.string }
            report("a value is missing", "write one, or leave the key out")
        } else {
            report("expected text, found \(kindName)", "write a single value")
        }
        return nil
    }

    /// A whole number within bounds.
    public func integer(in bounds: ClosedRange<Int>) -> Int? {
        guard let text = text() else { return nil }
        guard let number = Int(text), bounds.contains(number) else {
            report(
                "`\(text)` is not a whole number from \(bounds.lowerBound) to \(bounds.upperBound)",
                "write a number in these bounds")
            return nil
        }
        return number
    }

    /// `true` or `false`.
    public func boolean() -> Bool? {
        switch text() {
        case "true": return true
        case "false": return false
        case nil: return nil
        case let other?:
            report("`\(other)` is neither true nor false", "write true or false")
            return nil
        }
    }

    /// A length of time: a number with `ms`, `s`, `m`, `h` or `d`.
    public func duration() -> Duration? {
        guard let text = text() else { return nil }
        let digits = text.prefix { $0.isNumber || $0 == "." }
        let milliseconds: [Substring: Double] = ["ms": 1, "s": 1e3, "m": 6e4, "h": 3.6e6, "d": 8.64e7]
        guard let factor = milliseconds[text.dropFirst(digits.count)], let number = Double(digits), number <= 1e6
        else {
            report("`\(text)` is not a length of time", "write a number and a unit, such as 500ms, 2s, 10m, 20h or 30d")
            return nil
        }
        return .milliseconds(Int64(number * factor))
    }

    /// A size in bytes: a number alone or with `KB`, `MB`, `GB` (powers of 1,000).
    public func byteCount() -> Int? {
        guard let text = text() else { return nil }
        let digits = text.prefix { $0.isNumber }
        let factors: [Substring: Int] = ["": 1, "KB": 1_000, "MB": 1_000_000, "GB": 1_000_000_000]
        guard let factor = factors[text.dropFirst(digits.count)], let number = Int(digits), number <= 1_000_000_000
        else {
            report("`\(text)` is not a size", "write a number and a unit, such as 500KB, 10MB or 1GB")
            return nil
        }
        return number * factor
    }

    /// An http or https address.
    public func address() -> WebAddress? {
        guard let text = text() else { return nil }
        guard text.hasPrefix("http://") || text.hasPrefix("https://"), let address = WebAddress(text) else {
            report("`\(text)` is not an address", "write it in full, such as https://example.vn/tin-tuc")
            return nil
        }
        return address
    }

    /// One of a fixed set of words.
    public func choice<Choice: RawRepresentable<String> & CaseIterable>(_ type: Choice.Type) -> Choice? {
        guard let text = text() else { return nil }
        if let choice = Choice(rawValue: text) { return choice }
        let known = Choice.allCases.map(\.rawValue)
        let nearest = Spelling.nearest(to: text, among: known).map { ", did you mean `\($0)`?" } ?? ""
        report("`\(text)` is not known here\(nearest)", "write one of: \(known.joined(separator: ", "))")
        return nil
    }

    /// The items of a list.
    public func list() -> [YAMLValue]? {
        guard case .sequence(let sequence) = node else {
            report("expected a list, found \(kindName)", "write the items as `- item` lines or as [a, b]")
            return nil
        }
        return sequence.map { YAMLValue(node: $0, file: file, log: log) }
    }

    /// A list of texts; items that are none are reported and left out.
    public func texts() -> [String]? { list()?.compactMap { $0.text() } }

    /// The keys and values of a mapping, read one by one; `what` names it in messages, as in "a source".
    public func fields(of what: String) -> YAMLFields? {
        guard case .mapping(let mapping) = node else {
            report("expected the keys of \(what), found \(kindName)", "write `key: value` lines")
            return nil
        }
        return YAMLFields(what: what, owner: self, mapping: mapping)
    }

    /// Whether this is a list, so that a key may hold one word or several.
    public var isList: Bool {
        if case .sequence = node { true } else { false }
    }

    private var kindName: String {
        switch node {
        case .scalar: "a single value"
        case .mapping: "keys and values"
        case .sequence: "a list"
        case .alias: "an alias"
        }
    }
}
