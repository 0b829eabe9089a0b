import FoundationEssentials
import Model

/// What the phrases of the catalogue say for each indicator that a number may be.
struct CandidateFeatures {
    let book: PhraseBook
    let passage: Passage
    /// Phrases that stand in each sentence, found when first asked for.
    private var hitsOfSentence: [Int: [PhraseHit]] = [:]
    private var scratch: AliasOverlap.Scratch
    private let titleContext: Set<Int>
    private let titleIndex: Int?

    init(book: PhraseBook, passage: Passage) {
        self.book = book
        self.passage = passage
        scratch = book.overlap.scratch()
        let scanner = PhraseScanner(book: book, words: passage.title)
        let hits = scanner.hits(in: passage.title.indices)
        titleContext = Set(
            hits.filter { $0.entry.role == .alias || $0.entry.role == .contextAny }.map(\.entry.indicator))
        titleIndex = hits.last { $0.entry.role == .indexName }?.entry.indicator
    }

    /// The features of each indicator that something speaks for, by its position in the catalogue.
    mutating func features(of context: NumberContext, unit: Unit) -> [Int: FeatureList] {
        let fitting = Dimension.valueTypes(of: unit)
        var result: [Int: FeatureList] = [:]
        let hits = hits(near: context)
        addAliases(hits, context: context, fitting: fitting, to: &result)
        addSetting(context, fitting: fitting, to: &result)
        addContext(hits, context: context, to: &result)
        addCovers(context, wide: false, fitting: fitting, to: &result)
        addCovers(context, wide: true, fitting: fitting, to: &result)
        addIndex(context, fitting: fitting, to: &result)
        addCountedNoun(context, to: &result)
        return result
    }

    /// Whether the noun behind the number is the one that the indicator counts: "cuộc", "lượt người", "hồ sơ".
    private func addCountedNoun(_ context: NumberContext, to result: inout [Int: FeatureList]) {
        let nouns = context.right.prefix(4).map { passage.words[$0].text }
        guard let first = nouns.first, passage.words[context.right[0]].kind == .syllable else { return }
        for indicator in result.keys where book.valueTypes[indicator] == .count {
            let unit = book.unitSyllables[indicator]
            let agrees = unit.first == first ? (nouns.starts(with: unit) ? "whole" : "first") : "other"
            result[indicator]?.add("noun", agrees)
        }
    }

    /// Whether the index of a score or rank is the one that was named last.
    private mutating func addIndex(
        _ context: NumberContext, fitting: ValueTypes, to result: inout [Int: FeatureList]
    ) {
        guard fitting.contains(.score) || fitting.contains(.rank) else { return }
        let named = lastIndex(before: context)
        let next = sentenceHits(passage.sentenceOfWord[context.word])
            .first { $0.entry.role == .indexName && $0.words.lowerBound > context.word }?.entry.indicator
        for (indicator, index) in book.indexOfIndicator.enumerated()
        where index >= 0 && fitting.contains(book.valueTypes[indicator]) {
            var list = result[indicator] ?? FeatureList()
            list.add("index", named?.index == index ? named?.reach ?? "" : named == nil ? "none" : "other")
            if let next, named?.reach != "sentence" { list.add("indexnext", next == index ? "same" : "other") }
            result[indicator] = list
        }
    }

    private mutating func lastIndex(before context: NumberContext) -> (index: Int, reach: String)? {
        var sentence = passage.sentenceOfWord[context.word]
        if let position = context.position {
            let scanner = PhraseScanner(book: book, words: passage.words)
            let near = [position.head, position.caption].flatMap { scanner.hits(in: $0) }
            if let name = near.first(where: { $0.entry.role == .indexName }) {
                return (name.entry.indicator, "sentence")
            }
        }
        let own = sentenceHits(sentence).last {
            $0.entry.role == .indexName && $0.words.lowerBound < context.word
        }
        if let own { return (own.entry.indicator, "sentence") }
        var reach = "paragraph"
        let reached = max(0, sentence - CandidateFeatures.sentencesBack)
        while sentence > reached {
            sentence -= 1
            if passage.words[passage.sentences[sentence].upperBound - 1].endsLine { reach = "article" }
            if let name = sentenceHits(sentence).last(where: { $0.entry.role == .indexName }) {
                return (name.entry.indicator, reach)
            }
        }
        return titleIndex.map { ($0, "title") }
    }

    /// How many sentences the name of an index may lie behind: more than an honest article has.
    private static let sentencesBack = 200

    private mutating func sentenceHits(_ sentence: Int) -> [PhraseHit] {
        if let known = hitsOfSentence[sentence] { return known }
        let found = PhraseScanner(book: book, words: passage.words).hits(in: passage.sentences[sentence])
        hitsOfSentence[sentence] = found
        return found
    }

