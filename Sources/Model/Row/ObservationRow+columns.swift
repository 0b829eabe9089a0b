extension ObservationRow {
    /// The columns of `observations`, in the order of DESIGN.md, "An observation, as published".
    public static let columns: [Column<ObservationRow>] = what + howMuch + whereAndWhen + evidence

    private static let what: [Column<ObservationRow>] = [
        Column("observation_id", .code, vi: "Mã số liệu", en: "Observation") { .code($0.observationID) },
        Column("fact_id", .code, vi: "Mã sự kiện", en: "Fact") { .code($0.factID) },
        Column("indicator_code", .code, vi: "Mã chỉ số", en: "Indicator code") { .code($0.indicator) },
        Column("indicator_name_vi", .text, vi: "Tên chỉ số", en: "Indicator (Vietnamese)") {
            .text(orEmpty: $0.indicatorNameVI)
        },
        Column("indicator_name_en", .text, vi: "Tên chỉ số (tiếng Anh)", en: "Indicator") {
            .text(orEmpty: $0.indicatorNameEN)
        },
        Column("area", .code, vi: "Lĩnh vực", en: "Area") { .text(orEmpty: $0.area) },
    ]

    private static let howMuch: [Column<ObservationRow>] = [
        Column("value", .decimal, vi: "Giá trị", en: "Value") { .decimal($0.value) },
        Column("unit", .code, vi: "Đơn vị tính", en: "Unit") { .term($0.unit) },
        Column("value_text", .text, vi: "Nguyên văn giá trị", en: "Value as printed") { .text(orEmpty: $0.valueText) },
        Column("qualifier", .code, vi: "Mức độ chính xác", en: "Qualifier") { .term($0.qualifier) },
        Column("kind", .code, vi: "Loại số liệu", en: "Kind") { .term($0.kind) },
        Column("direction", .code, vi: "Chiều thay đổi", en: "Direction") { .term($0.direction) },
        Column("denominator", .decimal, vi: "Mẫu số", en: "Denominator") { .decimal(orEmpty: $0.denominator) },
        Column("part_of", .code, vi: "Thuộc tổng số", en: "Part of") { .code($0.partOf) },
    ]

    private static let whereAndWhen: [Column<ObservationRow>] = [
        Column("level", .code, vi: "Cấp hành chính", en: "Level") { .term($0.place?.level) },
        Column("place_id", .code, vi: "Mã đơn vị hành chính", en: "Place") { .code($0.place?.id) },
        Column("place_code", .code, vi: "Mã số thống kê", en: "Place code") { .text(orEmpty: $0.place?.id.code) },
        Column("place_name", .text, vi: "Đơn vị hành chính", en: "Place name") { .text(orEmpty: $0.place?.name) },
        Column("province_code", .code, vi: "Mã tỉnh", en: "Province code") {
            .text(orEmpty: $0.place?.provinceID.code)
        },
        Column("province_name", .text, vi: "Tỉnh, thành phố", en: "Province") {
            .text(orEmpty: $0.place?.provinceName)
        },
        Column("place_id_now", .code, vi: "Mã đơn vị hiện nay", en: "Place today") { .code($0.place?.idNow) },
        Column("period_start", .date, vi: "Từ ngày", en: "Period from") { .date(orEmpty: $0.period.start) },
        Column("period_end", .date, vi: "Đến ngày", en: "Period to") { .date(orEmpty: $0.period.end) },
        Column("period_text", .text, vi: "Nguyên văn kỳ số liệu", en: "Period as printed") {
            .text(orEmpty: $0.period.text)
        },
        Column("period_basis", .code, vi: "Căn cứ xác định kỳ", en: "Period basis") { .term($0.period.basis) },
        Column("stock_flow", .code, vi: "Thời điểm hay thời kỳ", en: "Stock or flow") { .term($0.stockFlow) },
    ]

    private static let evidence: [Column<ObservationRow>] = [
        Column("published_at", .timestamp, vi: "Thời điểm đăng", en: "Published") {
            .timestamp(orEmpty: $0.publishedAt)
        },
        Column("source_id", .code, vi: "Nguồn tin", en: "Source") { .code($0.source) },
        Column("title", .text, vi: "Tiêu đề bài", en: "Title") { .text(orEmpty: $0.title) },
        Column("url", .address, vi: "Địa chỉ bài", en: "Address") { .text($0.url.text) },
        Column("quote", .text, vi: "Câu trích dẫn", en: "Quote") { .text(orEmpty: $0.quote) },
        Column("quote_start", .integer, vi: "Vị trí đầu câu", en: "Quote start") { .integer($0.quoteStart) },
        Column("quote_end", .integer, vi: "Vị trí cuối câu", en: "Quote end") { .integer($0.quoteEnd) },
        Column("article_id", .code, vi: "Mã bài", en: "Article") { .code($0.articleID) },
        Column("capture", .code, vi: "Bản lưu trang gốc", en: "Capture") { .text(orEmpty: $0.capture) },
        Column("confidence", .integer, vi: "Độ tin cậy (%)", en: "Confidence (%)") { .integer($0.confidence) },
        Column("flags", .list, vi: "Lưu ý", en: "Flags") { .list(orEmpty: $0.flags.sorted().map(\.rawValue)) },
        Column("catalogue_version", .code, vi: "Phiên bản danh mục chỉ số", en: "Catalogue version") {
            .text(orEmpty: $0.catalogueVersion)
        },
        Column("extractor_version", .code, vi: "Phiên bản bộ trích xuất", en: "Extractor version") {
            .text(orEmpty: $0.extractorVersion)
        },
    ]
}
