import Foundation
import Synchronization

/// A web server of one closure on loopback, for tests that ask thousands of times or want answers that no proper server
/// gives. Each connection has a thread; answers go out at once.
public final class TinyServer: Sendable {
    public struct Request: Sendable {
        public let path: String
        /// By lower-case name.
        public let headers: [String: String]
    }

    public struct Answer: Sendable {
        public var status: Int
        public var headers: [String: String]
        public var body: String

        public init(_ status: Int, _ body: String = "", headers: [String: String] = [:]) {
            self.status = status
            self.body = body
            self.headers = headers
        }
    }

    public let port: UInt16
    private let listener: Int32
    private let answer: @Sendable (Request) -> Answer?

    /// The closure answers; nil closes the connection without an answer.
    public init(_ answer: @escaping @Sendable (Request) -> Answer?) throws {
        self.answer = answer
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        self.listener = listener
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                bind(listener, pointer, length) == 0 && listen(listener, 128) == 0
                    && getsockname(listener, pointer, &length) == 0
            }
        }
        guard isBound else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        port = UInt16(bigEndian: address.sin_port)
        Thread.detachNewThread { [self] in
            while true {
                let connection = accept(listener, nil, nil)
                guard connection >= 0 else { return }
                Thread.detachNewThread { self.serve(connection) }
            }
        }
    }

    public func stop() {
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
    }

    private func serve(_ connection: Int32) {
        defer { close(connection) }
        var one: Int32 = 1
        setsockopt(connection, Int32(IPPROTO_TCP), TCP_NODELAY, &one, socklen_t(MemoryLayout<Int32>.size))
        var buffer: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 8_192)
        while true {
            while let end = buffer.firstRange(of: Array("\r\n\r\n".utf8)) {
                let head = String(decoding: buffer[..<end.lowerBound], as: UTF8.self)
                buffer.removeSubrange(..<end.upperBound)
                guard let answer = answer(TinyServer.request(head)), send(answer, connection) else { return }
            }
            let count = read(connection, &piece, piece.count)
            guard count > 0 else { return }
            buffer += piece[..<count]
        }
    }

    private static func request(_ head: String) -> Request {
        let lines = head.split(separator: "\r\n")
        let path = lines.first?.split(separator: " ").dropFirst().first ?? "/"
        let headers = lines.dropFirst().compactMap { line in
            line.firstIndex(of: ":").map {
                (line[..<$0].lowercased(), line[line.index(after: $0)...].trimmingCharacters(in: .whitespaces))
            }
        }
        return Request(path: String(path), headers: Dictionary(headers, uniquingKeysWith: { first, _ in first }))
    }

    private func send(_ answer: Answer, _ connection: Int32) -> Bool {
        var head = "HTTP/1.1 \(answer.status) .\r\n"
        for (name, value) in answer.headers { head += "\(name): \(value)\r\n" }
        if answer.headers["Content-Length"] == nil, answer.status != 304 {
            head += "Content-Length: \(answer.body.utf8.count)\r\n"
        }
        let bytes = Array((head + "\r\n" + (answer.status == 304 ? "" : answer.body)).utf8)
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes {
                Foundation.send(connection, $0.baseAddress! + sent, bytes.count - sent, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }
}
