import Model

/// Where the expressions of time stand, seen from one number.
struct PeriodFrame {
    let word: Int
    let kind: String
    let isIndex: Bool
    /// What the rules of carrying over give.
    let ruled: Period
    let passage: Passage
    let mentions: [PeriodMention]

    /// How many expressions before a number, and behind it, may rule it: more than an honest article has, few enough for a
    /// hostile one.
    private static let reachBack = 48
    private static let reachAhead = 8

    /// The mentions that are looked at: those near the number, in the opening of the article, and in the head of its table
    /// or list.
    var candidates: [Int] {
        let next = firstMention(from: word)
        let near = max(0, next - PeriodFrame.reachBack)..<min(mentions.count, next + PeriodFrame.reachAhead)
        var places = [0..<60, passage.lists.lead(of: word)]
        if let position = passage.tables[word] { places += [position.head, position.label, position.caption] }
        var far: Set<Int> = []
        for place in places where !place.isEmpty {
            let first = firstMention(from: place.lowerBound)
            far.formUnion((first..<mentions.count).prefix(16).prefix { mentions[$0].word < place.upperBound })
        }
        return far.filter { !near.contains($0) }.sorted() + near
    }

    /// The first mention that begins at a word or behind it.
    private func firstMention(from word: Int) -> Int {
        var (low, high) = (0, mentions.count)
        while low < high {
            let middle = (low + high) / 2
            if mentions[middle].word < word { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The features of a mention, or nil where it cannot rule the number.
    func features(of index: Int) -> FeatureList? {
        let mention = mentions[index]
        guard let reach = reach(of: mention.word) else { return nil }
        var list = FeatureList()
        let shape = mention.role + "-" + shape(of: mention.period)
        let order = order(of: index, reach: reach)
        let cue = cue(before: mention.word)
        let agrees = mention.period.start == ruled.start && mention.period.end == ruled.end
        list.add("rule", agrees ? "same" : "different")
        list.add("ruler", agrees ? "same" : "different", reach, mention.role)
        list.add("role", mention.role, kind)
        list.add("reach", reach)
        list.add("rs", reach, shape)
        list.add("ro", reach, order)
        list.add("rsk", reach, shape, kind)
        list.add("rk", reach, kind)
        list.add("ri", reach, isIndex ? "index" : "other", shape)
        list.add("cue", reach, cue)
        list.add("cue2", reach, cue, order, cue2(before: mention.word))
        list.add("cuek", reach, cue, kind)
        if reach == "before" || reach == "after" { addBetween(mention.word, reach, order, to: &list) }
        if passage.tables[word] != nil { list.add("table", reach) }
        return list
    }

    private func addBetween(_ other: Int, _ reach: String, _ order: String, to list: inout FeatureList) {
        let between = min(other, word) + 1..<max(other, word)
        var numbers = 0
        var parting = "open"
        for index in between {
            if passage.words[index].isNumber { numbers += 1 }
            switch passage.words[index].text {
            case ";", ":": parting = "strong"
            case ",", "(", ")": if parting == "open" { parting = "comma" }
            default: break
            }
        }
        list.add("between", reach, parting, String(min(numbers, 3)))
        list.add("far", reach, String(min(between.count / 4, 6)))
        if between.count <= 3 {
            list.add("tight", reach, passage.words[between].map(\.text).joined(separator: "_"))
        }
        if reach == "after", passage.words.indices.contains(word + 1) {
            list.add("bracket", passage.words[between].contains { $0.text == "(" } ? "yes" : "no")
        }
        if let left = leftWord(of: word) { list.add("own", reach, order, left) }
    }

    private func leftWord(of index: Int) -> String? { index > 0 ? passage.words[index - 1].text : nil }

    /// How a mention stands to the number: in its sentence, earlier in its paragraph, or heading its list or table.
    private func reach(of mention: Int) -> String? {
        if let position = passage.tables[word] {
            if position.head.contains(mention) { return "head" }
            if position.label.contains(mention) || position.cell.contains(mention) { return "label" }
            if position.caption.contains(mention) { return "caption" }
        }
        let (own, other) = (passage.sentenceOfWord[word], passage.sentenceOfWord[mention])
        if own == other { return mention < word ? "before" : "after" }
        guard mention < word else { return nil }
        if passage.lists.line(of: mention).contains(mention), passage.lists.line(of: word).contains(mention) {
            return own - other == 1 ? "previous" : "paragraph"
        }
        if passage.lists.lead(of: word).contains(mention) { return "lead" }
        return mention < 60 ? "opening" : "article"
    }

    /// Whether it is the nearest of its reach.
    private func order(of index: Int, reach: String) -> String {
        let word = mentions[index].word
        if reach == "after" {
            let before = mentions[..<index].suffix(PeriodFrame.reachAhead)
            return before.contains { $0.word > self.word && $0.word < word } ? "farther" : "nearest"
        }
        let nearer = mentions[(index + 1)...].prefix(PeriodFrame.reachBack).contains {
            $0.word > word && $0.word < self.word && self.reach(of: $0.word) == reach
        }
        return nearer ? "farther" : "nearest"
    }

    private func cue(before mention: Int) -> String { leftWord(of: mention) ?? "^" }

    private func cue2(before mention: Int) -> String { mention > 1 ? passage.words[mention - 2].text : "^" }

    /// An as-of date, a day, a month, a year or a longer stretch; past or to come.
    private func shape(of period: Period) -> String {
        guard let end = period.end else { return "none" }
        guard let start = period.start else {
            return period.basis == .resolved ? "now" : "asof"
        }
        let days = end.dayNumber - start.dayNumber
        return switch days {
        case ..<1: "day"
        case ..<32: "month"
        case ..<95: "quarter"
        case ..<364: "part"
        case ..<367: "year"
        default: "years"
        }
    }
}
