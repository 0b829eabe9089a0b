/// The words of the columns that hold codes: what a Vietnamese analyst reads where a file says `person_turn`.
public struct Vocabulary: Sendable {
    /// One code of a column.
    public struct Term: Hashable, Sendable {
        public let code: String
        public let vietnamese: String
        public let english: String

        init(_ code: String, _ vietnamese: String, _ english: String) {
            self.code = code
            self.vietnamese = vietnamese
            self.english = english
        }
    }

    /// The column that holds the codes; columns of that name in any table hold the same.
    public let column: String
    public let terms: [Term]

    /// All columns of codes whose words are few and fixed, in the order of the codebook.
    public static let all: [Vocabulary] = [
        areas, units, kinds, directions, qualifiers, levels, stockFlow, bases, flags, reasons, agreements, changes,
        causes,
    ]

    /// The Vietnamese word for a unit; the code itself where there is none.
    public static func vietnamese(unit: String) -> String {
        units.terms.first { $0.code == unit }?.vietnamese ?? unit
    }

    /// Resolution 76/NQ-CP of 15 July 2021 names the first six.
    static let areas = Vocabulary(
        column: "area",
        terms: [
            Term("steering", "Chỉ đạo, điều hành", "Steering"),
            Term("institutional_reform", "Cải cách thể chế", "Institutional reform"),
            Term("admin_procedures", "Cải cách thủ tục hành chính", "Administrative procedures"),
            Term("organisation", "Cải cách tổ chức bộ máy hành chính", "Organisation of the apparatus"),
            Term("civil_service", "Cải cách chế độ công vụ", "Civil service"),
            Term("public_finance", "Cải cách tài chính công", "Public finance"),
            Term("digital_government", "Xây dựng chính quyền điện tử, chính quyền số", "Digital government"),
            Term("outcome_index", "Các chỉ số đánh giá kết quả", "Indices of outcome"),
            Term("legal_dissemination", "Phổ biến, giáo dục pháp luật", "Dissemination of law"),
            Term("citizen_reception", "Tiếp công dân, giải quyết đơn thư", "Reception of citizens, petitions"),
            Term("inspection", "Thanh tra, kiểm tra", "Inspection"),
        ])

    static let units = Vocabulary(
        column: "unit",
        terms: [
            Term("percent", "%", "percent"), Term("percentage_point", "điểm phần trăm", "percentage points"),
            Term("point", "điểm", "points"), Term("rank", "thứ hạng", "rank"), Term("vnd", "đồng", "Vietnamese đồng"),
            Term("day", "ngày", "days"), Term("hour", "giờ", "hours"), Term("minute", "phút", "minutes"),
            Term("times", "lần", "times"), Term("person", "người", "persons"),
            Term("person_turn", "lượt người", "attendances, one person counted each time"),
            Term("document", "văn bản", "documents"), Term("procedure", "thủ tục", "procedures"),
            Term("case_file", "hồ sơ", "dossiers"), Term("session", "cuộc, hội nghị, lớp", "sessions"),
            Term("copy", "bản, tài liệu", "copies"), Term("agency", "cơ quan, đơn vị", "agencies"),
            Term("commune", "xã, phường, thị trấn", "communes"),
            Term("district", "huyện, quận, thị xã, thành phố", "districts"),
            Term("province", "tỉnh, thành phố", "provinces"),
            Term("group", "tổ, nhóm", "groups"), Term("account", "tài khoản", "accounts"),
            Term("device", "thiết bị", "devices"), Term("service", "dịch vụ", "services"),
            Term("petition", "đơn thư", "petitions"), Term("initiative", "sáng kiến", "initiatives"),
            Term("item", "mục, việc, vụ", "items"),
        ])

    static let kinds = Vocabulary(
        column: "kind",
        terms: [
            Term("level", "kết quả đạt được", "what was reached"), Term("change", "mức thay đổi", "a change"),
            Term("target", "mục tiêu, chỉ tiêu giao", "a target"), Term("forecast", "dự báo", "a forecast"),
        ])

    static let directions = Vocabulary(
        column: "direction", terms: [Term("up", "tăng, lên bậc", "up"), Term("down", "giảm, xuống bậc", "down")])

    static let qualifiers = Vocabulary(
        column: "qualifier",
        terms: [
            Term("exact", "chính xác", "exact"), Term("about", "khoảng", "about"),
            Term("more_than", "hơn, trên", "more than"),
            Term("less_than", "dưới", "less than"), Term("nearly", "gần", "nearly"),
            Term("at_least", "ít nhất, từ … trở lên", "at least"), Term("at_most", "tối đa, không quá", "at most"),
            Term("implied_all", "toàn bộ, không nêu con số", "all, without a number"),
        ])

    static let levels = Vocabulary(
        column: "level",
        terms: [
            Term("province", "cấp tỉnh", "province"), Term("district", "cấp huyện", "district"),
            Term("commune", "cấp xã", "commune"),
        ])

    static let stockFlow = Vocabulary(
        column: "stock_flow",
        terms: [
            Term("stock", "số thời điểm, không cộng dồn", "a state on a day, not to be summed"),
            Term("flow", "số thời kỳ", "a sum over a period"),
        ])

    static let bases = Vocabulary(
        column: "period_basis",
        terms: [
            Term("explicit", "bài nêu rõ", "stated"),
            Term("resolved", "suy ra từ ngày đăng bài", "worked out from the date of publication"),
            Term("publication", "lấy theo ngày đăng bài", "the date of publication itself"),
            Term("none", "không có", "none"),
        ])

    static let agreements = Vocabulary(
        column: "agreement",
        terms: [
            Term("single", "chỉ một lần nêu", "told once"), Term("agree", "các lần nêu thống nhất", "tellings agree"),
            Term("conflict", "các lần nêu mâu thuẫn", "tellings contradict each other"),
        ])

    static let changes = Vocabulary(
        column: "change",
        terms: [
            Term("added", "thêm mới", "added"), Term("corrected", "sửa lại", "corrected"),
            Term("withdrawn", "rút bỏ", "withdrawn"),
        ])

    static let causes = Vocabulary(
        column: "cause",
        terms: [
            Term("new_article", "bài mới", "a new article"),
            Term("new_version", "cơ quan đăng bài đã sửa bài", "the publisher changed the article"),
            Term("reread", "cùng văn bản, đọc lại theo quy tắc mới", "the same text by newer rules"),
            Term("duplicate", "bài trùng với bài đã biết", "another address of a known article"),
        ])
}
