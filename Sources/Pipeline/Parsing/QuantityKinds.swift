import Model
import VietnameseText

extension ParseKind {
    static let number = ParseKind(
        "number", summary: "The number that a text in Vietnamese states, in digits or words.",
        takes: "text", gives: "value (a decimal as text)"
    ) { question in
        guard let value = NumberPhrase.read(try question.phrase()) else { throw ParseFailure.noPhrase("number") }
        return { $0.member("value", value.description) }
    }

    static let ordinal = ParseKind(
        "ordinal", summary: "The rank that a text in Vietnamese states, as thứ nhất.",
        takes: "text", gives: "ordinal (a whole number)"
    ) { question in
        guard let rank = NumberPhrase.ordinal(try question.phrase()) else { throw ParseFailure.noPhrase("ordinal") }
        return { $0.member("ordinal", rank) }
    }

    static let money = ParseKind(
        "money", summary: "The amount of money that a text in Vietnamese states, a bound or a range.",
        takes: "text", gives: "kind (simple, between, under or above), currency, values (decimals as text)"
    ) { question in
        guard let money = MoneyPhrase.read(try question.phrase()) else {
            throw ParseFailure.noPhrase("amount of money")
        }
        return { json in
            json.member("kind", money.kind.rawValue)
            json.member("currency", money.currency)
            json.array("values") { json in
                for value in money.values { json.value(JSONValue.text(value.description)) }
            }
        }
    }

    static let duration = ParseKind(
        "duration", summary: "The length of time that a text in Vietnamese states.",
        takes: "text", gives: "seconds (of weeks, days, hours, minutes and seconds), months (of years and months)"
    ) { question in
        guard let duration = DurationPhrase.read(try question.phrase()) else {
            throw ParseFailure.noPhrase("length of time")
        }
        return { json in
            json.member("seconds", duration.seconds)
            json.member("months", duration.months)
        }
    }
}

extension ParseQuestion {
    /// The member `text`, when it is short enough to be one phrase.
    func phrase() throws(ParseFailure) -> String {
        let text = try text("text")
        guard text.utf8.count <= 4_096 else {
            throw ParseFailure("the text is longer than 4096 bytes; give one phrase a line")
        }
        return text
    }
}

extension ParseFailure {
    static func noPhrase(_ what: String) -> ParseFailure {
        ParseFailure("the text as a whole is no \(what) that can be read; give the \(what) alone")
    }
}
