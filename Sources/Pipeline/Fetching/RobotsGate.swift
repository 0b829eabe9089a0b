import Discovery
import Ledger
import Model
import Transport

/// What robots.txt says, host by host: fetched once, remembered for a day, asked before every request.
///
/// RFC 9309, section 2.3.1: 4xx means no rules, 5xx and no answer mean that nothing may be fetched, unless a copy not
/// older than a day is at hand; at most five redirects are followed.
actor RobotsGate {
    private let patient: PatientExchanger
    private let ledger: Ledger?
    private let product: String
    private let notices: Notices
    private var rules: [String: Task<RobotsRules, Never>] = [:]
    /// Why robots.txt could not be had, by origin.
    private var reasons: [String: String] = [:]

    /// Without a ledger nothing is remembered from run to run.
    init(patient: PatientExchanger, ledger: Ledger?, product: String, notices: Notices) {
        self.patient = patient
        self.ledger = ledger
        self.product = product
        self.notices = notices
    }

    /// Why an address may not be fetched, or nil when it may.
    func refusal(of address: WebAddress, access: PageFetcher.Access) async -> String? {
        let verdict = await rules(for: address, access: access).verdict(for: address, product: product)
        if verdict.allowed { return nil }
        if let rule = verdict.rule { return "robots.txt: \(rule)" }
        return "robots.txt cannot be had (\(reasons[address.origin] ?? "no answer")), so nothing may be fetched"
    }

    /// The delay that a host asks for, where it does.
    func crawlDelay(of address: WebAddress, access: PageFetcher.Access) async -> Duration? {
        await rules(for: address, access: access).crawlDelay(product: product)
    }

    private func rules(for address: WebAddress, access: PageFetcher.Access) async -> RobotsRules {
        if let known = rules[address.origin] { return await known.value }
        let task = Task {
            let rules = await load(for: address, access: access)
            tell(of: rules, at: address.origin, cap: access.crawlDelayCap)
            return rules
        }
        rules[address.origin] = task
        return await task.value
    }

    private func load(for address: WebAddress, access: PageFetcher.Access) async -> RobotsRules {
        let copy = try? ledger?.robots(host: address.origin)
        if let copy, patient.clock.now() < copy.expires { return RobotsGate.rules(of: copy) }
        guard let fresh = await fetch(for: address, access: access) else {
            // An old copy is better than none as long as the host does not answer (RFC 9309, section 2.4).
            return copy.map { RobotsGate.rules(of: $0) } ?? RobotsRules.disallowAll
        }
        try? ledger?.store(fresh)
        return RobotsGate.rules(of: fresh)
    }

    private func tell(of rules: RobotsRules, at origin: String, cap: Duration) {
        guard let asked = rules.crawlDelay(product: product), asked > cap else { return }
        notices.add(
            "\(origin)/robots.txt asks for \(asked.components.seconds) s between requests; "
                + "\(cap.components.seconds) s are kept (politeness.crawl_delay_cap)")
    }

    private static func rules(of stored: StoredRobots) -> RobotsRules {
        stored.status < 300 ? RobotsRules(parsing: stored.body) : RobotsRules.allowAll
    }

    /// The file as the host gives it now; nil when it cannot be had and so everything is forbidden.
    private func fetch(for address: WebAddress, access: PageFetcher.Access) async -> StoredRobots? {
        guard var target = address.resolving("/robots.txt") else { return nil }
        for _ in 0...RobotsGate.redirects {
            guard let archived = await answer(of: target, for: address, access: access) else { return nil }
            try? patient.exchanger.remember(archived, as: .robots)
            let capture = archived.capture
            switch capture.status {
            case 200..<300:
                return stored(address, status: capture.status, body: capture.body)
            case 300..<400:
                guard let next = capture.headers.first(named: "Location").flatMap({ target.resolving($0) }) else {
                    return stored(address, status: 404, body: [])
                }
                target = next
            case 400..<500:
                return stored(address, status: capture.status, body: [])
            default:
                reasons[address.origin] = capture.statusLine
                return nil
            }
        }
        return stored(address, status: 404, body: [])
    }

    /// One answer; nil, with the reason kept, when there was none.
    private func answer(
        of target: WebAddress, for address: WebAddress, access: PageFetcher.Access
    ) async -> ArchivedCapture? {
        var limits = access.limits
        limits.bodyBytes = RobotsGate.size
        limits.cutsBody = true
        let request = Request(
            address: target, limits: limits, verifiesTLS: access.verifiesTLS, cookieJar: access.cookieJar)
        do {
            switch try await patient.answer(to: request, kind: .robots, policy: access.policy) {
            case .response(let archived): return archived
            case .failed(let failure): reasons[address.origin] = failure.description
            }
        } catch {
            reasons[address.origin] = String(describing: error)
        }
        return nil
    }

    private func stored(_ address: WebAddress, status: Int, body: [UInt8]) -> StoredRobots {
        let now = patient.clock.now()
        let expires = Timestamp(seconds: now.seconds + RobotsGate.lifetime, offsetMinutes: now.offsetMinutes)
        return StoredRobots(host: address.origin, status: status, body: body, fetched: now, expires: expires)
    }

    /// A copy serves for at most 24 hours (RFC 9309, section 2.4).
    private static let lifetime: Int64 = 86_400
    private static let redirects = 5
    /// The rules after so many bytes are not read (RFC 9309, section 2.5).
    private static let size = 512 * 1_024
}
