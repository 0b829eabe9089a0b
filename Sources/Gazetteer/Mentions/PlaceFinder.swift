import Model

/// Finds the administrative units that a text speaks of.
public struct PlaceFinder: Sendable {
    let gazetteer: Gazetteer

    public init(gazetteer: Gazetteer) { self.gazetteer = gazetteer }

    /// The mentions of a text in NFC, in order; names are read as they were on `date`, the day of publication.
    public func mentions(in text: String, on date: CivilDate, context: PlaceContext = PlaceContext()) -> [PlaceMention]
    {
        let found = resolved(
            WordScanner.words(in: Array(text.utf8)), on: date, title: titleMentions(context, on: date), context: context
        )
        return found.filter { $0.kind != .name || !$0.candidates.isEmpty }.map(publicForm)
    }

    /// What the title names, resolved by itself.
    func titleMentions(_ context: PlaceContext, on date: CivilDate) -> [Mention] {
        resolved(WordScanner.words(in: Array(context.title.utf8)), on: date, title: [], context: context)
    }

    func resolved(
        _ words: [PlaceWord], on date: CivilDate, title: [Mention], context: PlaceContext
    ) -> [Mention] {
        var scanner = MentionScanner(gazetteer: gazetteer, words: words)
        var mentions = scanner.scan()
        let day = Int32(date.dayNumber)
        let given = context.known.compactMap(UnitKey.init).compactMap { gazetteer.table.index(of: $0, on: day) }
        let home = context.home.flatMap(UnitKey.init)
        var resolver = MentionResolver(
            gazetteer: gazetteer, words: words, day: day, known: title.compactMap(\.row) + given, home: home)
        resolver.resolve(&mentions)
        return mentions
    }

    private func publicForm(_ mention: Mention) -> PlaceMention {
        PlaceMention(
            range: mention.range, kind: mention.kind,
            candidates: mention.candidates.prefix(16).map {
                PlaceCandidate(unit: gazetteer.table.unit($0.row), score: $0.score)
            },
            best: mention.row.map(gazetteer.table.unit), hasTypeWord: mention.hasTypeWord,
            isInsideOrganisationName: mention.isInsideOrganisationName)
    }
}
