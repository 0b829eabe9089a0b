import Foundation
import Model
import Synchronization
import TestSupport

/// Two little papers over a year, told day by day: what they publish, change, move and take away, and what goes wrong.
///
/// Day 0 is 1 January 2025. The first paper has an article every second day, the second takes over every fifth of them.
final class YearPortal: Sendable {
    static let days = 365
    static let firstDay = CivilDate(year: 2025, month: 1, day: 1)!

    /// What happens when.
    enum Event {
        /// Article 10 is corrected.
        static let change = 45
        /// Article 12 is taken away.
        static let vanishing = 50
        /// Article 20 gets another address.
        static let move = 60
        /// The pages lose the marks of title and date.
        static let newLayout = 150..<180
        /// Nobody answers.
        static let down = 220..<227
        /// Article pages answer 500.
        static let errors = 250..<253
        /// Nothing is published.
        static let silence = 300..<330
    }

    let server: TinyServer
    private let desk: Desk

    init() throws {
        let desk = Desk()
        server = try TinyServer { request in desk.answer(request) }
        self.desk = desk
        desk.port.withLock { [port = server.port] in $0 = port }
    }

    /// The day that the papers show.
    func turn(to day: Int) { desk.day.withLock { $0 = day } }

    /// The articles that the papers ever published until a day, by number.
    static func published(until day: Int) -> [Int] {
        (0...day).filter { $0.isMultiple(of: 2) && !Event.silence.contains($0) }.map { $0 / 2 }
    }

    /// What a request gets on the papers' day.
    private final class Desk: Sendable {
        let day = Mutex(0)
        let port = Mutex(UInt16(0))

        func answer(_ request: TinyServer.Request) -> TinyServer.Answer? {
            let day = day.withLock { $0 }
            if Event.down.contains(day) { return nil }
            switch request.path {
            case "/robots.txt": return TinyServer.Answer(200, "User-agent: *\nAllow: /\n")
            case "/mot/rss": return feed(day, paper: "mot") { _ in true }
            case "/hai/rss": return feed(day, paper: "hai") { $0.isMultiple(of: 5) }
            default: return page(request, day)
            }
        }

        private func address(_ number: Int, _ day: Int, paper: String) -> String {
            number == 20 && day >= Event.move && paper == "mot"
                ? "/mot/chuyen/bai-20.html" : "/\(paper)/bai-\(number).html"
        }

        private func feed(_ day: Int, paper: String, _ isTaken: (Int) -> Bool) -> TinyServer.Answer {
            let base = "http://127.0.0.1:\(port.withLock { $0 })"
            let items = YearPortal.published(until: day).filter(isTaken).filter {
                !($0 == 12 && day >= Event.vanishing)
            }
            .suffix(8).map { number in
                "<item><title>Bài \(number)</title><link>\(base)\(address(number, day, paper: paper))</link></item>"
            }
            return TinyServer.Answer(
                200, "<rss version=\"2.0\"><channel><title>Báo</title>\(items.joined())</channel></rss>",
                headers: ["Content-Type": "application/rss+xml"])
        }

        private func page(_ request: TinyServer.Request, _ day: Int) -> TinyServer.Answer {
            let parts = request.path.split(separator: "/")
            guard let paper = parts.first, let name = parts.last, name.hasPrefix("bai-"),
                let number = Int(name.dropFirst(4).dropLast(5)), YearPortal.published(until: day).contains(number)
            else { return TinyServer.Answer(404, "không có") }
            if Event.errors.contains(day) { return TinyServer.Answer(500, "lỗi") }
            if number == 12, day >= Event.vanishing { return TinyServer.Answer(404, "không có") }
            let current = address(number, day, paper: String(paper))
            if request.path != current { return TinyServer.Answer(301, "", headers: ["Location": current]) }
            let body = YearPage(number: number, paper: String(paper), day: day).html
            let tag = "\"\(body.utf8.reduce(UInt32(17)) { $0 &* 31 &+ UInt32($1) })\""
            if request.headers["if-none-match"] == tag { return TinyServer.Answer(304, headers: ["ETag": tag]) }
            return TinyServer.Answer(200, body, headers: ["ETag": tag, "Content-Type": "text/html; charset=utf-8"])
        }
    }
}

/// One article's page as its paper shows it on a day.
struct YearPage {
    let number: Int
    let paper: String
    let day: Int

    private var published: CivilDate { YearPortal.firstDay.adding(days: number * 2) }
    private var received: Int { (number == 10 && day >= YearPortal.Event.change ? 2_001 : 1_001) + number }

    private var paragraphs: [String] {
        [
            "Trong tháng \(published.month)/\(published.year), Bộ phận Tiếp nhận và Trả kết quả huyện Tam Dương, tỉnh Vĩnh Phúc đã tiếp nhận \(received) hồ sơ thủ tục hành chính, tạo thuận lợi cho người dân và doanh nghiệp đến giao dịch.",
            "Tỷ lệ hồ sơ giải quyết đúng hạn của huyện đạt 98,\(number % 10)%, người dân không phải đi lại nhiều lần và được hướng dẫn tận tình ngay từ khâu chuẩn bị giấy tờ tại bộ phận một cửa.",
            "Lãnh đạo huyện yêu cầu các phòng, ban, xã, thị trấn tiếp tục rà soát quy trình, công khai kết quả và lắng nghe ý kiến của người dân trong thời gian tới, coi đây là việc làm thường xuyên.",
        ]
    }

    /// With the old layout the date stands in a meta element and in the page; the new one has neither.
    var html: String {
        let title = "Huyện Tam Dương tiếp nhận hồ sơ, bài số \(number)"
        let isNew = YearPortal.Event.newLayout.contains(number * 2)
        let head = isNew ? "" : "<meta property=\"article:published_time\" content=\"\(published)T08:00:00+07:00\">"
        let byline =
            isNew ? "" : "<div class=\"date\">\(published.day)/\(published.month)/\(published.year) 08:00</div>"
        return """
            <!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>\(title) - Báo \(paper)</title>
            <meta property="og:title" content="\(title)">\(head)</head><body><h1>\(title)</h1>\(byline)
            <div class="content">\(paragraphs.map { "<p>\($0)</p>" }.joined())</div></body></html>
            """
    }
}
