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

    /// Room for the sums of one search, used again by the next.
    struct Scratch: Sendable {
        /// By alias; all 0 between two searches.
        fileprivate var sums: [Double]
        /// By indicator, the position in the covers found, or -1.
        fileprivate var places: [Int]
    }

    func scratch() -> Scratch {
        let indicators = (aliases.map(\.indicator).max() ?? -1) + 1
        return Scratch(
            sums: Array(repeating: 0, count: aliases.count), places: Array(repeating: -1, count: indicators))
    }

    /// The best cover of each indicator that these symbols touch, in the order of the catalogue.
    func covers(of symbols: Set<Int32>, scratch: inout Scratch) -> [Cover] {
        var touched: [Int] = []
        for symbol in symbols.sorted() where symbol >= 0 {
            let weight = weights[Int(symbol)]
            for holder in holders[Int(symbol)] {
                let index = Int(holder)
                if scratch.sums[index] == 0 { touched.append(index) }
                scratch.sums[index] += weight
            }
        }
        var covers: [Cover] = []
        for index in touched {
            let indicator = aliases[index].indicator
            let share = scratch.sums[index] / totals[index]
            scratch.sums[index] = 0
            let cover = Cover(indicator: indicator, share: share, strength: share * totals[index].squareRoot())
            let place = scratch.places[indicator]
            if place < 0 {
                scratch.places[indicator] = covers.count
                covers.append(cover)
            } else if covers[place].strength < cover.strength {
                covers[place] = cover
            }
        }
        for cover in covers { scratch.places[cover.indicator] = -1 }
        return covers.sorted { $0.indicator < $1.indicator }
    }
}
