import Model
import VietnameseText

/// Finds the administrative units that a text speaks of.
public struct PlaceFinder: Sendable {
    let gazetteer: Gazetteer

    public init(gazetteer: Gazetteer) { self.gazetteer = gazetteer }

    /// The mentions of a text, in order; names are read as they were on `date`, the day of publication.
    public func mentions(
        in text: TokenText, on date: CivilDate, context: PlaceContext = PlaceContext()
    ) -> [PlaceMention] {
        read(text, on: date, context: context).mentions
            .filter { $0.kind != .name || !$0.candidates.isEmpty }.map { PlaceMention($0, in: gazetteer) }
    }

    /// A text with its mentions, resolved.
    func read(_ source: TokenText, on date: CivilDate, context: PlaceContext) -> PlaceReading {
        let day = Int32(date.dayNumber)
        let placeText = PlaceText(source)
        let words = placeText.words
        let titleWords = PlaceText(TokenText(context.title)).words
        var title = scan(titleWords)
        var text = scan(words)
        markAsides(&text, in: placeText)
        let home = context.home.flatMap(UnitKey.init)
        let introduced = Set((title + text).filter(\.hasTypeWord).flatMap { mention in likelyKeys(mention, day) })
        let votes = ProvinceVotes(gazetteer: gazetteer, day: day, title: title, text: text)
        func resolver(_ known: [Int]) -> MentionResolver {
            MentionResolver(
                gazetteer: gazetteer, day: day, known: known, home: home, introduced: introduced, provinces: votes)
        }
        let given = context.known.compactMap(UnitKey.init).compactMap { gazetteer.table.index(of: $0, on: day) }
        var titleResolver = resolver(given)
        titleResolver.resolve(&title, words: titleWords)
        var textResolver = resolver(given + title.compactMap(\.row))
        textResolver.resolve(&text, words: words)
        let spans = TextSpans(placeText, protected: text.map(\.range))
        let topic = Topic(
            gazetteer: gazetteer, day: day, title: title, isMinistry: startsWithMinistry(titleWords), text: text,
            home: home)
        AnaphorResolver(gazetteer: gazetteer, day: day, topic: topic.row, home: home, paragraphs: spans.paragraphs)
            .explain(&text)
        return PlaceReading(words: words, spans: spans, length: source.bytes.count, mentions: text, topic: topic.row)
    }

    private func scan(_ words: [PlaceWord]) -> [Mention] {
        var scanner = MentionScanner(gazetteer: gazetteer, words: words)
        return scanner.scan()
    }

    /// The units that a name with type word can mean: those of that type, else all.
    private func likelyKeys(_ mention: Mention, _ day: Int32) -> [UnitKey] {
        let rows = mention.candidates.map { gazetteer.table.rows[$0.row] }
        let exact = rows.filter { $0.type == mention.type }
        return (exact.isEmpty ? rows : exact).map(\.key)
    }

    private func startsWithMinistry(_ words: [PlaceWord]) -> Bool {
        words.count > 1 && PlaceLexicon.ministry.contains(words[0]) && words[1].isCapitalised
    }
}

/// A text, its mentions and what it is about.
struct PlaceReading {
    let words: [PlaceWord]
    let spans: TextSpans
    let length: Int
    let mentions: [Mention]
    let topic: Int?
}
