import Markup
import Model

/// Reads the keys that `Config/defaults.yml` and the `defaults:` of a pipeline share.
enum DefaultsReader {
    /// The base with every key that stands in the fields changed.
    static func read(_ fields: inout YAMLFields, over base: Defaults) -> Defaults {
        var result = base
        if let value = fields.value("agent")?.text() { result.agent = value }
        if let value = fields.value("contact")?.text() { result.contact = value }
        if let value = fields.value("from")?.text() { result.from = value }
        if var group = fields.value("politeness")?.fields(of: "politeness") {
            read(&group, into: &result.politeness)
            group.finish()
        }
        if var group = fields.value("limits")?.fields(of: "limits") {
            read(&group, into: &result.limits)
            group.finish()
        }
        if var group = fields.value("recheck")?.fields(of: "recheck") {
            if let value = group.value("after")?.duration() { result.recheck.after = value }
            if let value = group.value("within")?.duration() { result.recheck.within = value }
            group.finish()
        }
        if var group = fields.value("network")?.fields(of: "network") {
            if let value = group.value("allow")?.texts() { result.network.allow = value }
            if let value = group.value("proxy")?.text() { result.network.proxy = value }
            if let value = group.value("ca_file")?.text() { result.network.caFile = value }
            group.finish()
        }
        if var group = fields.value("archive")?.fields(of: "archive") {
            if let value = group.value("file_size")?.byteCount() { result.archiveFileBytes = value }
            if let value = group.value("keep")?.duration() { result.archiveKeeping = value }
            group.finish()
        }
        if var group = fields.value("publish")?.fields(of: "publish") {
            if let value = group.value("minimum_confidence")?.integer(in: 0...100) { result.minimumConfidence = value }
            group.finish()
        }
        return result
    }

    private static func read(_ group: inout YAMLFields, into politeness: inout Defaults.Politeness) {
        if let value = group.value("delay")?.duration() { politeness.delay = value }
        if let value = group.value("concurrency")?.integer(in: 1...16) { politeness.concurrency = value }
        if let value = group.value("crawl_delay_cap")?.duration() { politeness.crawlDelayCap = value }
        if let value = group.value("retries")?.integer(in: 0...10) { politeness.retries = value }
        if let value = group.value("retry_after_cap")?.duration() { politeness.retryAfterCap = value }
    }

    private static func read(_ group: inout YAMLFields, into limits: inout Defaults.Limits) {
        if let value = group.value("page_size")?.byteCount() { limits.pageBytes = value }
        if let value = group.value("redirects")?.integer(in: 0...20) { limits.redirects = value }
        if let value = group.value("connect_timeout")?.duration() { limits.connectTimeout = value }
        if let value = group.value("total_timeout")?.duration() { limits.totalTimeout = value }
        if let value = group.value("stall_timeout")?.duration() { limits.stallTimeout = value }
        if let value = group.value("pages_per_source")?.integer(in: 1...1_000_000) { limits.pagesPerSource = value }
    }
}
