import Gazetteer
import Model

extension ObservationReader {
    /// The unit that each observation is about, as valid on the day that the observation speaks of.
    func places(
        of observed: [Int], _ source: SourceText, _ article: ReadableArticle, dates: [CivilDate?]
    ) -> [PlaceReference?] {
        placeBinder.bind(
            title: article.title, text: source.annotated.tokenText, published: article.published,
            offsets: observed.map { source.figures[$0].range.lowerBound }, home: article.home, dates: dates)
    }
}
