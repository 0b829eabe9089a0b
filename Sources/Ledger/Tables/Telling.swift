import FoundationEssentials
import Model

/// One observation of a fact, as far as facts are made of it.
struct Telling {
    let observation: String
    let value: Decimal
    let qualifier: Qualifier
    let confidence: Int
    let publishedAt: Timestamp?
    let source: String
    let article: String
    let url: String
    let quote: String
    let position: Int

    /// The order in which tellings are listed: by time of publication, source, article and place in the text.
    static func comesFirst(_ left: Telling, _ right: Telling) -> Bool {
        let times = (left.publishedAt?.seconds ?? .max, right.publishedAt?.seconds ?? .max)
        if times.0 != times.1 { return times.0 < times.1 }
        return (left.source, left.article, left.position, left.observation)
            < (right.source, right.article, right.position, right.observation)
    }

    /// Which of two stands for the fact: the surer one, then an exact one, then the later one, then the one that is
    /// listed first. `facts` and `wide` choose by this rule.
    static func isBetter(_ left: Telling, _ right: Telling) -> Bool {
        if left.confidence != right.confidence { return left.confidence > right.confidence }
        if left.isExact != right.isExact { return left.isExact }
        let times = (left.publishedAt?.seconds ?? .min, right.publishedAt?.seconds ?? .min)
        if times.0 != times.1 { return times.0 > times.1 }
        return comesFirst(left, right)
    }

    private var isExact: Bool { qualifier == .exact }

    /// What the telling admits as the true value: itself alone when exact; up to 5 % beside it when "about"; up to 10 %
    /// below when "nearly"; everything on one side of a bound. Nil stands for no bound.
    private var admitted: (low: Decimal?, high: Decimal?) {
        let size = value < 0 ? -value : value
        switch qualifier {
        case .exact, .impliedAll: return (value, value)
        case .about: return (value - size / 20, value + size / 20)
        case .nearly: return (value - size / 10, value)
        case .moreThan, .atLeast: return (value, nil)
        case .lessThan, .atMost: return (nil, value)
        }
    }

    /// Whether some value is admitted by all.
    static func agree(_ tellings: [Telling]) -> Bool {
        let lows = tellings.compactMap(\.admitted.low)
        let highs = tellings.compactMap(\.admitted.high)
        guard let low = lows.max(), let high = highs.min() else { return true }
        return low <= high
    }
}

/// A fact with all its tellings, in their order; never empty.
struct ToldFact {
    /// What the tellings have in common: the cells of `FactReader.common`.
    let common: [Cell]
    let tellings: [Telling]
    let chosen: Telling

    /// Nil without tellings.
    init?(common: [Cell], tellings: [Telling]) {
        guard let chosen = tellings.min(by: Telling.isBetter) else { return nil }
        self.common = common
        self.tellings = tellings.sorted(by: Telling.comesFirst)
        self.chosen = chosen
    }

    var agreement: Agreement {
        if tellings.count == 1 { return .single }
        return Telling.agree(tellings) ? .agree : .conflict
    }
}

/// Whether the tellings of a fact agree.
public enum Agreement: String, Sendable, CaseIterable {
    /// Told once.
    case single
    case agree
    /// No value is admitted by all tellings.
    case conflict
}
