import Datasets
import VietnameseText

extension ParseKind {
    static let document = ParseKind(
        "document", summary: "The legal documents that a text in Vietnamese cites by number, as 76/NQ-CP.",
        takes: "text",
        gives: "documents [{text, start, end (Unicode scalars), kind, number, year, date, issuer, issuer_name}]"
    ) { question in
        let read = AnnotatedText(try question.text("text"), published: nil)
        let offsets = ScalarOffsets(of: read.text)
        return { json in
            json.array("documents") { json in
                for document in read.documents { document.write(to: &json, offsets) }
            }
        }
    }
}
