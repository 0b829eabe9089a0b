/// The sixteen figures of the article that the project started from, as the sample portal tells them in other words.
enum ReferenceFacts {
    struct Fact: Sendable {
        let indicator: String
        let valueText: String
        let start: String?
        let end: String
    }

    private static let reported = ("2021-07-15", "2024-03-31")

    private static func flow(_ indicator: String, _ text: String) -> Fact {
        Fact(indicator: indicator, valueText: text, start: reported.0, end: reported.1)
    }

    private static func stock(_ indicator: String, _ text: String) -> Fact {
        Fact(indicator: indicator, valueText: text, start: nil, end: "2024-05-16")
    }

    static let all: [Fact] = [
        flow("steering.documents.issued", "124"),
        flow("legal_docs.issued", "15"),
        flow("legal_docs.resolutions", "01"),
        flow("legal_docs.decisions", "14"),
        flow("legal_dissemination.sessions", "91"),
        flow("legal_dissemination.attendees", "12.285"),
        flow("legal_dissemination.documents_distributed", "13.000"),
        flow("procedures.district_level.published", "307"),
        flow("procedures.commune_level.published", "141"),
        flow("dossiers.resolved_rate", "98,4%"),
        flow("dossiers.early_rate", "98,1%"),
        stock("digital.documents.signed_rate", "99,9%"),
        stock("digital.infrastructure.agencies_equipped_rate", "100%"),
        stock("digital.infrastructure.officials_computer_rate.district", "100%"),
        stock("digital.infrastructure.officials_computer_rate.commune", "99%"),
        stock("digital.documents.online_processing_rate", "toàn bộ"),
    ]
}
