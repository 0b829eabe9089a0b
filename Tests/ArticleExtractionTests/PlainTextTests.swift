import ArticleExtraction
import Testing

@Suite struct PlainTextTests {
    @Test func breadcrumbsTitleDateParagraphsAndAuthors() throws {
        let article = try #require(
            PlainTextArticle.article(
                from: """
                    / Thời sự
                    / Một cửa

                    Huyện Lập Thạch giảm hồ sơ trễ hạn

                    16/05/2024 15:31 |

                    Sáng 16/5, UBND huyện họp về cải cách hành chính.
                    Đến nay, toàn huyện còn 12 hồ sơ trễ hạn.

                    Lê Văn Minh
                    """))
        #expect(article.title == "Huyện Lập Thạch giảm hồ sơ trễ hạn")
        #expect(article.published?.description == "2024-05-16T15:31:00+07:00")
        #expect(article.authors == ["Lê Văn Minh"])
        #expect(
            article.text
                == "Sáng 16/5, UBND huyện họp về cải cách hành chính.\nĐến nay, toàn huyện còn 12 hồ sơ trễ hạn.")
    }

    @Test func oneLineIsText() {
        #expect(PlainTextArticle.article(from: "Huyện có 12 xã.")?.text == "Huyện có 12 xã.")
    }

    @Test func nothingIsNoArticle() { #expect(PlainTextArticle.article(from: " \n ") == nil) }
}
