import Model

/// Columns that several tables have, with one meaning everywhere.
enum SharedColumns {
    static let factID = TableColumn(
        "fact_id", .code, vi: "Mã sự kiện", en: "Fact",
        noteVI: "Nối các số liệu cùng chỉ số, địa bàn, kỳ, loại, chiều, đơn vị tính và mẫu số, dù do bài nào đưa.",
        noteEN:
            "Joins the numbers of any article with one indicator, place, period, kind, direction, unit, denominator.")
    static let indicatorCode = TableColumn(
        "indicator_code", .code, vi: "Mã chỉ số", en: "Indicator code",
        noteVI: "Mã trong danh mục chỉ số; không bao giờ đổi sau khi đã công bố.",
        noteEN: "The code in the catalogue of indicators; never changed once published.")
    static let indicatorNameVI = TableColumn(
        "indicator_name_vi", .text, vi: "Tên chỉ số", en: "Indicator (Vietnamese)",
        noteVI: "Tên tiếng Việt của chỉ số.", noteEN: "The indicator's name in Vietnamese.")
    static let indicatorNameEN = TableColumn(
        "indicator_name_en", .text, vi: "Tên chỉ số (tiếng Anh)", en: "Indicator",
        noteVI: "Tên tiếng Anh của chỉ số.", noteEN: "The indicator's name in English.")
    static let area = TableColumn(
        "area", .code, vi: "Lĩnh vực", en: "Area",
        noteVI: "Lĩnh vực cải cách hành chính theo Nghị quyết 76/NQ-CP, hoặc nhóm bổ sung.",
        noteEN: "The area of Resolution 76/NQ-CP that the indicator belongs to, or a group beside them.")
    static let value = TableColumn(
        "value", .decimal, required: true, vi: "Giá trị", en: "Value",
        noteVI: "Giá trị thập phân sau khi đã nhân với nghìn, triệu, tỷ.",
        noteEN: "The decimal value, after scale words such as thousand or million.")
    static let unit = TableColumn(
        "unit", .code, required: true, vi: "Đơn vị tính", en: "Unit",
        noteVI: "Đơn vị tính theo danh từ đứng sau con số.", noteEN: "The unit, by the noun after the number.")
    static let qualifier = TableColumn(
        "qualifier", .code, required: true, vi: "Mức độ chính xác", en: "Qualifier",
        noteVI: "Con số là chính xác, xấp xỉ hay là giới hạn.",
        noteEN: "Whether the number is exact, approximate or a bound.")
    static let kind = TableColumn(
        "kind", .code, required: true, vi: "Loại số liệu", en: "Kind",
        noteVI: "Kết quả đạt được, mức thay đổi, mục tiêu hay dự báo; chỉ so sánh số liệu cùng loại.",
        noteEN: "What was reached, a change, a target or a forecast; compare only numbers of one kind.")
    static let direction = TableColumn(
        "direction", .code, vi: "Chiều thay đổi", en: "Direction",
        noteVI: "Tăng hay giảm, chỉ có ở mức thay đổi; với thứ hạng, tăng là lên bậc.",
        noteEN: "Up or down, for changes only; for ranks, up is a better place.")
    static let denominator = TableColumn(
        "denominator", .decimal, vi: "Mẫu số", en: "Denominator",
        noteVI: "Số 17 trong 15/17 xã, số 63 trong hạng 5/63.", noteEN: "The 17 of 15/17 communes, the 63 of rank 5/63."
    )
    static let level = TableColumn(
        "level", .code, vi: "Cấp hành chính", en: "Level",
        noteVI: "Cấp của đơn vị hành chính.", noteEN: "The level of the administrative unit.")
    static let placeID = TableColumn(
        "place_id", .code, vi: "Mã đơn vị hành chính", en: "Place",
        noteVI: "Cấp và mã số thống kê: P26, D247, C08869; phải hiểu cùng với thời điểm, vì mã được dùng lại.",
        noteEN: "Level and statistical code: P26, D247, C08869; to be read with a date, for codes were used again.")
    static let placeCode = TableColumn(
        "place_code", .code, vi: "Mã số thống kê", en: "Place code",
        noteVI: "Mã số của Tổng cục Thống kê, giữ nguyên số 0 ở đầu.", noteEN: "The statistical code with its zeros.")
    static let placeName = TableColumn(
        "place_name", .text, vi: "Đơn vị hành chính", en: "Place name",
        noteVI: "Tên đầy đủ, có hiệu lực vào thời điểm của số liệu.",
        noteEN: "The full name, as valid at the time that the number speaks of.")
    static let provinceCode = TableColumn(
        "province_code", .code, vi: "Mã tỉnh", en: "Province code",
        noteVI: "Mã số thống kê của tỉnh, thành phố cấp trên.", noteEN: "The statistical code of the province above.")
    static let provinceName = TableColumn(
        "province_name", .text, vi: "Tỉnh, thành phố", en: "Province",
        noteVI: "Tên tỉnh, thành phố cấp trên vào thời điểm của số liệu.",
        noteEN: "The province above, as valid at that time.")
    static let placeIDNow = TableColumn(
        "place_id_now", .code, vi: "Mã đơn vị hiện nay", en: "Place today",
        noteVI: "Đơn vị hiện nay, khi đơn vị cũ nhập trọn vào đúng một đơn vị.",
        noteEN: "Today's unit, where the former one passed into exactly one.")
    static let periodStart = TableColumn(
        "period_start", .date, vi: "Từ ngày", en: "Period from",
        noteVI: "Ngày đầu của kỳ số liệu; trống khi lũy kế từ thời điểm không rõ.",
        noteEN: "The first day of the period; empty where the start is not known.")
    static let periodEnd = TableColumn(
        "period_end", .date, vi: "Đến ngày", en: "Period to",
        noteVI: "Ngày cuối của kỳ số liệu; trống khi bài không nêu thời gian.",
        noteEN: "The last day of the period; empty where the text tells no time.")
    static let stockFlow = TableColumn(
        "stock_flow", .code, required: true, vi: "Thời điểm hay thời kỳ", en: "Stock or flow",
        noteVI: "Số thời điểm (không cộng dồn được) hay số thời kỳ.",
        noteEN: "A state on a day, which must not be summed, or a sum over a period.")
    static let publishedAt = TableColumn(
        "published_at", .timestamp, vi: "Thời điểm đăng", en: "Published",
        noteVI: "Thời điểm bài được đăng, kèm múi giờ.", noteEN: "When the article appeared, with the clock's offset.")
    static let sourceID = TableColumn(
        "source_id", .code, required: true, vi: "Nguồn tin", en: "Source",
        noteVI: "Mã nguồn tin, xem bảng sources.", noteEN: "The source, see the table sources.")
    static let title = TableColumn(
        "title", .text, vi: "Tiêu đề bài", en: "Title", noteVI: "Tiêu đề của bài.", noteEN: "The article's title.")
    static let url = TableColumn(
        "url", .address, required: true, vi: "Địa chỉ bài", en: "Address",
        noteVI: "Địa chỉ của bài để kiểm chứng.", noteEN: "The article's address, to check the number at.")
    static let articleID = TableColumn(
        "article_id", .code, required: true, vi: "Mã bài", en: "Article",
        noteVI: "Mã của bản văn bản, tính từ địa chỉ và nội dung.",
        noteEN: "The version of the article, named by its address and text.")
    static let quote = TableColumn(
        "quote", .text, required: true, vi: "Câu trích dẫn", en: "Quote",
        noteVI: "Câu chứa con số, chép nguyên văn từ bài.",
        noteEN: "The sentence with the number, as the article has it.")
    static let quoteStart = TableColumn(
        "quote_start", .integer, required: true, vi: "Vị trí đầu câu", en: "Quote start",
        noteVI: "Vị trí đầu câu trong văn bản, đếm theo ký tự Unicode.",
        noteEN: "Where the quote begins in the text, in Unicode scalars.")
    static let quoteEnd = TableColumn(
        "quote_end", .integer, required: true, vi: "Vị trí cuối câu", en: "Quote end",
        noteVI: "Vị trí sau ký tự cuối của câu.", noteEN: "Where the quote ends, in Unicode scalars.")
    static let extractorVersion = TableColumn(
        "extractor_version", .code, required: true, vi: "Phiên bản bộ trích xuất", en: "Extractor version",
        noteVI: "Phiên bản phần đọc văn bản của chương trình.",
        noteEN: "The version of the program's reading of texts.")
}
