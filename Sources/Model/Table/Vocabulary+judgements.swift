extension Vocabulary {
    /// What an analyst should know of a number before using it.
    static let flags = Vocabulary(
        column: "flags",
        terms: [
            Term(
                "ambiguous_separator", "dấu chấm, dấu phẩy có thể hiểu hai cách",
                "the separator can be read in two ways"),
            Term("english_style", "viết theo kiểu Anh: dấu phẩy ngăn nghìn", "English style: a comma for thousands"),
            Term("out_of_bounds", "ngoài khoảng hợp lý của chỉ số", "outside the indicator's plausible bounds"),
            Term("parts_differ_from_total", "tổng các phần khác tổng số", "the parts do not add up to the total"),
            Term("implied_value", "con số suy ra, bài không viết", "implied, not printed"),
            Term("ambiguous_place", "địa bàn có thể hiểu nhiều cách", "the place can be understood in several ways"),
            Term("planned_period", "kỳ số liệu nằm trong tương lai", "the period lies ahead"),
        ])

    /// Why a number is not published.
    static let reasons = Vocabulary(
        column: "reason",
        terms: [
            Term("date", "ngày tháng", "a date"), Term("time", "giờ", "a time of day"),
            Term("period", "khoảng thời gian", "a period"),
            Term("legal_number", "số hiệu văn bản, điều, khoản", "the number of a legal document or article"),
            Term("ordinal", "số thứ tự", "an ordinal"), Term("name", "một phần của tên", "part of a name"),
            Term("address", "địa chỉ", "an address"), Term("phone", "số điện thoại", "a telephone number"),
            Term("age", "tuổi", "an age"), Term("price", "giá", "a price"),
            Term("measurement", "số đo", "a measurement"),
            Term("sport", "thể thao", "sport"), Term("socioeconomic", "kinh tế, xã hội khác", "economy or society"),
            Term("caption", "chú thích ảnh, khung trang", "a caption or page furniture"),
            Term("generic", "không đo lường cải cách hành chính", "measures nothing of administrative reform"),
            Term("no_indicator", "không có chỉ số phù hợp trong danh mục", "no indicator of the catalogue fits"),
            Term("low_confidence", "độ tin cậy thấp hơn ngưỡng công bố", "too unsure to be published"),
        ])
}
