import FoundationEssentials
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

    /// The publication time; machine-readable sources first, then what readers see, then the address, then the time of
    /// a change.
    func published(title: String) -> (time: Timestamp, source: DateSource)? {
        let place = titlePlace(title)
        let machine = machineDates(titlePlace: place)
        let visible = VisibleDates(
            map: map, standing: standing, text: text, titlePlace: place, isPossible: { isPossible($0) })
        let seen = visible.nearTitle()
        let named = fromAddress()
        if let found = machine.published() {
            // An article cannot have an address from before it was published.
            if let named = inFolders(), named.seconds + 2 * 86_400 < found.parsed.timestamp.seconds {
                return (named, .address)
            }
            return reconciled(found, with: seen, named: named)
        }
        if let seen { return (seen.timestamp, .visibleText) }
        if let found = machine.pagePublished() { return reconciled(found, with: nil, named: named) }
        if let named { return (named, .address) }
        if let found = visible.anywhere() { return (found.timestamp, .visibleText) }
        if let found = machine.changed() { return (found.parsed.timestamp, found.source) }
        return metadata.documentTitle.flatMap { SpokenDate.find(in: $0) }
            .flatMap { isPossible($0.timestamp) ? ($0.timestamp, .visibleText) : nil }
    }

    func modified() -> Timestamp? { machineDates(titlePlace: 0).changed()?.parsed.timestamp }

    private func machineDates(titlePlace: Int) -> MachineDates {
        MachineDates(
            map: map, standing: standing, metadata: metadata,
            titleOrder: titlePlace < text.segments.count ? map.tree.order(of: text.segments[titlePlace].first) : 0,
            isPossible: { isPossible($0) })
    }

    private func titlePlace(_ title: String) -> Int {
        text.segments.firstIndex { text.isText($0, title) } ?? text.segments.firstIndex { $0.role == .heading } ?? 0
    }

    /// A clock on the page that shows the same hour with another zone is the newspaper's own; a bare day takes the
    /// visible clock of the same day. A time in UTC is put on the clock on which it falls on the day that the address
    /// or the page names, where that is the day before or after.
    private func reconciled(
        _ machine: (parsed: ParsedTimestamp, source: DateSource), with seen: FoundTimestamp?, named: Timestamp?
    ) -> (Timestamp, DateSource) {
        let time = machine.parsed.timestamp
        if machine.parsed.hasTime, time.offsetMinutes == 0, let day = named?.date ?? seen?.timestamp.date,
            let moved = DateFinder.moved(time, to: day)
        {
            return (moved, machine.source)
        }
        guard let seen, seen.hasTime else { return (time, machine.source) }
        if !machine.parsed.hasTime && seen.timestamp.date == time.date { return (seen.timestamp, .visibleText) }
        let isSameClock = time.date == seen.timestamp.date && time.clock.prefix(5) == seen.timestamp.clock.prefix(5)
        return (isSameClock ? seen.timestamp : time, machine.source)
    }

    /// The same instant on the nearest clock of the world that shows another day; nil when none does.
    private static func moved(_ time: Timestamp, to day: CivilDate) -> Timestamp? {
        let step: Int
        switch day.dayNumber - time.date.dayNumber {
        case 1: step = 60
        case -1: step = -60
        default: return nil
        }
        return stride(from: step, through: step * 12, by: step).lazy.map { time.at(offsetMinutes: $0) }
            .first { $0.date == day }
    }

    /// The paths of the page's address and of the one that it names as its own. An archive has the time of its copy in
    /// front of the address that was copied.
    private var paths: [Substring] {
        let named = (metadata.canonical ?? metadata.first("og:url")).flatMap { WebAddress($0) }
        return [page.address, named].compactMap { $0?.path }.map { path in
            path.range(of: "/http").map { path[$0.upperBound...] } ?? path[...]
        }
    }

    /// `/2024/05/16/`, `/2024/5/16/` in the address: the day as folders.
    private func inFolders() -> Timestamp? {
        for path in paths {
            let parts = path.split(separator: "/")
            for index in parts.indices.dropLast(2) where parts[index].utf8.count == 4 {
                if let found = day(parts[index], parts[index + 1], parts[index + 2]) { return found }
            }
        }
        return nil
    }

    /// `/2024/05/16/`, `-20240516`, `2024-05-16`, `16-05-2024` in the address.
    private func fromAddress() -> Timestamp? { inFolders() ?? paths.lazy.compactMap { time(inPath: $0) }.first }

    private func time(inPath path: Substring) -> Timestamp? {
        let digits = path.utf8.split { !(0x30...0x39).contains($0) }.prefix(40).map { String($0) ?? "" }
        for (index, part) in digits.enumerated() {
            if part.count >= 8,
                let found = day(part.prefix(4), part.dropFirst(4).prefix(2), part.dropFirst(6).prefix(2))
            {
                return found
            }
            guard index + 2 < digits.count, digits[index + 1].count == 2 else { continue }
            if part.count == 4, digits[index + 2].count == 2,
                let found = day(part, digits[index + 1], digits[index + 2])
            {
                return found
            }
            if part.count == 2, digits[index + 2].count == 4,
                let found = day(digits[index + 2], digits[index + 1], part)
            {
                return found
            }
        }
        return nil
    }

    private func day(_ year: some StringProtocol, _ month: some StringProtocol, _ day: some StringProtocol)
        -> Timestamp?
    {
        guard let year = Int(year), (1_995...2_100).contains(year), let month = Int(month), let day = Int(day),
            let date = CivilDate(year: year, month: month, day: day)
        else { return nil }
        let time = Timestamp(date, offsetMinutes: Timestamp.vietnamOffset)
        return isPossible(time) ? time : nil
    }

    /// After the web began and not later than a day after the page was fetched.
    private func isPossible(_ time: Timestamp) -> Bool {
        guard (1_995...2_100).contains(time.date.year) else { return false }
        return page.fetched.map { time.seconds <= $0.seconds + 86_400 } ?? true
    }
}
