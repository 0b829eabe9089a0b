import Configuration
import Gazetteer
import Model
import VietnameseText

/// What the name of a host tells: `sonoivu.bacgiang.gov.vn` is a department of Bắc Giang, `baophutho.vn` a newspaper of
/// Phú Thọ.
struct PortalName {
    private let labels: [String]

    init(host: String) { labels = host.split(separator: ".").map(String.init).filter { $0 != "www" } }

    private var isGovernment: Bool { labels.suffix(2) == ["gov", "vn"] }

    /// An id for the source's file: the telling labels, joined.
    var id: SourceID {
        let ends: Set<String> = ["vn", "com", "gov", "net", "org", "edu", "info"]
        let telling = labels.filter { !ends.contains($0) }
        let text = (telling.isEmpty ? labels : telling).joined(separator: "-")
        return SourceID(text.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }.lowercased())
    }

    /// The province whose plain name stands in the host; of several the longest.
    func province(in gazetteer: Gazetteer, on date: CivilDate) -> PlaceID? {
        let words = labels.joined(separator: ".").replacing("-", with: "")
        var best: (length: Int, id: PlaceID)?
        // Portals outlive the provinces that they were made for.
        for day in [date, CivilDate(year: 2024, month: 1, day: 1)].compactMap({ $0 }) {
            for unit in gazetteer.units(on: day, level: .province) {
                let name = PortalName.plain(unit.shortName)
                guard name.count >= 5 || labels.contains(name), words.contains(name), name.count > best?.length ?? 0
                else { continue }
                best = (name.count, unit.id)
            }
        }
        return best?.id
    }

    func kind(hasProvince: Bool) -> SourceConfiguration.Kind {
        if isGovernment {
            if !hasProvince { return .ministry }
            return labels.count > 3 ? .department : .provincialPortal
        }
        return hasProvince ? .provincialNewspaper : .nationalNewspaper
    }

    /// A name without marks and spaces: `Thừa Thiên Huế` is `thuathienhue`.
    static func plain(_ name: String) -> String {
        let base = name.decomposedStringWithCanonicalMapping.unicodeScalars.compactMap { scalar -> Character? in
            if scalar == "đ" || scalar == "Đ" { return "d" }
            return scalar.isASCII && scalar.properties.isAlphabetic ? Character(scalar) : nil
        }
        return String(base).lowercased()
    }
}
