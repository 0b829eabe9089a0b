import Model

/// Which indicators a number of a unit may be: of its own dimension only.
enum Dimension {
    static func valueTypes(of unit: Unit) -> ValueTypes {
        switch unit {
        // An index printed in per cent is a score; a count may grow by some per cent.
        case .percent: [.percent, .score, .count, .money]
        case .percentagePoint: [.percent, .score]
        case .point: [.score]
        case .rank: [.rank]
        case .vnd: [.money]
        case .day, .hour, .minute: [.duration]
        case .times: ValueTypes(ValueType.allCases)
        default: [.count]
        }
    }
}

/// A few value types, a bit each: asked for every indicator and every number.
struct ValueTypes: Sendable, ExpressibleByArrayLiteral {
    private var bits: UInt16 = 0

    init(_ types: [ValueType]) { for type in types { bits |= ValueTypes.bit(of: type) } }
    init(arrayLiteral types: ValueType...) { self.init(types) }

    func contains(_ type: ValueType) -> Bool { bits & ValueTypes.bit(of: type) != 0 }

    var members: [ValueType] { ValueType.allCases.filter(contains) }

    private static func bit(of type: ValueType) -> UInt16 {
        switch type {
        case .count: 1
        case .percent: 2
        case .score: 4
        case .rank: 8
        case .money: 16
        case .duration: 32
        }
    }
}
