import Yams

/// The fields of one mapping: each is asked for by name; what nobody asked for is reported as unknown.
public struct YAMLFields {
    private let what: String
    private let owner: YAMLValue
    private var values: [String: (key: YAMLValue, value: YAMLValue)] = [:]
    private var order: [String] = []
    private var asked: Set<String> = []

    init(what: String, owner: YAMLValue, mapping: Node.Mapping) {
        self.what = what
        self.owner = owner
        for (key, value) in mapping {
            let keyValue = YAMLValue(node: key, file: owner.file, log: owner.log)
            guard let name = key.string else {
                keyValue.report("a key that is not text", "write a word")
                continue
            }
            values[name] = (keyValue, YAMLValue(node: value, file: owner.file, log: owner.log))
            order.append(name)
        }
    }

    /// The value of a key, or nil where the key does not stand.
    public mutating func value(_ key: String) -> YAMLValue? {
        asked.insert(key)
        return values[key]?.value
    }

    /// The value of a key that must stand; its absence is reported at the mapping.
    public mutating func required(_ key: String) -> YAMLValue? {
        if let value = value(key) { return value }
        owner.report("\(what) lacks the key `\(key)`", "add `\(key): …`")
        return nil
    }

    /// Reports a mistake of the mapping as a whole.
    public func report(_ message: String, _ remedy: String) { owner.report(message, remedy) }

    /// The names of all keys, in the order of the file.
    public var names: [String] { order }

    /// Reports each key that nobody asked for; call it last.
    public func finish() {
        for name in order where !asked.contains(name) {
            let nearest = Spelling.nearest(to: name, among: asked.sorted()).map { ", did you mean `\($0)`?" } ?? ""
            values[name]?.key.report(
                "\(what) has no key `\(name)`\(nearest)", "use one of: \(asked.sorted().joined(separator: ", "))")
        }
    }
}
