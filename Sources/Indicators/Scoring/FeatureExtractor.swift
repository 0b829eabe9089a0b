import FoundationEssentials
import Model

/// Turns the surroundings of a number into named features, the same ones for training and for reading.
struct FeatureExtractor {
    let passage: Passage
    let figures: [Figure]

    /// What speaks for or against an answer, whichever indicator it is of.
    func features(of context: NumberContext, figure index: Int) -> FeatureList {
        var list = FeatureList()
        let words = passage.words
        let left = context.left.map { words[$0].text }
        let right = context.right.map { words[$0].text }
        addPositions(left, right, to: &list)
        addBag("rc", "rc2", Array(right.prefix(context.rightNear)), to: &list)
        addBag("r", "r2", Array(right.dropFirst(context.rightNear)), to: &list)
        addBag("lc", "lc2", Array(left.prefix(context.leftNear).reversed()), to: &list)
        addBag("l", "l2", Array(left.dropFirst(context.leftNear).reversed()), to: &list)
        addFigure(index, to: &list)
        addSurroundings(context, to: &list)
        return list
    }

    private func addPositions(_ left: [String], _ right: [String], to list: inout FeatureList) {
        for (name, word) in zip(["R0", "R1", "R2", "R3"] as [StaticString], right) { list.add(name, word) }
        for (name, word) in zip(["L0", "L1", "L2", "L3"] as [StaticString], left) { list.add(name, word) }
        if right.count > 1 { list.add("R01", right[0], right[1]) }
        if left.count > 1 { list.add("L10", left[1], left[0]) }
        if left.count > 2 { list.add("L210", left[2], left[1], left[0]) }
        list.add("LR", left.first ?? "^", right.first ?? "$")
    }

    /// Words and pairs of words, each once.
    private func addBag(_ single: StaticString, _ pair: StaticString, _ texts: [String], to list: inout FeatureList) {
        var seen: Set<String> = []
        for text in texts where seen.insert(text).inserted { list.add(single, text) }
        seen = []
        for (first, second) in zip(texts, texts.dropFirst()) where seen.insert("\(first) \(second)").inserted {
            list.add(pair, first, second)
        }
    }

    private func addFigure(_ index: Int, to list: inout FeatureList) {
        let figure = figures[index]
        list.add("u", figure.unit.rawValue)
        list.add("q", figure.qualifier.rawValue)
        list.add("d", figure.denominator == nil ? "none" : "some")
        list.add("v", FeatureExtractor.magnitude(figure.value))
        list.add("uv", figure.unit.rawValue, FeatureExtractor.magnitude(figure.value))
        if figure.isSpelled { list.add("spelled") }
        if figure.isForecast { list.add("forecast") }
        if let change = figure.change { list.add("chg", change) }
        if index > 0 { list.add("pu", figures[index - 1].unit.rawValue, figure.unit.rawValue) }
        if index + 1 < figures.count { list.add("nu", figure.unit.rawValue, figures[index + 1].unit.rawValue) }
    }

    private func addSurroundings(_ context: NumberContext, to list: inout FeatureList) {
        let words = passage.words
        var seen: Set<String> = []
        if context.position == nil {
            let near = Set(context.left + context.right + [context.word])
            for index in context.sentence where !near.contains(index) && words[index].kind == .syllable {
                let name: StaticString = index < context.word ? "s" : "sr"
                if seen.insert("\(index < context.word)\(words[index].text)").inserted {
                    list.add(name, words[index].text)
                }
            }
        } else {
            list.add("table")
        }
        addBag("p", in: context.previousSentence, to: &list)
        addBag("li", in: passage.lists.lead(of: context.word), to: &list)
        addBag("ph", in: passage.lists.line(of: context.word).prefix(8).filter { $0 < context.word }, to: &list)
        if let last = context.left.last, last > context.sentence.lowerBound, words[last - 1].isNumber {
            let before = NumberContext(passage: passage, word: last - 1)
            for index in before.right.prefix(3) { list.add("pr", words[index].text) }
            for index in before.left.prefix(3) { list.add("pl", words[index].text) }
        }
        seen = []
        for word in passage.title where word.kind == .syllable && seen.insert(word.text).inserted {
            list.add("t", word.text)
        }
        if let first = context.sentence.first { list.add("first", words[first].text) }
    }

    private func addBag(_ name: StaticString, in words: some Sequence<Int>, to list: inout FeatureList) {
        var seen: Set<String> = []
        for index in words where passage.words[index].kind == .syllable {
            if seen.insert(passage.words[index].text).inserted { list.add(name, passage.words[index].text) }
        }
    }

    /// The size of a value in coarse steps.
    private static func magnitude(_ value: Decimal) -> String {
        switch value {
        case ..<0: "neg"
        case 0: "0"
        case 1: "1"
        case ...10: "10"
        case ..<100: "99"
        case 100: "100"
        case ..<1_000: "1e3"
        case ..<10_000: "1e4"
        case ..<100_000: "1e5"
        case ..<1_000_000: "1e6"
        case ..<1_000_000_000: "1e9"
        default: "big"
        }
    }
}