    private mutating func hits(near context: NumberContext) -> [PhraseHit] {
        let scanner = PhraseScanner(book: book, words: passage.words)
        if let position = context.position {
            return [position.head, position.label, position.caption, position.cell].flatMap { scanner.hits(in: $0) }
        }
        return scanner.hits(around: context.word, in: context.sentence)
            + sentenceHits(passage.sentenceOfWord[context.word])
    }

    /// The best place of an alias of each indicator: around the number, right behind it, or some way off.
    private func addAliases(
        _ hits: [PhraseHit], context: NumberContext, fitting: ValueTypes, to result: inout [Int: FeatureList]
    ) {
        var best: [Int: (site: AliasSite, length: Int, worth: Int)] = [:]
        for hit in hits where hit.entry.role == .alias && fitting.contains(book.valueTypes[hit.entry.indicator]) {
            let site = AliasSite(hit.words, context: context)
            let worth = site.worth + 2 * hit.entry.length
            if let known = best[hit.entry.indicator], known.worth >= worth { continue }
            best[hit.entry.indicator] = (site, hit.entry.length, worth)
        }
        let longest = best.values.map(\.length).max() ?? 0
        let strongest = best.values.map(\.worth).max() ?? 0
        for (indicator, match) in best {
            var list = result[indicator] ?? FeatureList()
            list.add("site", match.site.name)
            list.add("len", String(min(match.length, 7)))
            list.add("sl", match.site.name, String(min(match.length, 6)))
            if match.length == longest { list.add("longest") }
            if match.worth == strongest { list.add("best") }
            result[indicator] = list
        }
    }

    /// Phrases of the sentence before, of the start of the paragraph and of the line that introduces a list.
    private mutating func addSetting(
        _ context: NumberContext, fitting: ValueTypes, to result: inout [Int: FeatureList]
    ) {
        let lists = passage.lists
        let scanner = PhraseScanner(book: book, words: passage.words)
        let sentence = passage.sentenceOfWord[context.word]
        let line = lists.line(of: context.word)
        var settings: [(name: String, hits: [PhraseHit])] = []
        if sentence > 0 { settings.append(("before", sentenceHits(sentence - 1))) }
        settings.append(("lead", scanner.hits(in: lists.lead(of: context.word))))
        settings.append(("head", scanner.hits(in: line.lowerBound..<min(line.lowerBound + 12, line.upperBound))))
        for setting in settings {
            var longest: [Int: Int] = [:]
            for hit in setting.hits where hit.entry.role == .alias || hit.entry.role == .contextAny {
                guard fitting.contains(book.valueTypes[hit.entry.indicator]) else { continue }
                longest[hit.entry.indicator] = max(longest[hit.entry.indicator] ?? 0, hit.entry.length)
            }
            let top = longest.values.max() ?? 0
            for (indicator, length) in longest {
                result[indicator, default: FeatureList()].add("set", setting.name, String(min(length, 5)))
                if length == top { result[indicator]?.add("settop", setting.name) }
            }
        }
    }

    private func addContext(_ hits: [PhraseHit], context: NumberContext, to result: inout [Int: FeatureList]) {
        let clause = Set(context.left + context.right)
        var any: [Int: Int] = [:]
        var none: Set<Int> = []
        for hit in hits {
            switch hit.entry.role {
            case .contextAny: any[hit.entry.indicator, default: 0] += 1
            case .contextNone where clause.contains(hit.words.lowerBound): none.insert(hit.entry.indicator)
            default: break
            }
        }
        for indicator in result.keys {
            result[indicator]?.add("ctx", String(min(any[indicator] ?? 0, 3)))
            if any[indicator] == nil, titleContext.contains(indicator) { result[indicator]?.add("ctxtitle") }
            if none.contains(indicator) { result[indicator]?.add("against") }
        }
    }

    /// How much of an alias the words nearby hold, in whatever order.
    private mutating func addCovers(
        _ context: NumberContext, wide: Bool, fitting: ValueTypes, to result: inout [Int: FeatureList]
    ) {
        let left = wide ? context.left[...] : context.left.prefix(context.leftNear)
        let right = wide ? context.right[...] : context.right.prefix(context.rightNear)
        let symbols = Set((left + right).map { passage.words[$0].symbol })
        let covers = book.overlap.covers(of: symbols, scratch: &scratch).filter {
            fitting.contains(book.valueTypes[$0.indicator])
        }
        guard let top = covers.map(\.strength).max(), top > 0 else { return }
        let name: StaticString = wide ? "cw" : "cn"
        for cover in covers where cover.share >= 0.3 {
            var list = result[cover.indicator] ?? FeatureList()
            list.add(name, "share", String(Int(cover.share * 5)))
            list.add(name, "rel", String(Int(cover.strength / top * 5)))
            if cover.strength == top { list.add(name, "top", String(Int(cover.share * 5))) }
            result[cover.indicator] = list
        }
    }
}
