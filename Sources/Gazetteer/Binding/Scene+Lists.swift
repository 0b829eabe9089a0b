extension Scene {
    /// `huyện A và huyện B lần lượt 172 và 165`: numbers and units go by position.
    func distributed(_ index: Int, sentence: Range<Int>) -> Int? {
        let offset = offsets[index]
        let later = Scene.first(triggers, notBefore: offset)
        guard later > 0, triggers[later - 1] >= sentence.lowerBound else { return nil }
        let trigger = triggers[later - 1]
        let end = later < triggers.count ? min(triggers[later], sentence.upperBound) : sentence.upperBound
        let list = siblings(in: sentence.lowerBound..<trigger)
        guard list.count > 1 else { return nil }
        let numbers = offsets(in: trigger..<limit(from: trigger, to: end))
        let place = index - numbers.lowerBound
        guard numbers.contains(index), numbers.count >= list.count, place < list.count else { return nil }
        return list[place]
    }

    /// What several units in a row are told together is about the unit above them, or about none with a name (an inner
    /// nil); as many numbers as units go by position. Nil where there is no such row of units.
    func ofList(endingAt last: Int, _ index: Int, _ sentence: Range<Int>) -> Int?? {
        let mention = mentions[last]
        guard mention.kind == .name, mention.row != reading.topic else { return nil }
        let run = run(endingAt: last)
        guard run.count > 1 else { return nil }
        let end = mention.range.upperBound
        let numbers = offsets(in: end..<limit(from: end, to: sentence.upperBound))
        if numbers.count == run.count, numbers.contains(index) { return .some(run[index - numbers.lowerBound]) }
        guard let topic = reading.topic, run.allSatisfy({ isBelow($0, topic) }) else { return .some(nil) }
        return .some(topic)
    }

    /// Where the next unit is named, or the end.
    private func limit(from start: Int, to end: Int) -> Int {
        guard start < end else { return start }
        let next = mentions(in: start..<end).lazy.map { mentions[$0] }.first {
            $0.kind == .name && $0.row != nil && !$0.isAside
        }
        return next?.range.lowerBound ?? end
    }

    private func isBelow(_ row: Int, _ above: Int) -> Bool {
        let rows = gazetteer.table.rows
        let common = max(rows[row].from, min(rows[row].to - 1, rows[above].to - 1))
        return gazetteer.lies(row, within: rows[above].key, on: common)
    }

    /// The last row of units of one level in a span, with nothing between them but commas and *và*; else all of the
    /// last one's level.
    private func siblings(in span: Range<Int>) -> [Int] {
        let named = mentions(in: span).suffix(Scene.reach).filter { index in
            let mention = mentions[index]
            return mention.kind == .name && !mention.isParentOnly && !mention.isAside && mention.row != nil
        }
        for index in named.reversed() {
            let run = run(endingAt: index)
            if run.count > 1 { return run }
        }
        let rows = named.compactMap { mentions[$0].row }
        let level = rows.last.map { gazetteer.table.rows[$0].key.level }
        return rows.filter { gazetteer.table.rows[$0].key.level == level }
    }

    /// The units of one level named right before a mention, and its own.
    private func run(endingAt last: Int) -> [Int] {
        var rows: [Int] = []
        var start = mentions[last].words.lowerBound
        for index in stride(from: last, through: max(0, last - Scene.reach), by: -1) {
            let mention = mentions[index]
            if mention.isParentOnly || mention.kind != .name { continue }
            guard let row = mention.row else { break }
            if let first = rows.last, !joins(mention.words.upperBound, start) || !sameLevel(first, row) { break }
            rows.append(row)
            start = mention.words.lowerBound
        }
        return rows.reversed()
    }

    /// Whether only a comma or *và* stands between the end of one name and the start of the next.
    private func joins(_ end: Int, _ start: Int) -> Bool {
        guard start - end <= 1, start < words.count, end <= start, words[start].gap != .openingBracket,
            words[end].gap != .line
        else { return false }
        return start == end || PlaceLexicon.joiners.contains(words[start - 1])
    }

    private func sameLevel(_ one: Int, _ two: Int) -> Bool {
        gazetteer.table.rows[one].key.level == gazetteer.table.rows[two].key.level
    }
}
