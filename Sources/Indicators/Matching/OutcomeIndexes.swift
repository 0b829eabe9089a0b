import Model

/// The outcome indexes of a catalogue (PAR INDEX, SIPAS, PAPI …) and the phrases that name one of them only.
///
/// A score or rank seldom stands beside the name of its index; the last name before it decides. The index of
/// `index.papi.component_rank` is its second part.
struct OutcomeIndexes {
    let indexOfIndicator: [Int]
    /// In the order of the catalogue.
    let names: [(phrase: String, index: Int)]

    init(indicators: [Indicator]) {
        var numbers: [Substring: Int] = [:]
        indexOfIndicator = indicators.map { indicator in
            let parts = indicator.code.rawValue.split(separator: ".")
            guard indicator.area == .outcomeIndex, parts.count > 2 else { return -1 }
            let number = numbers[parts[1]] ?? numbers.count
            numbers[parts[1]] = number
            return number
        }
        var owners: [String: Set<Int>] = [:]
        var order: [String] = []
        for (position, indicator) in indicators.enumerated() {
            let whole = indicator.code.rawValue.hasSuffix(".score") || indicator.code.rawValue.hasSuffix(".rank")
            for phrase in indicator.aliases + (whole ? indicator.contextAny : []) {
                let key = phrase.lowercased()
                if owners[key] == nil { order.append(key) }
                owners[key, default: []].insert(indexOfIndicator[position])
            }
        }
        names = order.compactMap { phrase in
            guard let owner = owners[phrase], owner.count == 1, let index = owner.first, index >= 0 else { return nil }
            return (phrase, index)
        }
    }
}
