/// The subject of an indicator: the six areas of Resolution 76/NQ-CP of 15 July 2021, and what reports tell beside them.
public enum Area: String, Sendable, CaseIterable {
    case steering
    case institutionalReform = "institutional_reform"
    case adminProcedures = "admin_procedures"
    case organisation
    case civilService = "civil_service"
    case publicFinance = "public_finance"
    case digitalGovernment = "digital_government"
    case outcomeIndex = "outcome_index"
    case legalDissemination = "legal_dissemination"
    case citizenReception = "citizen_reception"
    case inspection
}

/// The dimension of an indicator's values; a number of another dimension never is one of them.
public enum ValueType: String, Sendable, CaseIterable {
    case count, percent, score, rank, money, duration
}

/// Whose procedures, officials or bodies an indicator counts.
public enum IndicatorLevel: String, Sendable, CaseIterable {
    case province, district, commune, any
}

/// Which way an indicator should move.
public enum Betterment: String, Sendable, CaseIterable {
    case higher, lower, neutral
}
