import Foundation
import Model
import Synchronization
import Testing

@testable import Pipeline

@Suite struct ArticleFormatTests {
    private let article = Article(
        title: "Một & hai <ba>", authors: ["Lan Anh"],
        published: Timestamp(seconds: 1_715_848_260, offsetMinutes: 420), publishedFrom: .meta, modified: nil,
        canonical: WebAddress("https://bao.example.vn/a?b=1&c=2"), section: nil, language: "vi",
        blocks: [
            ArticleBlock(.lead, "Sapô *quan trọng*"), ArticleBlock(.heading, "Kết quả"),
            ArticleBlock(.paragraph, "Đạt 98,4%."),
            ArticleBlock(.listItem, "Một"), ArticleBlock(.listItem, "Hai"), ArticleBlock(.tableRow, "Xã\tHồ sơ"),
            ArticleBlock(.tableRow, "An Hòa\t12"), ArticleBlock(.quotation, "Rất tốt \u{1}"),
        ])

    @Test func markdownHasMarksAndEscapesThoseOfTheText() {
        let text = ArticleFormat.markdown.text(of: article, id: "a")
        #expect(
            text.hasPrefix(
                "# Một & hai \\<ba\\>\n\n*2024-05-16T15:31:00+07:00, Lan Anh*\n\n**Sapô \\*quan trọng\\***\n\n## Kết quả\n"
            ))
        #expect(text.contains("\n- Một\n\n- Hai\n"))
        #expect(text.contains("| Xã | Hồ sơ |\n| --- | --- |\n| An Hòa | 12 |\n"))
    }

    @Test func textIsTitleAndParagraphs() {
        let text = ArticleFormat.text.text(of: article, id: "a")
        #expect(text.hasPrefix("Một & hai <ba>\n\nSapô *quan trọng*\nKết quả\nĐạt 98,4%.\n"))
    }

    @Test func teiIsEscapedAndItsListsAndTablesAreWhole() {
        let text = ArticleFormat.xmlTEI.text(of: article, id: "a")
        #expect(text.contains("<title>Một &amp; hai &lt;ba&gt;</title>"))
        #expect(
            text.contains(
                "<list>\n<item>Một</item>\n<item>Hai</item>\n</list>\n<table>\n<row><cell>Xã</cell><cell>Hồ sơ</cell></row>"
            ))
        #expect(text.contains("<ptr target=\"https://bao.example.vn/a?b=1&amp;c=2\"/>"))
        #expect(text.contains("Rất tốt \u{FFFD}"))
        #expect(Tool.isWellFormed(ArticleFormat.xmlTEI.opening(2) + text + text + ArticleFormat.xmlTEI.closing(2)))
        #expect(Tool.isWellFormed(ArticleFormat.xmlTEI.opening(1) + text))
    }

    @Test(arguments: [1, 2, 5]) func resultsComeInOrderWhateverTakesLonger(_ workers: Int) {
        var taken: [Int] = []
        OrderedWork.run(300, workers: workers) { index in
            if index.isMultiple(of: 7) { Thread.sleep(forTimeInterval: 0.001) }
            return index * 2
        } take: { index, result in
            #expect(result == index * 2)
            taken.append(index)
        }
        #expect(taken == Array(0..<300))
    }

    @Test func aTakerThatFailsEndsTheWork() {
        struct Full: Error {}
        let worked = Mutex(0)
        #expect(throws: Full.self) {
            try OrderedWork.run(10_000, workers: 3) { _ in
                worked.withLock { $0 += 1 }
            } take: { index, _ in
                if index == 5 { throw Full() }
            }
        }
        #expect(worked.withLock { $0 } < 10_000)
    }
}

/// Whether elements nest, by a count of tags: no XML parser is at hand here.
private enum Tool {
    static func isWellFormed(_ text: String) -> Bool {
        var open: [Substring] = []
        for tag in text.split(separator: "<").dropFirst() where !tag.hasPrefix("?") {
            guard let end = tag.firstIndex(of: ">") else { return false }
            let inside = tag[..<end]
            if inside.hasSuffix("/") { continue }
            if inside.hasPrefix("/") {
                guard open.popLast() == inside.dropFirst() else { return false }
            } else {
                open.append(inside.prefix { $0 != " " })
            }
        }
        return open.isEmpty
    }
}
