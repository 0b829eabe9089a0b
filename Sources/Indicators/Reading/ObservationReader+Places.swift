import Gazetteer
import Model

extension ObservationReader {
    /// The unit that each observation is about, as valid on the day that the observation speaks of.
    func places(
        of observed: [Int], _ source: SourceText, _ article: ReadableArticle, dates: [CivilDate?]
    ) -> [PlaceReference?] {
        observed.map { _ in nil }
    }
}
