import Model

/// One article laid out for binding: its mentions, its sentences and its numbers.
struct Scene {
    let gazetteer: Gazetteer
    let words: [PlaceWord]
    let spans: TextSpans
    let length: Int
    let mentions: [Mention]
    let topic: Int?
    let offsets: [Int]

    /// The unit that a number is about.
    func row(of index: Int) -> Int? {
        let offset = offsets[index]
        let sentence = TextSpans.span(spans.sentences, holding: offset, end: length)
        let clause = TextSpans.span(spans.clauses, holding: offset, end: length)
        if let row = distributed(index, sentence: sentence, clause: clause) { return row }
        if let row = located(behind: index, clause: clause) { return row }
        if let mention = nearest(before: offset, from: sentence.lowerBound) { return unit(of: mention) }
        return topic
    }

    private func unit(of mention: Mention) -> Int? { mention.kind == .nation ? nil : mention.row ?? topic }

    /// The last mention before a number, from some offset on, that is not only the address of another.
    private func nearest(before offset: Int, from start: Int) -> Mention? {
        mentions.last { $0.range.lowerBound >= start && $0.range.upperBound <= offset && speaks($0) }
    }

    private func speaks(_ mention: Mention) -> Bool {
        !mention.isParentOnly && mention.kind != .nickname && (mention.row != nil || mention.kind == .nation)
    }

    /// `huyện A và huyện B lần lượt 172 và 165`: numbers and units go by position.
    private func distributed(_ index: Int, sentence: Range<Int>, clause: Range<Int>) -> Int? {
        let offset = offsets[index]
        guard let trigger = trigger(in: clause) else { return nil }
        let list =
            siblings(in: sentence.lowerBound..<max(trigger, sentence.lowerBound))
            ?? siblings(in: clause)
        guard let list, list.count > 1 else { return nil }
        let numbers = offsets.indices.filter { clause.contains(offsets[$0]) && offsets[$0] > trigger }
        guard numbers.count >= list.count, let place = numbers.firstIndex(where: { offsets[$0] == offset }) else {
            return nil
        }
        guard numbers.count == list.count || place < list.count else { return nil }
        return list[place]
    }

    private func trigger(in clause: Range<Int>) -> Int? {
        var index = firstWord(from: clause.lowerBound)
        while index + 1 < words.count, words[index + 1].end <= clause.upperBound {
            if PlaceLexicon.distributionHeads.contains(words[index]),
                PlaceLexicon.distribution.contains(words[index + 1])
            {
                return words[index].start
            }
            index += 1
        }
        return nil
    }

    /// The last run of units of one level in a span, with nothing between them but commas and *và*.
    private func siblings(in span: Range<Int>) -> [Int]? {
        var best: [Int]?
        var run: [Mention] = []
        for mention in mentions
        where span.lowerBound <= mention.range.lowerBound && mention.range.upperBound <= span.upperBound {
            guard mention.kind == .name, !mention.isParentOnly, let row = mention.row else { continue }
            if let last = run.last, let lastRow = last.row, mention.words.lowerBound - last.words.upperBound <= 1,
                gazetteer.table.rows[lastRow].key.level == gazetteer.table.rows[row].key.level
            {
                run.append(mention)
            } else {
                run = [mention]
            }
            if run.count > 1 { best = run.compactMap(\.row) }
        }
        return best
    }

    /// `12 hồ sơ ở huyện B`: a place behind the number, before the next one.
    private func located(behind index: Int, clause: Range<Int>) -> Int? {
        let offset = offsets[index]
        let end = index + 1 < offsets.count ? min(offsets[index + 1], clause.upperBound) : clause.upperBound
        guard
            let mention = mentions.first(where: {
                $0.range.lowerBound > offset && $0.range.upperBound <= end && speaks($0)
            }),
            mention.kind == .name, mention.words.lowerBound > 0
        else { return nil }
        guard PlaceLexicon.locators.contains(words[mention.words.lowerBound - 1]),
            words[mention.words.lowerBound].gap == .space
        else { return nil }
        let between = firstWord(from: offset)..<mention.words.lowerBound
        guard between.dropFirst().allSatisfy({ words[$0].gap == .space || words[$0].gap == .none }) else { return nil }
        return mention.row
    }

    private func firstWord(from offset: Int) -> Int {
        var low = 0
        var high = words.count
        while low < high {
            let middle = (low + high) / 2
            if words[middle].start >= offset { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
