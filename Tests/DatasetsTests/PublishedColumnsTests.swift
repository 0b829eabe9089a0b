import Model
import Testing

@Suite struct PublishedColumnsTests {
    @Test func observationsHaveTheColumnsOfTheDesignInOrder() {
        let names = """
            observation_id, fact_id, indicator_code, indicator_name_vi, indicator_name_en, area, value, unit, \
            value_text, qualifier, kind, direction, denominator, part_of, level, place_id, place_code, place_name, \
            province_code, province_name, place_id_now, period_start, period_end, period_text, period_basis, \
            stock_flow, published_at, source_id, title, url, quote, quote_start, quote_end, article_id, capture, \
            confidence, flags, catalogue_version, extractor_version
            """
        #expect(ObservationRow.columns.map(\.name).joined(separator: ", ") == names)
    }

    @Test func namesAndHeadingsAreUniqueWithinADataset() {
        func check<Row: DatasetRow>(_ type: Row.Type) {
            #expect(Set(type.columns.map(\.name)).count == type.columns.count)
            #expect(Set(type.columns.map(\.labelVI)).count == type.columns.count)
            #expect(Set(type.columns.map(\.labelEN)).count == type.columns.count)
        }
        check(ObservationRow.self)
        check(ArticleRow.self)
        check(RejectionRow.self)
    }
}
