import Datasets
import Indicators
import Model
import VietnameseText

extension Reading {
    /// Writes the members `observations`, `rejections` and `documents`, fields named as in the annotation standard; offsets in
    /// Unicode scalars of the text.
    func write(to json: inout JSONWriter) {
        let offsets = ScalarOffsets(of: text)
        json.array("observations") { json in
            for observation in observations { observation.write(to: &json, text: text, offsets) }
        }
        json.array("rejections") { json in
            for rejection in rejections {
                json.object { json in
                    json.member("start", offsets.scalar(at: rejection.range.lowerBound))
                    json.member("end", offsets.scalar(at: rejection.range.upperBound))
                    json.member("surface", rejection.surface)
                    json.member("reason", rejection.reason.rawValue)
                    json.member("detail", rejection.detail)
                }
            }
        }
        json.array("documents") { json in
            for document in documents { document.write(to: &json, offsets) }
        }
    }
}

extension LegalDocument {
    /// Writes a document cited by number; offsets in Unicode scalars of the text.
    func write(to json: inout JSONWriter, _ offsets: ScalarOffsets) {
        json.object { json in
            json.member("start", offsets.scalar(at: range.lowerBound))
            json.member("end", offsets.scalar(at: range.upperBound))
            json.member("text", text)
            json.member("kind", kind)
            json.member("number", number)
            json.member("year", year)
            json.member("date", date?.description)
            json.member("issuer", issuer)
            json.member("issuer_name", issuerName)
        }
    }
}

extension Observation {
    fileprivate func write(to json: inout JSONWriter, text: String, _ offsets: ScalarOffsets) {
        json.object { json in
            json.member("start", offsets.scalar(at: range.lowerBound))
            json.member("end", offsets.scalar(at: range.upperBound))
            json.member("surface", valueText)
            json.member("value", value)
            json.member("unit", unit.rawValue)
            json.member("indicator", indicator?.rawValue)
            json.member("measure", measure)
            json.member("kind", kind.rawValue)
            json.member("direction", direction?.rawValue)
            json.member("qualifier", qualifier.rawValue)
            json.member("denominator", denominator)
            writePlace(to: &json)
            json.member("period_start", period.start?.description)
            json.member("period_end", period.end?.description)
            json.member("period_text", period.text)
            json.member("period_basis", period.basis.rawValue)
            json.member("stock_flow", stockFlow.rawValue)
            json.member("part_of", partOf.map { offsets.scalar(at: $0) })
            json.member(
                "quote", String(decoding: text.utf8.dropFirst(quote.lowerBound).prefix(quote.count), as: UTF8.self))
            json.member("confidence", confidence)
            json.member("flags", flags.sorted().map(\.rawValue))
            json.member("rule", rule)
        }
    }

    private func writePlace(to json: inout JSONWriter) {
        guard let place else {
            json.key("place")
            json.null()
            return
        }
        json.object("place") { json in
            json.member("id", place.id.rawValue)
            json.member("code", place.id.code)
            json.member("name", place.name)
            json.member("level", place.level.rawValue)
            json.member("province_id", place.provinceID.rawValue)
            json.member("province", place.provinceName)
            json.member("id_now", place.idNow?.rawValue)
        }
    }
}
