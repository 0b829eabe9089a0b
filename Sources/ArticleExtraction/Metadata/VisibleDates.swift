import Markup
import Model
import VietnameseText

/// The dates that readers of a page see.
struct VisibleDates {
    let map: PageMap
    let standing: Standing
    let text: PageText
    /// The place of the headline among the segments.
    let titlePlace: Int
    let isPossible: (Timestamp) -> Bool

    /// A date near the headline: in a short line, or one that calls itself a date.
    func nearTitle() -> FoundTimestamp? {
        best { index, segment, found in
            let distance = abs(index - titlePlace)
            let isNear = distance <= 8
            let isShort = segment.range.count < 90
            let says = map.has(.date, near: segment.container)
            // Dates of related news stand in links.
            guard segment.range.count < 400, isNear || (says && isShort), isShort || says, segment.linkShare <= 0.4,
                !standing.isFurniture(segment)
            else { return nil }
            var score = isNear ? 10 - distance : 0
            if found.hasTime { score += 6 }
            if says { score += 4 }
            if isShort { score += 2 }
            if index >= titlePlace { score += 2 }
            return score
        }
    }

    /// The line anywhere on the page that most looks as if it dated the article; for pages that say nothing else.
    func anywhere() -> FoundTimestamp? {
        var isAnnounced = false
        let found = best { index, segment, found in
            guard segment.range.count < 200 || found.range.lowerBound < 40, segment.linkShare <= 0.9,
                !(segment.furniture.map { map.has(.foreign, $0) } ?? false)
            else { return nil }
            let distance = index - titlePlace
            var score = distance >= 0 ? 20 - min(distance, 40) / 2 : 4 + max(distance, -30) / 10
            if map.has(.date, near: segment.container) { score += 4 }
            if segment.range.count < 60 { score += 3 }
            if found.range.count * 3 > segment.range.count * 2 { score += 3 }
            if found.range.lowerBound < 40 { score += 2 }
            if segment.linkShare > 0.4 { score -= 4 }
            if VisibleDates.announces(text.bytes(of: segment).prefix(found.range.lowerBound)) {
                isAnnounced = true
                score += 8
            }
            return score
        }
        if isAnnounced { return found }
        return apart(announced: true) ?? found ?? apart(announced: false)
    }

    /// A short text in what is no segment: footers and bars.
    private func apart(announced: Bool) -> FoundTimestamp? {
        let tree = map.tree
        for order in 0..<tree.count where tree.isText(tree.node(at: order)) {
            let bytes = tree.bytes(ofText: tree.node(at: order))
            guard bytes.count < 120, SpokenDate.mayHoldDate(bytes), !announced || VisibleDates.announces(bytes),
                let found = SpokenDate.find(in: String(decoding: bytes, as: UTF8.self)), isPossible(found.timestamp)
            else { continue }
            return found
        }
        return nil
    }

    private func best(_ score: (Int, Segment, FoundTimestamp) -> Int?) -> FoundTimestamp? {
        var best: (score: Int, found: FoundTimestamp)?
        for (index, segment) in text.segments.enumerated()
        where segment.range.count < 400 || abs(index - titlePlace) <= 8 {
            let bytes = text.bytes(of: segment).prefix(400)
            guard SpokenDate.mayHoldDate(bytes),
                let found = SpokenDate.find(in: String(decoding: bytes, as: UTF8.self)),
                isPossible(found.timestamp), let score = score(index, segment, found)
            else { continue }
            if best == nil || score > best?.score ?? 0 { best = (score, found) }
        }
        return best?.found
    }

    /// Words in front of a date that say that something appeared then.
    private static func announces(_ bytes: ArraySlice<UInt8>) -> Bool {
        let lowered = String(decoding: bytes, as: UTF8.self).lowercased()
        return announcements.contains { lowered.contains($0) }
    }

    private static let announcements = [
        "publi", "posted", "veröffentlicht", "erschienen", "erstellt", "ngày đăng", "đăng lúc", "mise en ligne",
        "geschrieben", "pubblicat", "wurde am", "gespeichert", "eingestellt", "created", "written", "опубликован",
        "gepubliceerd", "opublikowan", "publicerad", "udgivet", "publisert", "yayın", "submitted", "datum", "date",
        "zuletzt",
        "last edited", "last modified",
    ]
}
