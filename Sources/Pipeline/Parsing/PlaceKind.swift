import Datasets
import Gazetteer
import Model
import VietnameseText

extension ParseKind {
    static let place = ParseKind(
        "place", summary: "The administrative units that a text in Vietnamese names, as they were on a day.",
        takes: "text, date (as 2024-05-16), home (the province that the text is from, as P26; may be missing)",
        gives: """
            places [{text, start, end (Unicode scalars), kind, id, name, province_id (null where several are as likely), \
            candidates [{id, name, score}]}]; a text that is a name and nothing else gives all units of that name
            """,
        prepare: { surroundings in
            let gazetteer = try surroundings.configuration().loadGazetteer()
            return { question in
                let reading = try PlaceAnswer(question, gazetteer: gazetteer)
                return { reading.write(to: &$0) }
            }
        })
}

/// The places of one text.
private struct PlaceAnswer {
    private let gazetteer: Gazetteer
    private let bytes: [UInt8]
    private let day: CivilDate
    private let mentions: [PlaceMention]
    /// The units that the whole text names, where no mention stands out.
    private let named: [AdministrativeUnit]

    init(_ question: ParseQuestion, gazetteer: Gazetteer) throws {
        let source = TokenText(try question.text("text"))
        let written = try question.text("date")
        guard let day = CivilDate(iso: written) else {
            throw ParseFailure("`\(written)` is no date; write it as 2024-05-16")
        }
        let home = try question.optionalText("home").map { PlaceID($0) }
        let finder = PlaceFinder(gazetteer: gazetteer)
        mentions = finder.mentions(in: source, on: day, context: PlaceContext(home: home)).filter {
            switch $0.kind {
            case .name, .nickname: true
            case .anaphor: $0.best != nil
            case .nation, .ministry: false
            }
        }
        let text = String(decoding: source.bytes, as: UTF8.self)
        named = mentions.isEmpty ? gazetteer.units(named: text, on: day) : []
        self.gazetteer = gazetteer
        self.day = day
        bytes = source.bytes
    }

    func write(to json: inout JSONWriter) {
        json.array("places") { json in
            for mention in mentions {
                write(
                    mention.range, kind: PlaceAnswer.name(of: mention.kind), best: mention.best,
                    mention.candidates.map { ($0.unit, $0.score) }, to: &json)
            }
            if !named.isEmpty {
                write(
                    0..<bytes.count, kind: "name", best: named.count == 1 ? named[0] : nil, named.map { ($0, 0) },
                    to: &json)
            }
        }
    }

    private static func name(of kind: PlaceMention.Kind) -> String {
        switch kind {
        case .name: "name"
        case .nickname: "nickname"
        case .anaphor: "anaphor"
        case .nation: "nation"
        case .ministry: "ministry"
        }
    }

    private func write(
        _ range: Range<Int>, kind: String, best: AdministrativeUnit?, _ candidates: [(AdministrativeUnit, Int)],
        to json: inout JSONWriter
    ) {
        let start = PlaceAnswer.scalars(bytes[..<range.lowerBound])
        json.object { json in
            json.member("text", String(decoding: bytes[range], as: UTF8.self))
            json.member("start", start)
            json.member("end", start + PlaceAnswer.scalars(bytes[range]))
            json.member("kind", kind)
            json.member("id", best?.id.rawValue)
            json.member("name", best?.name)
            json.member("province_id", best.map { gazetteer.reference(for: $0, on: day).provinceID.rawValue })
            json.array("candidates") { json in
                for (unit, score) in candidates {
                    json.object { json in
                        json.member("id", unit.id.rawValue)
                        json.member("name", unit.name)
                        json.member("score", score)
                    }
                }
            }
        }
    }

    private static func scalars(_ bytes: ArraySlice<UInt8>) -> Int { bytes.count { $0 & 0xC0 != 0x80 } }
}
