import Discovery
import Ledger
import Model
import Transport

/// What robots.txt says, host by host: fetched once, remembered for a day, asked before every request.
///
/// RFC 9309, section 2.3.1: 4xx means no rules, 5xx and no answer mean that nothing may be fetched, unless a copy not
/// older than a day is at hand; at most five redirects are followed.
actor RobotsGate {
    private let exchanger: Exchanger
    private let ledger: Ledger?
    private let clock: WallClock
    private let product: String
    private var rules: [String: Task<RobotsRules, Never>] = [:]
    /// Why robots.txt could not be had, by origin.
    private var reasons: [String: String] = [:]

    /// Without a ledger nothing is remembered from run to run.
    init(exchanger: Exchanger, ledger: Ledger?, clock: WallClock, product: String) {
        self.exchanger = exchanger
        self.ledger = ledger
        self.clock = clock
        self.product = product
    }

    /// Why an address may not be fetched, or nil when it may.
    func refusal(of address: WebAddress, policy: HostPolicy) async -> String? {
        let verdict = await rules(for: address, policy: policy).verdict(for: address, product: product)
        if verdict.allowed { return nil }
        if let rule = verdict.rule { return "robots.txt: \(rule)" }
        return "robots.txt cannot be had (\(reasons[address.origin] ?? "no answer")), so nothing may be fetched"
    }

    /// The delay that a host asks for, where it does.
    func crawlDelay(of address: WebAddress, policy: HostPolicy) async -> Duration? {
        await rules(for: address, policy: policy).crawlDelay(product: product)
    }

    private func rules(for address: WebAddress, policy: HostPolicy) async -> RobotsRules {
        if let known = rules[address.origin] { return await known.value }
        let task = Task { await load(for: address, policy: policy) }
        rules[address.origin] = task
        return await task.value
    }

    private func load(for address: WebAddress, policy: HostPolicy) async -> RobotsRules {
        let copy = try? ledger?.robots(host: address.origin)
        if let copy, clock.now() < copy.expires { return RobotsGate.rules(of: copy) }
        guard let fresh = await fetch(for: address, policy: policy) else { return RobotsRules.disallowAll }
        try? ledger?.store(fresh)
        return RobotsGate.rules(of: fresh)
    }

    private static func rules(of stored: StoredRobots) -> RobotsRules {
        stored.status < 300 ? RobotsRules(parsing: stored.body) : RobotsRules.allowAll
    }

    /// The file as the host gives it now; nil when it cannot be had and so everything is forbidden.
    private func fetch(for address: WebAddress, policy: HostPolicy) async -> StoredRobots? {
        guard var target = address.resolving("/robots.txt") else { return nil }
        for _ in 0...RobotsGate.redirects {
            guard let archived = await answer(of: target, for: address, policy: policy) else { return nil }
            try? exchanger.remember(archived, as: .robots)
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

    /// One exchange; nil, with the reason kept, when there was no response.
    private func answer(of target: WebAddress, for address: WebAddress, policy: HostPolicy) async -> ArchivedCapture? {
        do {
            return try await exchanger.exchange(Request(address: target), policy: policy).get()
        } catch {
            reasons[address.origin] = String(describing: error)
            return nil
        }
    }

    private func stored(_ address: WebAddress, status: Int, body: [UInt8]) -> StoredRobots {
        let now = clock.now()
        let expires = Timestamp(seconds: now.seconds + RobotsGate.lifetime, offsetMinutes: now.offsetMinutes)
        return StoredRobots(host: address.origin, status: status, body: body, fetched: now, expires: expires)
    }

    /// A copy serves for at most 24 hours (RFC 9309, section 2.4).
    private static let lifetime: Int64 = 86_400
    private static let redirects = 5
}
