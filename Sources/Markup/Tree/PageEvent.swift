/// What the scanner kept of a start tag or a run of text; libxml2 gets only its number.
struct PageEvent {
    let name: HTMLName
    /// Where the element's own name is kept, when `name` does not know it.
    let custom: UInt16
    /// For a text its bytes in the buffer, for a tag its places among the attributes.
    let range: Range<Int32>
}

/// One attribute of a tag, as ranges of the page's bytes; references in the value are resolved when it is asked for.
struct PageAttribute: Sendable {
    let key: HTMLAttribute
    let name: Range<Int32>
    let value: Range<Int32>
}
