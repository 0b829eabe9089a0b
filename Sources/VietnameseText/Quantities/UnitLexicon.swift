import Model

/// The nouns that follow a number and tell what it counts, each with its unit.
struct UnitLexicon: Sendable {
    private let phrases: PhraseTable<Unit>

    static let standard = UnitLexicon()

    private init() {
        let written = UnitLexicon.nouns + UnitLexicon.moreNouns
        phrases = PhraseTable(
            written.flatMap { unit, nouns in nouns.map { (MatchingForm.words($0), unit) } }, by: .first)
    }

    /// The first words of all nouns.
    var openers: [FoldedWord] { phrases.keys }

    /// A counted noun: what it counts, and how many words it takes.
    typealias Noun = (unit: Unit, count: Int)

    /// The longest noun that begins at a token, and its unit.
    func noun(_ text: TokenText, at index: Int) -> Noun? {
        guard index >= 0, index < text.count,
            text.tokens[index].kind != .word || text.tokens[index].roles.contains(.noun)
        else { return nil }
        guard let found = phrases.match(text, at: index), !isOtherWord(text, at: index, count: found.count) else {
            return nil
        }
        return (found.value, found.count)
    }

    /// Syllables that are a counted noun alone but not in company: `lần lượt`, `cùng kỳ`, `ban hành`, `trên địa bàn`.
    private func isOtherWord(_ text: TokenText, at index: Int, count: Int) -> Bool {
        guard count == 1 else { return false }
        let before = text.isSameCell(index - 1, index) ? text.word(index - 1) : ""
        let after = text.isSameCell(index, index + 1) ? text.word(index + 1) : ""
        switch text.word(index) {
        case "lượt": return before == "lần"
        case "lần": return after == "lượt"
        case "kì": return before.isAny("cùng", "định", "nhiệm", "học") || after.isAny("trước", "vọng")
        case "ban": return after == "hành"
        case "bộ": return after.isAny("thiết", "phận", "máy") || before.isAny("cán", "toàn", "nội")
        case "bản": return before.isAny("văn", "cơ", "địa")
        case "đơn": return after.isAny("giản", "thuần")
        case "phiên": return after == "bản"
        default: return false
        }
    }

    /// Whether a counted noun begins at a token.
    func isClassifier(_ text: TokenText, at index: Int) -> Bool {
        guard let noun = noun(text, at: index) else { return false }
        return noun.unit != .percent && noun.unit != .point && noun.unit != .percentagePoint
    }

    private static let nouns: [(Unit, [String])] = [
        (.percent, ["phần trăm", "%"]),
        (.percentagePoint, ["điểm phần trăm", "điểm %", "đpt"]),
        (.point, ["điểm"]),
        (.rank, ["bậc", "hạng", "vị trí"]),
        (.vnd, ["đồng", "đ", "VND", "VNĐ"]),
        (.day, ["ngày", "ngày làm việc", "ngày công"]),
        (.hour, ["giờ", "giờ làm việc", "tiếng đồng hồ"]),
        (.minute, ["phút"]),
        (.times, ["lần"]),
        (
            .personTurn,
            [
                "lượt", "lượt người", "lượt công dân", "lượt cán bộ", "lượt khách", "lượt học viên", "lượt CBCCVC",
                "lượt CBCC", "lượt công chức", "lượt đại biểu", "lượt thành viên", "lượt đoàn viên", "lượt người dân",
                "lượt hội viên", "lượt cá nhân",
            ]
        ),
        (
            .person,
            [
                "người", "cán bộ", "công chức", "viên chức", "CBCC", "CBCCVC", "cán bộ công chức", "biên chế",
                "chỉ tiêu biên chế", "đại biểu", "học viên", "thành viên", "đảng viên", "hội viên", "đoàn viên",
                "hòa giải viên", "tuyên truyền viên", "báo cáo viên", "trường hợp", "lao động", "công dân", "lãnh đạo",
                "cấp phó", "đồng chí", "nhân viên", "giáo viên", "bác sĩ", "phó giám đốc", "phó chủ tịch",
                "trưởng phòng",
                "phó trưởng phòng", "cán bộ, công chức", "cá nhân", "suất", "vị trí việc làm", "tình nguyện viên", "hộ",
                "hộ dân", "hộ gia đình", "sinh viên", "học sinh", "chuyên viên", "kỹ sư", "luật sư", "người lao động",
                "người dân", "tập thể", "thí sinh", "chức danh", "số người", "công chứng viên", "trợ giúp viên",
            ]
        ),
        (
            .document,
            [
                "văn bản", "công văn", "kế hoạch", "quyết định", "nghị quyết", "chỉ thị", "thông báo", "báo cáo",
                "tờ trình",
                "đề án", "chương trình", "hướng dẫn", "quy chế", "quy trình", "biên bản", "VBQPPL", "văn bản QPPL",
                "thông tư", "thư xin lỗi", "thư", "nghị định", "kết luận", "phương án", "đề cương", "luật", "dự thảo",
                "kiến nghị sửa đổi",
                "văn kiện", "bộ quy trình", "quy định", "giấy mời", "phiếu chuyển",
            ]
        ),
        (.procedure, ["thủ tục", "TTHC", "thủ tục hành chính", "quy trình nội bộ TTHC"]),
        (
            .caseFile,
            [
                "hồ sơ", "bộ hồ sơ", "lượt hồ sơ", "hồ sơ TTHC", "HS",
            ]
        ),
        (.service, ["dịch vụ", "DVC", "DVCTT", "dịch vụ công", "lượt dịch vụ"]),
        (
            .session,
            [
                "cuộc", "buổi", "hội nghị", "lớp", "đợt", "phiên", "kỳ", "hội thảo", "hội thi", "cuộc thi",
                "lớp tập huấn",
                "đợt kiểm tra", "cuộc họp", "khóa", "tọa đàm", "chuyến", "kì họp", "phiên họp", "chuyên đề",
                "lượt kiểm tra",
                "cuộc kiểm tra", "cuộc thanh tra",
            ]
        ),
    ]

