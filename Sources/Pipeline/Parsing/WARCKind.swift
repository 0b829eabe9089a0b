import Digest
import Model
import WebArchive

extension ParseKind {
    static let warc = ParseKind(
        "warc", summary: "The records of a WARC or ARC file, up to its end or the first damage.",
        takes: "file (a path)",
        gives: "records [{type, target_uri, date, http_status, decoded_length, decoded_sha256}], damage"
    ) { question in
        var records: [RecordLine] = []
        var damage: String?
        do {
            try WARCReader(file: try question.text("file")).forEachRecord { record in
                records.append(try RecordLine(record))
            }
        } catch let error as ArchiveError where !records.isEmpty {
            // What could be read is the answer; the damage is told beside it.
            damage = "\(error)"
        }
        return { json in
            json.array("records") { json in
                for record in records {
                    json.object { json in
                        json.member("type", record.type)
                        json.member("target_uri", record.target)
                        json.member("date", record.date)
                        json.member("http_status", record.status)
                        json.member("decoded_length", record.length)
                        json.member("decoded_sha256", record.digest)
                    }
                }
            }
            json.member("damage", damage)
        }
    }
}

/// What is told of one record; its content is not kept.
private struct RecordLine {
    let type: String?
    let target: String?
    let date: String?
    let status: String?
    let length: Int
    let digest: String

    init(_ record: WARCRecord) throws {
        let isWARC = record.fields.first(named: "WARC-Record-ID") != nil
        let message = record.message
        type = record.type
        target = isWARC ? record.targetAddress : nil
        date = isWARC ? record.date : nil
        // The second word: the status of a response, the target of a request.
        status = message?.statusLine.split(separator: " ").dropFirst().first.map(String.init)
        let content = try message?.decodedBody(limit: RecordLine.largest) ?? RecordLine.bareContent(of: record)
        length = content.count
        digest = Digest.hexadecimal(Digest.sha256(content))
    }

    /// The content of a record that is no message. Nothing but the empty line that ends a head is none.
    private static func bareContent(of record: WARCRecord) -> [UInt8] {
        let isEmptyMessage = record.type == "response" && record.block.allSatisfy { $0 == 0x0A || $0 == 0x0D }
        return isEmptyMessage || record.type == "arc_header" ? [] : record.block
    }

    private static let largest = 1 << 28
}
