import Foundation
import SamplePortal
import Testing

struct ExpectedArticleTests {
    @Test func agreesWithTheArticlesThatThePortalServes() async throws {
        let portal = try await SamplePortal(behaviour: .smooth)
        let expected = try ExpectedArticle.all()
        #expect(expected.count == 18)
        for facts in expected {
            let article = try #require(portal.articles.first { $0.address == facts.address })
            #expect(article.title == facts.title)
            #expect(article.published.iso == facts.published)
            #expect(article.author == facts.author)
            #expect(article.lead == facts.lead)
            #expect(article.paragraphs.count == facts.paragraphs, "\(facts.address)")
            let text = (article.paragraphs + article.blocks.map { "\($0)" }).joined(separator: "\n")
            for figure in facts.figures {
                #expect(text.contains(figure.surface), "\(facts.address): \(figure.surface)")
            }
        }
        await portal.stop()
    }

    @Test func tellsAllSixteenFiguresOfTheReferenceArticle() throws {
        let complete = try ExpectedArticle.all().filter(\.complete)
        #expect(complete.map(\.place) == ["huyện Tam Dương"])
        #expect(complete.first?.figures.count == 16)
        #expect(Set(complete.first?.figures.map(\.indicator) ?? []).count == 16)
    }
}