    private static let moreNouns: [(Unit, [String])] = [
        (
            .copy,
            [
                "bản", "cuốn", "tờ", "tờ rơi", "tờ gấp", "ấn phẩm", "quyển", "tập", "cuốn sổ tay", "tài liệu",
                "bộ tài liệu",
            ]
        ),
        (
            .agency,
            [
                "cơ quan", "đơn vị", "phòng", "ban", "sở", "ngành", "tổ chức", "đầu mối", "đơn vị sự nghiệp", "trường",
                "trạm", "doanh nghiệp", "hợp tác xã", "chi cục", "trung tâm", "cục", "vụ chức năng", "bộ", "cơ sở",
                "chủ đầu tư", "chi nhánh", "bộ phận", "tổng cục", "sở, ngành", "sở, ban, ngành", "ban quản lý",
                "ĐVSNCL",
                "phòng, ban", "bệnh viện", "chi bộ", "đảng bộ", "tòa án", "ủy ban", "tổ chức hành chính", "trường học",
                "đơn vị sự nghiệp công lập", "cơ quan, đơn vị", "bộ, ngành", "phòng chuyên môn", "cơ quan chuyên môn",
            ]
        ),
        (
            .commune,
            [
                "xã", "phường", "thị trấn", "đặc khu", "xã, phường", "xã, thị trấn", "đơn vị hành chính cấp xã",
                "ĐVHC cấp xã", "đơn vị cấp xã", "ĐVHC", "địa phương cấp xã", "UBND cấp xã", "UBND xã",
                "đơn vị hành chính",
            ]
        ),
        (
            .district,
            [
                "huyện", "quận", "thị xã", "thành phố", "huyện, thị xã", "huyện, thành phố",
                "đơn vị hành chính cấp huyện",
                "ĐVHC cấp huyện", "đơn vị cấp huyện", "địa phương cấp huyện", "UBND cấp huyện", "UBND huyện",
            ]
        ),
        (.province, ["tỉnh", "tỉnh, thành phố", "địa phương", "tỉnh, thành", "tỉnh thành"]),
        (
            .group,
            [
                "tổ", "đội", "đoàn", "nhóm", "tổ công nghệ số cộng đồng", "ban chỉ đạo", "tổ hòa giải", "lượt đoàn",
                "câu lạc bộ", "tổ công tác",
            ]
        ),
        (.account, ["tài khoản", "lượt tài khoản"]),
        (
            .device,
            [
                "máy", "camera", "máy tính", "bộ máy tính", "máy quét", "máy scan", "máy in", "thiết bị", "ki-ốt",
                "kiosk",
                "màn hình", "máy vi tính", "máy trạm", "máy chủ", "bộ máy trạm", "bộ máy vi tính", "máy lấy số",
                "trang thiết bị",
            ]
        ),
        (
            .petition,
            [
                "đơn", "vụ", "vụ việc", "phản ánh", "kiến nghị", "PAKN", "khiếu nại", "tố cáo", "ý kiến", "đơn thư",
                "lượt phản ánh", "lượt đơn", "phản ánh, kiến nghị", "lượt ý kiến", "vụ án", "việc kiện",
            ]
        ),
        (.initiative, ["sáng kiến", "mô hình", "giải pháp", "cách làm", "đề tài", "ý tưởng", "giải pháp, sáng kiến"]),
        (
            .item,
            [
                "tin", "bài", "tin, bài", "tin bài", "nhiệm vụ", "tiêu chí", "chỉ tiêu", "nội dung", "biểu mẫu",
                "giao dịch",
                "lượt giao dịch", "lượt doanh nghiệp", "lượt tổ chức", "bộ thiết bị", "chữ ký số", "chứng thư số",
                "phần mềm", "hệ thống", "cơ sở dữ liệu", "CSDL", "thôn",
                "bản làng",
                "ấp", "buôn", "làng", "khu phố", "khóm", "tổ dân phố", "TDP", "khu dân cư", "điểm cầu", "điểm bưu điện",
                "điểm tiếp nhận", "điểm giao dịch", "điểm phục vụ", "điểm hỗ trợ", "điểm truy cập", "phiếu", "kết quả",
                "giấy tờ",
                "lượt truy cập", "lượt xem", "lượt chia sẻ", "trang", "video", "phóng sự", "chuyên mục", "pano",
                "áp phích",
                "băng rôn", "thẻ", "dự án", "công trình", "chỉ số", "chỉ số thành phần", "lĩnh vực", "tồn tại",
                "sai phạm",
                "khâu", "bước", "quầy", "cửa", "thông tin", "lượt tra cứu", "mặt hàng", "gói thầu", "cuộc gọi",
                "tin nhắn",
                "giấy chứng nhận", "lượt tìm kiếm", "lượt đánh giá", "lượt tải", "nguồn", "loại", "hạng mục",
                "thông điệp",
                "câu hỏi", "mục tiêu", "lượt thanh toán", "trụ cột", "hợp đồng", "trụ sở", "nhà", "căn cước",
                "danh mục",
                "lượt gửi", "lượt khai thác", "dữ liệu", "tiểu phẩm", "hạn chế", "lượt yêu cầu", "yêu cầu", "kênh",
                "lượt tin",
                "mã", "tên miền", "chuyên trang", "lỗ hổng", "sự cố", "cụm loa", "thôn, bản", "cột", "việc", "đầu việc",
                "sản phẩm", "tín chỉ",
            ]
        ),
    ]
}
