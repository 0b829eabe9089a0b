import ArticleExtraction
import Model

extension Page {
    /// What extraction needs to know of a capture.
    init(_ capture: Capture) {
        self.init(
            bytes: capture.body, address: capture.address, contentType: capture.contentType, fetched: capture.fetched)
    }
}
