import Foundation
import Model

/// One line of input of `chiso parse`.
struct ParseQuestion {
    private let object: JSONValue

    /// Reads a line; it must be a JSON object.
    init(_ line: some Sequence<UInt8>) throws(ParseFailure) {
        do throws(JSONError) {
            object = try JSONValue(parsing: line)
        } catch {
            throw ParseFailure("the line is not JSON: \(error)")
        }
        guard object.members != nil else { throw ParseFailure("the line is not a JSON object") }
    }

    /// What the answer repeats, of whatever type.
    var id: JSONValue { object["id"] ?? .null }

    /// A member that must be there.
    func text(_ name: String) throws(ParseFailure) -> String {
        guard let text = try optionalText(name) else {
            throw ParseFailure("the member `\(name)` is missing; `chiso parse --help` lists the members")
        }
        return text
    }

    /// A member that may be missing or null.
    func optionalText(_ name: String) throws(ParseFailure) -> String? {
        switch object[name] {
        case nil, .null: return nil
        case .text(let text): return text
        default: throw ParseFailure("the member `\(name)` is not text; put quotation marks around it")
        }
    }

    /// A member that holds bytes in base64 (RFC 4648, section 4).
    func bytes(_ name: String) throws(ParseFailure) -> [UInt8] {
        try ParseQuestion.decoded(try text(name), name)
    }

    /// The same for one that may be missing or null.
    func optionalBytes(_ name: String) throws(ParseFailure) -> [UInt8]? {
        guard let text = try optionalText(name) else { return nil }
        return try ParseQuestion.decoded(text, name)
    }

    /// A member of any type; nil when it is missing or null.
    func value(_ name: String) -> JSONValue? {
        let value = object[name]
        return value == .null ? nil : value
    }

    static func decoded(_ base64: String, _ name: String) throws(ParseFailure) -> [UInt8] {
        guard let data = Data(base64Encoded: base64) else {
            throw ParseFailure("the member `\(name)` is not base64")
        }
        return Array(data)
    }
}

/// Why a line has no answer.
struct ParseFailure: Error, Sendable, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }

    /// For a text that should be an address and is none.
    static func noAddress(_ text: String) -> ParseFailure {
        let shown = text.utf8.count > 200 ? text.prefix(100) + "…" : text[...]
        return ParseFailure("`\(shown)` is no address of http or https; write http:// or https:// in front")
    }
}
