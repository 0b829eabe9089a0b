import FoundationEssentials
import Model

/// Writes JSON (RFC 8259) piece by piece into bytes: members in the order given, decimals exact, strings escaped.
///
///     var json = JSONWriter()
///     json.object {
///         $0.member("id", "A1")
///         $0.array("values") { $0.value(Decimal(1)) }
///     }
///     print(json.text)    // {"id":"A1","values":[1]}
public struct JSONWriter: Sendable {
    /// Whether the text is laid out for people.
    public enum Layout: Sendable {
        /// On one line, no spaces.
        case compact
        /// Two spaces a level, one member or element a line.
        case indented
    }

    private let layout: Layout
    private var buffer: ByteBuffer
    private var depth = 0
    /// Whether the innermost array or object has something in it.
    private var needsComma = false
    private var followsKey = false

    public init(_ layout: Layout = .compact) { self.init(layout, buffer: ByteBuffer()) }

    init(_ layout: Layout, buffer: ByteBuffer) {
        self.layout = layout
        self.buffer = buffer
    }

    /// What was written so far, in UTF-8.
    public var bytes: [UInt8] { buffer.bytes }
    public var text: String { String(decoding: buffer.bytes, as: UTF8.self) }

    /// Adds whole lines that another writer made.
    public mutating func append(_ lines: [UInt8]) { buffer.append(lines) }

    /// Forgets the bytes, when they have been handed on; the place in the structure is kept.
    public mutating func removeBytes() { buffer.removeAll() }

    /// Ends a line of JSON Lines or a file.
    public mutating func endLine() {
        buffer.append(UInt8(ascii: "\n"))
        if depth == 0 { needsComma = false }
    }

    /// An object, as a value.
    public mutating func object<Failure: Error>(
        _ members: (inout JSONWriter) throws(Failure) -> Void
    ) throws(Failure) {
        open(UInt8(ascii: "{"))
        try members(&self)
        close(UInt8(ascii: "}"))
    }

    /// An array, as a value.
    public mutating func array<Failure: Error>(
        _ elements: (inout JSONWriter) throws(Failure) -> Void
    ) throws(Failure) {
        open(UInt8(ascii: "["))
        try elements(&self)
        close(UInt8(ascii: "]"))
    }

    /// The name of a member; its value must follow.
    public mutating func key(_ name: String) {
        separate()
        buffer.append(quoted: name)
        buffer.append(UInt8(ascii: ":"))
        if layout == .indented { buffer.append(UInt8(ascii: " ")) }
        followsKey = true
    }

    public mutating func value(_ text: String) {
        separate()
        buffer.append(quoted: text)
    }

    public mutating func value(_ number: Int) {
        separate()
        buffer.append(integer: number)
    }

    /// All digits; null for what is not a number.
    public mutating func value(_ number: Decimal) {
        separate()
        if number.isFinite { buffer.append(decimal: number) } else { buffer.append("null") }
    }

    /// A number as its digits are written.
    mutating func value(verbatim digits: String) {
        separate()
        buffer.append(verbatim: digits)
    }

    public mutating func value(_ flag: Bool) {
        separate()
        buffer.append(flag ? "true" : "false")
    }

    public mutating func null() {
        separate()
        buffer.append("null")
    }

    private mutating func open(_ bracket: UInt8) {
        separate()
        buffer.append(bracket)
        depth += 1
        needsComma = false
    }

    private mutating func close(_ bracket: UInt8) {
        depth -= 1
        if needsComma { breakLine() }
        buffer.append(bracket)
        needsComma = true
    }

    /// What must stand between the value before and the one that follows.
    private mutating func separate() {
        if followsKey {
            followsKey = false
        } else {
            if needsComma { buffer.append(UInt8(ascii: ",")) }
            if depth > 0 { breakLine() }
        }
        needsComma = true
    }

    private mutating func breakLine() {
        guard layout == .indented else { return }
        buffer.append(UInt8(ascii: "\n"))
        for _ in 0..<depth { buffer.append("  ") }
    }
}
