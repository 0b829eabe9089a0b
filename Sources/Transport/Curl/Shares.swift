import CCurl

/// What handles have in common: sessions of TLS, and the cookies of those that use the same jar.
///
/// Confined to the loop's thread, so that libcurl needs no locks. Names and connections are shared by the multi handle.
final class Shares {
    private let common: UnsafeMutableRawPointer
    private var jars: [String: UnsafeMutableRawPointer] = [:]

    init?() {
        guard let common = Shares.made(withCookies: false) else { return nil }
        self.common = common
    }

    /// Every handle must be gone before.
    deinit {
        for share in [common] + jars.values { curl_share_cleanup(share) }
    }

    /// The share for a jar, made when it is first asked for; nil when there is no memory for it.
    func share(jar: String?) -> UnsafeMutableRawPointer? {
        guard let jar else { return common }
        if let known = jars[jar] { return known }
        jars[jar] = Shares.made(withCookies: true)
        return jars[jar]
    }

    private static func made(withCookies: Bool) -> UnsafeMutableRawPointer? {
        guard let share = curl_share_init() else { return nil }
        let sharesSessions = chiso_share(share, CURL_LOCK_DATA_SSL_SESSION) == CURLSHE_OK
        let sharesCookies = !withCookies || chiso_share(share, CURL_LOCK_DATA_COOKIE) == CURLSHE_OK
        if sharesSessions && sharesCookies { return share }
        curl_share_cleanup(share)
        return nil
    }
}
