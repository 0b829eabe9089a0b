import FoundationEssentials
import Model

/// Goes through the numbers of a passage from left to right and asks for each what it is.
struct NumberReader {
    let catalogue: Catalogue
    let book: PhraseBook
    let passage: Passage
    let figures: [Figure]

    /// All that the text says of one number.
    struct Evidence {
        let figure: Int
        let context: NumberContext
        let features: FeatureList
        /// What the phrases say for each indicator, by its position in the catalogue.
        let candidates: [Int: FeatureList]
        /// What the numbers before say for an observation without indicator.
        let unnamed: FeatureList
    }

    /// Calls `decide` for each number in order; its answer is evidence for the numbers behind.
    func walk(_ decide: (Evidence) -> Answer) {
        let extractor = FeatureExtractor(passage: passage, figures: figures)
        var phrases = CandidateFeatures(book: book, passage: passage)
        var continuation = Continuation()
        for figure in figures.indices {
            let word = passage.numberWords[figure]
            let unit = figures[figure].unit
            let context = NumberContext(passage: passage, word: word)
            var features = extractor.features(of: context, figure: figure)
            var candidates = phrases.features(of: context, unit: unit)
            var unnamed = FeatureList()
            for link in continuation.features(for: word, unit: unit, passage: passage) {
                add(link, to: &candidates, &unnamed, &features)
            }
            let answer = decide(
                Evidence(
                    figure: figure, context: context, features: features, candidates: candidates, unnamed: unnamed))
            continuation.note(answer, word: word, unit: unit)
        }
    }

    private func add(
        _ link: (answer: Answer, relation: String, words: String), to candidates: inout [Int: FeatureList],
        _ unnamed: inout FeatureList, _ features: inout FeatureList
    ) {
        guard case .indicator(let index) = link.answer else {
            unnamed.add("same", link.relation)
            unnamed.add("samew", link.relation, link.words)
            return
        }
        candidates[index, default: FeatureList()].add("same", link.relation)
        candidates[index, default: FeatureList()].add("samew", link.relation, link.words)
        features.add("after", catalogue.indicators[index].code.rawValue)
        for other in book.kin[index] { candidates[other, default: FeatureList()].add("kin", link.relation) }
    }
}
