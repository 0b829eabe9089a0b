import Model

/// One article laid out for binding: its mentions, its sentences and its numbers.
struct Scene {
    let gazetteer: Gazetteer
    let bytes: [UInt8]
    let reading: PlaceReading
    let offsets: [Int]

    private var words: [PlaceWord] { reading.words }
    private var mentions: [Mention] { reading.mentions }

    /// The unit that a number is about.
    func row(of index: Int) -> Int? {
        let offset = offsets[index]
        let line = TextSpans.span(reading.spans.paragraphs, holding: offset, end: reading.length)
        if bytes[line].contains(0x09) { return rowOfTable(line) }
        let sentence = TextSpans.span(reading.spans.sentences, holding: offset, end: reading.length)
        let clause = TextSpans.span(reading.spans.clauses, holding: offset, end: reading.length)
        if let row = distributed(index, sentence: sentence) { return row }
        if let mention = located(behind: index, clause: clause) { return unit(of: mention) }
        if let mention = nearest(before: offset, in: sentence) { return unit(of: mention) }
        return reading.topic
    }

    private func unit(of mention: Mention) -> Int? {
        mention.kind == .nation ? nil : mention.row ?? reading.topic
    }

    /// A row of a table is about the unit it names.
    private func rowOfTable(_ line: Range<Int>) -> Int? {
        let named = mentions.first { line.contains($0.range.lowerBound) && $0.kind == .name && $0.row != nil }
        return named?.row ?? reading.topic
    }

    /// The last mention before a number in its sentence that is not only the address of another.
    private func nearest(before offset: Int, in sentence: Range<Int>) -> Mention? {
        mentions.last { mention in
            mention.range.lowerBound >= sentence.lowerBound && mention.range.upperBound <= offset
                && speaks(mention, for: offset, in: sentence)
        }
    }

    private func speaks(_ mention: Mention, for offset: Int, in sentence: Range<Int>) -> Bool {
        if mention.isParentOnly || mention.isAside || mention.kind == .nickname { return false }
        // What stands in brackets rules there alone.
        if let bracket = mention.bracket, !bracket.contains(offset) { return false }
        if mention.kind == .nation { return isNationalFigure(mention, in: sentence) }
        return mention.row != nil
    }

    /// `bình quân cả nước 87,94%`, `Cả nước có …`; but not `đứng thứ 12 cả nước`.
    private func isNationalFigure(_ mention: Mention, in sentence: Range<Int>) -> Bool {
        let start = mention.words.lowerBound
        if start > 0, PlaceLexicon.averages.contains(words[start - 1]) { return true }
        if start > 1, words[start].gap == .space, PlaceLexicon.averages.contains(words[start - 2]) { return true }
        let first = firstWord(from: sentence.lowerBound)
        return start - first <= 3
    }

    /// `huyện A và huyện B lần lượt 172 và 165`: numbers and units go by position.
    private func distributed(_ index: Int, sentence: Range<Int>) -> Int? {
        let offset = offsets[index]
        let triggers = triggers(in: sentence)
        guard let trigger = triggers.last(where: { $0 < offset }) else { return nil }
        let end = triggers.first { $0 > offset } ?? sentence.upperBound
        let stop = mentions.first { $0.range.lowerBound > trigger && $0.kind == .name && $0.row != nil && !$0.isAside }
        let limit = min(end, stop.map(\.range.lowerBound) ?? end)
        guard let list = siblings(in: sentence.lowerBound..<trigger, sentence: sentence), list.count > 1 else {
            return nil
        }
        let numbers = offsets.indices.filter { offsets[$0] > trigger && offsets[$0] < limit }
        guard numbers.count >= list.count, let place = numbers.firstIndex(of: index), place < list.count else {
            return nil
        }
        return list[place]
    }

    private func triggers(in span: Range<Int>) -> [Int] {
        var result: [Int] = []
        var index = firstWord(from: span.lowerBound)
        while index + 1 < words.count, words[index + 1].end <= span.upperBound {
            if PlaceLexicon.distributionHeads.contains(words[index]),
                PlaceLexicon.distribution.contains(words[index + 1])
            {
                result.append(words[index].start)
            }
            index += 1
        }
        return result
    }

    /// The last run of units of one level, with nothing between them but commas and *và*; else all those named.
    private func siblings(in span: Range<Int>, sentence: Range<Int>) -> [Int]? {
        let named = mentions.filter { mention in
            span.lowerBound <= mention.range.lowerBound && mention.range.upperBound <= span.upperBound
                && mention.kind == .name && !mention.isParentOnly && !mention.isAside && mention.row != nil
        }
        var best: [Int]?
        var run: [Mention] = []
        for mention in named {
            guard let row = mention.row else { continue }
            if let last = run.last, let lastRow = last.row, mention.words.lowerBound - last.words.upperBound <= 1,
                gazetteer.table.rows[lastRow].key.level == gazetteer.table.rows[row].key.level
            {
                run.append(mention)
            } else {
                run = [mention]
            }
            if run.count > 1 { best = run.compactMap(\.row) }
        }
        if let best { return best }
        let rows = named.compactMap(\.row)
        let level = rows.last.map { gazetteer.table.rows[$0].key.level }
        return rows.filter { gazetteer.table.rows[$0].key.level == level }
    }

    /// `12 hồ sơ ở huyện B`, `thứ 2 là huyện B`: a place behind the number, before the next one.
    private func located(behind index: Int, clause: Range<Int>) -> Mention? {
        let offset = offsets[index]
        let end = index + 1 < offsets.count ? min(offsets[index + 1], clause.upperBound) : clause.upperBound
        guard
            let mention = mentions.first(where: {
                $0.range.lowerBound > offset && $0.range.upperBound <= end && !$0.isAside && $0.row != nil
                    && $0.kind != .nickname && $0.kind != .nation
            }), mention.words.lowerBound > 0
        else { return nil }
        let number = firstWord(from: offset)
        var before = mention.words.lowerBound - 1
        if PlaceLexicon.whole.contains(words[before]) { before -= 1 }
        guard before > number - 1, words[mention.words.lowerBound].gap == .space,
            (number + 1..<max(number + 1, mention.words.lowerBound)).allSatisfy({ isClose(words[$0]) })
        else { return nil }
        if PlaceLexicon.isWord.contains(words[before]), number > 0, PlaceLexicon.rank.contains(words[number - 1]),
            mention.kind == .name
        {
            return mention
        }
        return PlaceLexicon.locators.contains(words[before]) ? mention : nil
    }

    /// Whether only a space, or the inside of a number, stands before a word.
    private func isClose(_ word: PlaceWord) -> Bool {
        word.gap == .space || word.gap == .none || (word.isNumber && (word.gap == .comma || word.gap == .dot))
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
