import ArticleExtraction

/// The extractor.
struct PageTrial: Trial {
    /// Nil: an article, or a named reason why there is none, is all that is asked.
    func problem(with input: [UInt8]) -> String? {
        do {
            let page = Page(bytes: input, address: nil, contentType: nil, fetched: nil)
            let article = try ArticleExtractor().article(from: page)
            return article.text.utf8.count > input.count * 4 + 1_000 ? "the article is larger than its page" : nil
        } catch {
            return error.detail.isEmpty ? "a failure without a reason" : nil
        }
    }
}
