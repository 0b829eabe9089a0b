import Compression
import Model

/// Reads one WARC (ISO 28500) or ARC 1 record out of a window of a file.
struct RecordParser {
    enum Outcome {
        /// A record, and the offset in the window where the next one begins.
        case record(WARCRecord, next: Int)
        /// A record behind which nothing can be read.
        case lastRecord(WARCRecord, damage: String)
        /// Nothing but line ends up to the end of the window.
        case end
        /// The record does not end in the window.
        case needsMore
        case damaged(String)
    }

    /// - Parameters:
    ///   - start: Where in the window the record begins.
    ///   - offset: What `start` is in the file.
    static func parse(_ window: [UInt8], from start: Int, offset: Int64) -> Outcome {
        var start = start
        var offset = offset
        while start < window.count, window[start] == 0x0A || window[start] == 0x0D {
            start += 1
            offset += 1
        }
        guard start < window.count else { return .end }
        guard window[start] == 0x1F else { return plain(window, from: start, offset: offset) }
        return member(window, from: start, offset: offset)
    }

    private static func member(_ window: [UInt8], from start: Int, offset: Int64) -> Outcome {
        var content: [UInt8] = []
        let next: Int
        do {
            next = try Gzip.member(of: window, from: start, into: &content, limit: largestRecord)
        } catch CompressionError.truncated {
            return .needsMore
        } catch {
            return .damaged("\(error)")
        }
        switch plain(content, from: 0, offset: offset) {
        case .record(let record, next: let end):
            guard content[end...].allSatisfy({ $0 == 0x0A || $0 == 0x0D }) else {
                return .lastRecord(
                    record, damage: "the gzip member holds more than one record; compress each record on its own")
            }
            return .record(record, next: next)
        case .lastRecord(let record, let damage): return .lastRecord(record, damage: damage)
        case .needsMore: return .damaged("the gzip member ends within its record")
        case .end: return .damaged("the gzip member is empty")
        case .damaged(let reason): return .damaged(reason)
        }
    }

    private static func plain(_ bytes: [UInt8], from start: Int, offset: Int64) -> Outcome {
        if bytes[start...].starts(with: "WARC/".utf8) { return warc(bytes, from: start, offset: offset) }
        // A Content-Length that is a little short leaves an end of the block before here.
        if start > 0, let next = following(bytes, start) {
            return warc(bytes, from: next, offset: offset + Int64(next - start))
        }
        let lineBound = min(bytes.count, start + longestLine)
        guard let lineEnd = bytes[start..<lineBound].firstIndex(of: 0x0A) else {
            return lineBound == bytes.count ? .needsMore : .damaged("no WARC or ARC record begins here")
        }
        return arc(bytes, line: start..<lineEnd, offset: offset)
    }

    /// Where, behind the rest of a line and empty lines, a WARC record begins.
    private static func following(_ bytes: [UInt8], _ start: Int) -> Int? {
        let bound = min(bytes.count, start + 1_000)
        guard var next = bytes[start..<bound].firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else { return nil }
        while next < bound, bytes[next] == 0x0A || bytes[next] == 0x0D { next += 1 }
        return bytes[next...].starts(with: "WARC/".utf8) ? next : nil
    }

    private static func warc(_ bytes: [UInt8], from start: Int, offset: Int64) -> Outcome {
        guard let head = MessageHead(bytes, from: start) else {
            return bytes.count - start < MessageHead.longest ? .needsMore : .damaged("the record's head does not end")
        }
        guard let length = head.fields.first(named: "Content-Length").flatMap({ Int($0) }), length >= 0 else {
            return .damaged("the record has no Content-Length")
        }
        guard length <= largestRecord else { return .damaged("the record has \(length) bytes: too large") }
        guard length <= bytes.count - head.end else { return .needsMore }
        let end = head.end + length
        return .record(WARCRecord(fields: head.fields, block: Array(bytes[head.end..<end]), offset: offset), next: end)
    }

    /// `URL IP-address YYYYMMDDhhmmss MIME length`: version 1 of the Internet Archive's ARC format.
    private static func arc(_ bytes: [UInt8], line: Range<Int>, offset: Int64) -> Outcome {
        let words = String(decoding: bytes[line], as: UTF8.self).split(whereSeparator: \.isWhitespace).map(String.init)
        guard words.count == 5, words[0].contains("://"), words[2].utf8.allSatisfy({ (0x30...0x39).contains($0) })
        else { return .damaged("no WARC or ARC record begins here") }
        let start = line.upperBound + 1
        let isDescription = words[0].hasPrefix("filedesc://")
        // A length that is none means an empty capture; the description of the file then ends at an empty line.
        var length = max(0, Int(words[4]) ?? 0)
        if length == 0, isDescription, let head = MessageHead(bytes, from: start) { length = head.end - start }
        guard length <= largestRecord else { return .damaged("the record has \(length) bytes: too large") }
        guard length <= bytes.count - start else { return .needsMore }
        var fields = [HeaderField("WARC-Type", isDescription ? "arc_header" : "response")]
        fields += [HeaderField("WARC-Target-URI", words[0]), HeaderField("WARC-IP-Address", words[1])]
        if let date = WARCDate.ofARC(words[2]) { fields.append(HeaderField("WARC-Date", date)) }
        fields.append(HeaderField("Content-Length", words[4]))
        let block = Array(bytes[start..<start + length])
        return .record(WARCRecord(fields: fields, block: block, offset: offset), next: start + length)
    }

    /// Bytes; the largest response that is fetched is far smaller.
    static let largestRecord = 1 << 28
    private static let longestLine = 1 << 16
}
