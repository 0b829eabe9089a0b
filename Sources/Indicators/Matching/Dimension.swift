import Model

/// Which indicators a number of a unit may be: of its own dimension only.
enum Dimension {
    static func valueTypes(of unit: Unit) -> Set<ValueType> {
        switch unit {
        // An index printed in per cent is a score; a count may grow by some per cent.
        case .percent: [.percent, .score, .count, .money]
        case .percentagePoint: [.percent, .score]
        case .point: [.score]
        case .rank: [.rank]
        case .vnd: [.money]
        case .day, .hour, .minute: [.duration]
        case .times: Set(ValueType.allCases)
        default: [.count]
        }
    }
}
