import Markup
import Model
import VietnameseText

/// Finds when an article was published, and how that is known.
struct DateFinder {
    let map: PageMap
    let standing: Standing
    let metadata: PageMetadata
    let text: PageText
    let page: Page

    /// The publication time; machine-readable sources first, then what readers see, then the address.
    func published(title: String) -> (time: Timestamp, source: DateSource)? {
        let seen = visible(title: title)
        if let machine = machineReadable() { return reconciled(machine, with: seen) }
        if let seen { return (seen.timestamp, .visibleText) }
        return fromAddress().map { ($0, .address) }
    }

    func modified() -> Timestamp? {
        [metadata.dateModified, metadata.first("article:modified_time", "og:updated_time", "last-modified")]
            .compactMap { $0 }.lazy.compactMap { valid($0) }.first?.timestamp
    }

    // MARK: Machine-readable

    private func machineReadable() -> (parsed: ParsedTimestamp, source: DateSource)? {
        if let found = metadata.datePublished.flatMap({ valid($0) }) { return (found, .jsonLD) }
        let keys = [
            "article:published_time", "og:published_time", "datepublished", "pubdate", "publishdate", "publish-date",
            "published_time", "date.available", "dc.date.issued", "dc.date", "dcterms.created", "dcterms.date",
            "parsely-pub-date",
            "sailthru.date", "article.published", "date", "dc.date.created", "citation_publication_date",
            "originalpublicationdate", "article:published",
        ]
        for key in keys {
            if let found = metadata.meta[key].flatMap({ valid($0) }) { return (found, .meta) }
        }
        return marked()
    }

    /// Elements that mark the date for machines.
    private func marked() -> (parsed: ParsedTimestamp, source: DateSource)? {
        let tree = map.tree
        var element: ParsedTimestamp?
        for order in 1..<max(1, tree.count) {
            let node = tree.node(at: order)
            let kind = tree.kind(of: node)
            if kind == .text { continue }
            if let property = tree.bytes(ofAttribute: .itemprop, of: node),
                String(decoding: property, as: UTF8.self).lowercased().contains("datepublished")
            {
                let value = tree.attribute(.content, of: node) ?? tree.attribute(.datetime, of: node)
                if let found = value.flatMap({ valid($0) }) ?? valid(tree.text(of: node)) { return (found, .microdata) }
            }
            if element == nil, kind == .time, !standing.isFurniture(node) {
                element = tree.attribute(.datetime, of: node).flatMap { valid($0) }
            }
        }
        return element.map { ($0, .timeElement) }
    }

    /// A clock on the page that shows the same hour with another zone is the newspaper's own; a bare day takes the
    /// visible clock of the same day.
    private func reconciled(
        _ machine: (parsed: ParsedTimestamp, source: DateSource), with seen: FoundTimestamp?
    ) -> (Timestamp, DateSource) {
        let time = machine.parsed.timestamp
        guard let seen, seen.hasTime else { return (time, machine.source) }
        if !machine.parsed.hasTime && seen.timestamp.date == time.date { return (seen.timestamp, .visibleText) }
        let isSameClock = time.date == seen.timestamp.date && time.clock.prefix(5) == seen.timestamp.clock.prefix(5)
        return (isSameClock ? seen.timestamp : time, machine.source)
    }

    // MARK: Visible

    /// A date near the headline: in a short line, or one that calls itself a date.
    private func visible(title: String) -> FoundTimestamp? {
        let segments = text.segments
        let titlePlace =
            segments.firstIndex { text.isText($0, title) } ?? segments.firstIndex { $0.role == .heading } ?? 0
        var best: (score: Int, found: FoundTimestamp)?
        for (index, segment) in segments.enumerated() where segment.range.count < 400 && !standing.isFurniture(segment)
        {
            let isNear = abs(index - titlePlace) <= 8
            let isShort = segment.range.count < 90
            guard isNear || isShort, text.bytes(of: segment).contains(where: { (0x30...0x39).contains($0) }) else {
                continue
            }
            // Dates of related news stand in links.
            let says = map.has(.date, near: segment.container)
            guard isNear || says, isShort || says, segment.linkShare <= 0.4,
                let found = TimestampParser.find(in: text.text(of: segment)), isPossible(found.timestamp)
            else { continue }
            var score = isNear ? 10 - abs(index - titlePlace) : 0
            if found.hasTime { score += 6 }
            if says { score += 4 }
            if isShort { score += 2 }
            if index >= titlePlace { score += 2 }
            if best == nil || score > best?.score ?? 0 { best = (score, found) }
        }
        return best?.found
    }

    /// `/2024/05/16/`, `-20240516`, `2024-05-16` in the address, or in the one that the page names as its own.
    private func fromAddress() -> Timestamp? {
        let named = (metadata.canonical ?? metadata.first("og:url")).flatMap { WebAddress($0) }
        return [page.address, named].lazy.compactMap { $0.flatMap { time(inPath: $0.path) } }.first
    }

    private func time(inPath path: String) -> Timestamp? {
        let digits = path.split { !$0.isNumber }.map(String.init)
        for (index, part) in digits.enumerated() {
            if part.count >= 8,
                let date = CivilDate(
                    iso: "\(part.prefix(4))-\(part.dropFirst(4).prefix(2))-\(part.dropFirst(6).prefix(2))"),
                (2_000...2_100).contains(date.year)
            {
                return possible(date)
            }
            if part.count == 4, index + 2 < digits.count, digits[index + 1].count == 2, digits[index + 2].count == 2,
                let date = CivilDate(iso: "\(part)-\(digits[index + 1])-\(digits[index + 2])"),
                (2_000...2_100).contains(date.year)
            {
                return possible(date)
            }
        }
        return nil
    }

    private func possible(_ date: CivilDate) -> Timestamp? {
        let time = Timestamp(date, offsetMinutes: Timestamp.vietnamOffset)
        return isPossible(time) ? time : nil
    }

    private func valid(_ text: String) -> ParsedTimestamp? {
        TimestampParser.parse(text).flatMap { isPossible($0.timestamp) ? $0 : nil }
    }

    /// After the web began and not later than a day after the page was fetched.
    private func isPossible(_ time: Timestamp) -> Bool {
        guard time.date.year >= 1_995 else { return false }
        return page.fetched.map { time.seconds <= $0.seconds + 86_400 } ?? true
    }
}
