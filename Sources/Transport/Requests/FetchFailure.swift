import Model

/// Why an exchange gave no response.
public struct FetchFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// The classes of failure; the raw values are kept in the ledger.
    public enum Kind: String, Sendable, CaseIterable {
        case dns, connect, tls, timeout
        /// The content is larger than the limit, as sent or decompressed.
        case tooLarge = "too_large"
        case headersTooLarge = "headers_too_large"
        /// The connection ended before anything came.
        case noAnswer = "no_answer"
        /// The connection ended before the content did.
        case truncated
        /// The content is not in the coding that its header names, or in one that we did not ask for.
        case badEncoding = "bad_encoding"
        /// The host has no address that may be reached.
        case forbiddenAddress = "forbidden_address"
        /// What came is not HTTP.
        case badResponse = "bad_response"
        case cancelled
        /// The host kept failing and is left alone for a while.
        case circuitOpen = "circuit_open"
    }

    public let kind: Kind
    public let address: WebAddress
    /// libcurl's code, 0 where libcurl was content.
    public let curlCode: Int
    /// The status that had come before the exchange failed, if it had.
    public let status: Int?
    public let message: String
    /// Not before this time, where the host rests.
    public let notBefore: Timestamp?
    /// The number of the attempt, counted from 1.
    public var attempt = 1

    public init(
        kind: Kind, address: WebAddress, curlCode: Int = 0, status: Int? = nil, message: String,
        notBefore: Timestamp? = nil
    ) {
        self.kind = kind
        self.address = address
        self.curlCode = curlCode
        self.status = status
        self.message = message
        self.notBefore = notBefore
    }

    /// Whether the same request may succeed a little later.
    public var isTransient: Bool {
        switch kind {
        case .dns, .connect, .timeout, .noAnswer, .truncated, .circuitOpen, .cancelled: true
        case .tls, .tooLarge, .headersTooLarge, .badEncoding, .forbiddenAddress, .badResponse: false
        }
    }

    public var description: String { "\(kind.rawValue): \(message)" }
}

/// The transport itself cannot work, whatever is asked of it.
public struct TransportError: Error, Hashable, Sendable, CustomStringConvertible {
    public let message: String

    public var description: String { message }
}
