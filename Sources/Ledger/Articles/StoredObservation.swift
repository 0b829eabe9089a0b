import FoundationEssentials
import GRDB
import Model

/// The columns of `observations`, and both ways between them and an `ObservationRow`.
enum StoredObservation {
    private static let columns = [
        "observation_id", "fact_id", "indicator_code", "indicator_name_vi", "indicator_name_en", "area", "value",
        "unit", "value_text", "value_start", "value_end", "qualifier", "kind", "direction", "denominator", "part_of",
        "place_id", "place_level",
        "place_code", "place_name", "province_id", "province_code", "province_name", "place_id_now", "period_start",
        "period_end", "period_text",
        "period_basis", "stock_flow", "quote", "quote_start", "quote_end", "confidence", "flags",
        "catalogue_version",
    ]

    static let columnList = columns.map { "observations.\($0)" }.joined(separator: ", ")

    /// Takes the row id, then `arguments(_:)`.
    static let insertion = """
        INSERT INTO observations (id, \(columns.joined(separator: ", ")))
        VALUES (?, \(columns.map { _ in "?" }.joined(separator: ", ")))
        """

    static func arguments(_ row: ObservationRow) -> StatementArguments {
        let what: StatementArguments = [
            row.observationID.rawValue, row.factID?.rawValue, row.indicator?.rawValue, row.indicatorNameVI,
            row.indicatorNameEN, row.area, row.value.description, row.unit.rawValue, row.valueText,
            row.valueRange.lowerBound, row.valueRange.upperBound,
            row.qualifier.rawValue, row.kind.rawValue, row.direction?.rawValue, row.denominator?.description,
            row.partOf?.rawValue,
        ]
        let whereAndWhen: StatementArguments = [
            row.place?.id.rawValue, row.place?.level.rawValue, row.place?.id.code, row.place?.name,
            row.place?.provinceID.rawValue, row.place?.provinceID.code, row.place?.provinceName,
            row.place?.idNow?.rawValue, row.period.start?.description,
            row.period.end?.description, row.period.text, row.period.basis.rawValue, row.stockFlow.rawValue,
        ]
        let flags = row.flags.sorted().map(\.rawValue).joined(separator: "\n")
        return what + whereAndWhen + [
            row.quote, row.quoteStart, row.quoteEnd, row.confidence, flags, row.catalogueVersion,
        ]
    }

    static func row(_ reader: inout RowReader, article: ArticleContext) throws -> ObservationRow {
        ObservationRow(
            observationID: try reader.identifier(), factID: reader.optionalIdentifier(),
            indicator: reader.optionalIdentifier(), indicatorNameVI: try reader.text(),
            indicatorNameEN: try reader.text(), area: try reader.text(), value: try reader.decimal(),
            unit: try reader.term(), valueText: try reader.text(),
            valueRange: try valueRange(&reader), qualifier: try reader.term(),
            kind: try reader.term(), direction: try reader.optionalTerm(), denominator: try reader.optionalDecimal(),
            partOf: reader.optionalIdentifier(), place: try place(&reader), period: try period(&reader),
            stockFlow: try reader.term(), publishedAt: article.publishedAt, source: article.source,
            title: article.title, url: article.url, quote: try reader.text(), quoteStart: try reader.integer(),
            quoteEnd: try reader.integer(), articleID: article.articleID, capture: article.capture,
            confidence: try reader.integer(),
            flags: Set(try reader.lines().compactMap { ObservationFlag(rawValue: $0) }),
            catalogueVersion: try reader.text(), extractorVersion: article.extractorVersion)
    }

    private static func valueRange(_ reader: inout RowReader) throws -> Range<Int> {
        let start = try reader.integer()
        return start..<max(start, try reader.integer())
    }

    private static func place(_ reader: inout RowReader) throws -> PlaceReference? {
        let id: PlaceID? = reader.optionalIdentifier()
        let level: AdministrativeLevel? = try reader.optionalTerm()
        reader.skip()
        let name = reader.optionalText()
        let province: PlaceID? = reader.optionalIdentifier()
        reader.skip()
        let provinceName = reader.optionalText()
        let now: PlaceID? = reader.optionalIdentifier()
        guard let id, let level, let name, let province, let provinceName else { return nil }
        return PlaceReference(
            id: id, level: level, name: name, provinceID: province, provinceName: provinceName, idNow: now)
    }

    private static func period(_ reader: inout RowReader) throws -> Period {
        let start = try reader.optionalDate()
        let end = try reader.optionalDate()
        let text = try reader.text()
        return Period(start: start, end: end, basis: try reader.term(), text: text)
    }
}
