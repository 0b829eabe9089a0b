import Foundation

/// How far the words near a number cover the aliases of each indicator, whatever their order: finds paraphrases.
///
/// A word counts by how rare it is among the aliases (the logarithm of their number over the number that has it).
struct AliasOverlap: Sendable {
    /// The best cover among the aliases of one indicator.
    struct Cover: Sendable {
        let indicator: Int
        /// The covered share of the best alias, by weight, 0 to 1.
        let share: Double
        /// The share times the square root of the alias's weight: long aliases outdo short ones.
        let strength: Double
    }

    private var aliases: [(indicator: Int, symbols: [Int32])] = []
    private var weights: [Double] = []
    private var totals: [Double] = []
    private var holders: [[Int32]] = []

    mutating func add(_ symbols: [Int32], indicator: Int) {
        if !symbols.isEmpty { aliases.append((indicator, Array(Set(symbols)).sorted())) }
    }

    mutating func finish(symbolCount: Int) {
        holders = Array(repeating: [], count: symbolCount)
        for (index, alias) in aliases.enumerated() {
            for symbol in alias.symbols { holders[Int(symbol)].append(Int32(index)) }
        }
        weights = holders.map { $0.isEmpty ? 0 : log(Double(max(aliases.count, 1)) / Double($0.count)) }
        totals = aliases.map { alias in max(alias.symbols.reduce(0) { $0 + weights[Int($1)] }, 0.001) }
    }

    /// The best cover of each indicator that these symbols touch, in the order of the catalogue.
    func covers(of symbols: Set<Int32>) -> [Cover] {
        var sums = [Double](repeating: 0, count: aliases.count)
        var touched: [Int] = []
        for symbol in symbols.sorted() where symbol >= 0 {
            for holder in holders[Int(symbol)] {
                let index = Int(holder)
                if sums[index] == 0 { touched.append(index) }
                sums[index] += weights[Int(symbol)]
            }
        }
        var best: [Int: Cover] = [:]
        for index in touched {
            let indicator = aliases[index].indicator
            let share = sums[index] / totals[index]
            let cover = Cover(indicator: indicator, share: share, strength: share * totals[index].squareRoot())
            if let known = best[indicator], known.strength >= cover.strength { continue }
            best[indicator] = cover
        }
        return best.values.sorted { $0.indicator < $1.indicator }
    }
}
