import FlyingFox
import Foundation
import Mustache
import Synchronization

/// Answers requests: pages with entity tags, 304 where nothing changed, and the troubles that a portal has.
final class FrontDesk: Sendable {
    private struct State {
        var articles: [SampleArticle]
        var failed: Set<String> = []
        var log: [RequestLogEntry] = []
    }

    private let templates: MustacheLibrary
    private let behaviour: Behaviour
    private let state: Mutex<State>

    init(site: Site, behaviour: Behaviour) {
        templates = site.templates
        self.behaviour = behaviour
        state = Mutex(State(articles: site.articles))
    }

    var articles: [SampleArticle] { state.withLock(\.articles) }
    var log: [RequestLogEntry] { state.withLock(\.log) }

    /// Changes an article, found by either of its addresses.
    func edit(_ address: String, _ old: String, _ new: String) throws(PortalError) {
        let outcome = state.withLock { state -> PortalError? in
            let isMeant = { (article: SampleArticle) in
                article.address == address || article.alternateAddress == address
            }
            guard let index = state.articles.firstIndex(where: isMeant) else { return .noArticle(at: address) }
            return state.articles[index].replace(old, with: new) ? nil : .noText(old, at: address)
        }
        if let outcome { throw outcome }
    }

    func answer(_ request: HTTPRequest) async -> HTTPResponse {
        let arrived = ContinuousClock.now
        let response = await response(to: request)
        let entry = RequestLogEntry(
            path: request.target.rawValue, time: arrived, status: response.statusCode.code,
            userAgent: request.headers[HTTPHeader("User-Agent")],
            isConditional: request.headers[.ifNoneMatch] != nil || request.headers[.ifModifiedSince] != nil)
        state.withLock { $0.log.append(entry) }
        return response
    }

    private func response(to request: HTTPRequest) async -> HTTPResponse {
        guard request.method == .GET || request.method == .HEAD else {
            var headers = HTTPHeaders()
            headers[HTTPHeader("Allow")] = "GET, HEAD"
            return HTTPResponse(statusCode: .methodNotAllowed, headers: headers)
        }
        let address = request.target.rawValue
        let maker = PageMaker(
            templates: templates, articles: articles, generated: GeneratedArticles(count: behaviour.generatedPages),
            base: "http://" + (request.headers[.host] ?? "127.0.0.1"))
        let article = maker.article(at: address)
        if article?.trouble == .slow, behaviour.slowness > .zero {
            try? await Task.sleep(for: behaviour.slowness)
        }
        if article?.trouble == .failsOnce, behaviour.failures, isFirst(address) {
            return message(.internalServerError, "Máy chủ đang bận", "Vui lòng thử lại sau ít phút.")
        }
        guard let page = maker.page(at: address) else {
            return message(.notFound, "Không tìm thấy trang", "Trang bạn tìm không có hoặc đã được gỡ.")
        }
        return Self.response(with: page, to: request)
    }

    private func isFirst(_ address: String) -> Bool {
        state.withLock { $0.failed.insert(address).inserted }
    }

    private func message(_ status: HTTPStatusCode, _ title: String, _ text: String) -> HTTPResponse {
        let page = templates.render(["title": title, "text": text], withTemplate: "message") ?? title
        var headers = HTTPHeaders()
        headers[.contentType] = "text/html; charset=utf-8"
        return HTTPResponse(statusCode: status, headers: headers, body: Data(page.utf8))
    }

    /// The page, or 304 where the client's validators still hold (RFC 9110, section 13). A date counts only when it is exactly ours.
    private static func response(with page: Page, to request: HTTPRequest) -> HTTPResponse {
        let changed = page.modified.httpDate
        let isCurrent =
            if let tags = request.headers[.ifNoneMatch] {
                tags.contains(page.entityTag) || tags == "*"
            } else {
                request.headers[.ifModifiedSince] == changed
            }
        var headers = HTTPHeaders()
        headers[.eTag] = page.entityTag
        headers.setValues([changed], for: .lastModified)
        if isCurrent { return HTTPResponse(statusCode: .notModified, headers: headers) }
        headers[.contentType] = page.contentType
        guard request.method == .GET else {
            headers[.contentLength] = String(page.body.count)
            return HTTPResponse(statusCode: .ok, headers: headers)
        }
        return HTTPResponse(statusCode: .ok, headers: headers, body: Data(page.body))
    }
}
