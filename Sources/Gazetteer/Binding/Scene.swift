import Model

/// One article laid out for binding: its mentions, its sentences and its numbers.
struct Scene {
    let gazetteer: Gazetteer
    let reading: PlaceReading
    /// Where the numbers begin, ascending.
    let offsets: [Int]
    /// Where *lần lượt* and *tương ứng* stand, ascending.
    let triggers: [Int]

    /// How many mentions of one sentence are looked at: more than any honest sentence has, few enough for a hostile one.
    static let reach = 64

    var words: [PlaceWord] { reading.words }
    var mentions: [Mention] { reading.mentions }

    init(gazetteer: Gazetteer, reading: PlaceReading, offsets: [Int]) {
        self.gazetteer = gazetteer
        self.reading = reading
        self.offsets = offsets
        let words = reading.words
        triggers = words.indices.dropLast().filter { index in
            PlaceLexicon.distributionHeads.contains(words[index])
                && PlaceLexicon.distribution.contains(words[index + 1])
        }.map { words[$0].start }
    }

    /// The unit that a number is about.
    func row(of index: Int) -> Int? {
        let offset = offsets[index]
        let line = TextSpans.span(reading.spans.paragraphs, holding: offset, end: reading.length)
        if let row = rowOfTable(line) { return row }
        let sentence = TextSpans.span(reading.spans.sentences, holding: offset, end: reading.length)
        if let row = distributed(index, sentence: sentence) { return row }
        if let mention = located(behind: index) { return unit(of: mention) }
        if let mention = nearest(before: offset, in: sentence) {
            return ofList(endingAt: mention, index, sentence) ?? unit(of: mentions[mention])
        }
        return carried(from: sentence, paragraph: line) ?? reading.topic
    }

    private func unit(of mention: Mention) -> Int? { isNational(mention) ? nil : mention.row ?? reading.topic }

    private func isNational(_ mention: Mention) -> Bool { mention.kind == .nation || mention.kind == .ministry }

    /// A row of a table is about the unit it names; nil where the line is no row or names none.
    private func rowOfTable(_ line: Range<Int>) -> Int? {
        let tab = Scene.first(reading.spans.tabs, notBefore: line.lowerBound)
        guard tab < reading.spans.tabs.count, reading.spans.tabs[tab] < line.upperBound else { return nil }
        let named = mentions(in: line).lazy.map { mentions[$0] }.first { $0.kind == .name && $0.row != nil }
        return named?.row
    }

    /// The last mention before a number in its sentence that is not only the address of another.
    private func nearest(before offset: Int, in sentence: Range<Int>) -> Int? {
        guard sentence.lowerBound < offset else { return nil }
        return mentions(in: sentence.lowerBound..<offset).suffix(Scene.reach).last {
            mentions[$0].range.upperBound <= offset && speaks(mentions[$0], for: offset, in: sentence)
        }
    }

    private func speaks(_ mention: Mention, for offset: Int, in sentence: Range<Int>) -> Bool {
        if mention.isParentOnly || mention.isAside || mention.kind == .nickname { return false }
        // What stands in brackets rules there alone.
        if let bracket = mention.bracket, !bracket.contains(offset) { return false }
        if mention.kind == .nation { return isNationalFigure(mention, in: sentence) }
        if mention.kind == .ministry { return reading.topic == nil }
        guard mention.row != nil else { return false }
        // `nhiều nhất là huyện A;` says it for this clause only.
        let start = mention.words.lowerBound
        guard start > 0, PlaceLexicon.isWord.contains(words[start - 1]) else { return true }
        return clause(of: offset).contains(mention.range.lowerBound)
    }

    /// `bình quân cả nước 87,94%`, `Cả nước có …`; but not `đứng thứ 12 cả nước`.
    private func isNationalFigure(_ mention: Mention, in sentence: Range<Int>) -> Bool {
        let start = mention.words.lowerBound
        if start > 0, PlaceLexicon.averages.contains(words[start - 1]) { return true }
        if start > 1, PlaceLexicon.common.contains(words[start - 1]), PlaceLexicon.averages.contains(words[start - 2]) {
            return true
        }
        if words[mention.words.upperBound - 1].isNumber { return true }
        return start - firstWord(from: sentence.lowerBound) <= 3
    }

    /// The unit that heads the sentence before, in the same paragraph: `Phường A … . Riêng tháng 9, nơi đây nhận 9.418`.
    private func carried(from sentence: Range<Int>, paragraph: Range<Int>) -> Int? {
        var end = sentence.lowerBound
        var steps = 0
        while end > paragraph.lowerBound, steps < Scene.reach {
            let previous = TextSpans.span(reading.spans.sentences, holding: end - 1, end: reading.length)
            let speaking = mentions(in: previous).prefix(Scene.reach).map { mentions[$0] }.filter {
                speaks($0, for: $0.range.lowerBound, in: previous)
            }
            if let first = speaking.first {
                let lead = first.words.lowerBound - firstWord(from: previous.lowerBound)
                return lead <= 2 && speaking.allSatisfy { $0.row == first.row } ? first.row : nil
            }
            end = previous.lowerBound
            steps += 1
        }
        return nil
    }

    /// `12 hồ sơ ở huyện B`, `thứ 2 là huyện B`: a place behind the number, before the next one.
    private func located(behind index: Int) -> Mention? {
        let offset = offsets[index]
        let clause = clause(of: offset)
        let end = index + 1 < offsets.count ? min(offsets[index + 1], clause.upperBound) : clause.upperBound
        guard offset < end else { return nil }
        let behind = mentions(in: offset..<end).prefix(Scene.reach).lazy.map { mentions[$0] }
        guard
            let mention = behind.first(where: { mention in
                mention.range.lowerBound > offset && mention.range.upperBound <= end && !mention.isAside
                    && mention.row != nil && mention.kind != .nickname
            })
        else { return nil }
        let number = firstWord(from: offset)
        let start = mention.words.lowerBound
        guard number < start, words[start].gap == .space,
            words[number + 1..<start].prefix(Scene.reach).allSatisfy(isClose)
        else { return nil }
        let before = PlaceLexicon.whole.contains(words[start - 1]) ? start - 2 : start - 1
        guard before >= number else { return nil }
        let isRanked = number > 0 && PlaceLexicon.ranking.contains(words[number - 1])
        if PlaceLexicon.isWord.contains(words[before]), isRanked, mention.kind == .name { return mention }
        if mention.kind != .name, isRanked { return nil }
        return PlaceLexicon.locators.contains(words[before]) ? mention : nil
    }

    /// Whether only a space, or the inside of a number, stands before a word.
    private func isClose(_ word: PlaceWord) -> Bool {
        word.gap == .space || word.gap == .none || (word.isNumber && (word.gap == .comma || word.gap == .dot))
    }
}
