/// What a POST sends: some portals list their news in no other way.
struct PostContent: Sendable {
    let bytes: [UInt8]
    /// Such as `application/json`.
    let type: String
}
