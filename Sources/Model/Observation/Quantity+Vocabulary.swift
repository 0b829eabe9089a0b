/// What a number counts or measures, as the annotation standard names it.
public enum Unit: String, Sendable, CaseIterable {
    case percent, percentagePoint = "percentage_point", point, rank, vnd, day, hour, minute, times
    case person, personTurn = "person_turn", document, procedure, caseFile = "case_file", session, copy, agency
    case commune, district, province, group, account, device, service, petition, initiative, item
}

/// Whether a number states a level, a movement, an aim or an expectation.
public enum ObservationKind: String, Sendable, CaseIterable {
    case level, change, target, forecast
}

/// Which way a change went; for ranks, `up` is a better place.
public enum Direction: String, Sendable {
    case up, down
}

/// How sharp a number is meant.
public enum Qualifier: String, Sendable, CaseIterable {
    case exact, about, moreThan = "more_than", lessThan = "less_than", nearly, atLeast = "at_least",
        atMost = "at_most", impliedAll = "implied_all"
}

/// Whether a number is a state on a day or a sum over a time; sums of states mean nothing.
public enum StockFlow: String, Sendable {
    case stock, flow
}
