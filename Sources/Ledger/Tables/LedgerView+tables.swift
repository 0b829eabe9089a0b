import Model

extension LedgerView {
    /// The tables of the datasets in the order in which they are published; `wide` and the codebook stand apart.
    public func tables(_ selection: Selection = .all) -> [DatasetTable] {
        let facts = FactReader(view: self, selection: selection)
        let chosen = [
            ObservationTable.table(selection), FactTable.table(facts), ArticleTable.table(selection),
            ConflictTable.table(facts), ChangeTable.table(selection), SourceTable.table(selection),
        ]
        // Where numbers are chosen, what is told of whole articles and sources would be about something else.
        if selection.choosesNumbers { return chosen }
        return chosen + [
            CoverageTable.table(self, selection), RejectionTable.table(selection), RunTable.table,
        ]
    }

    /// The pivot-ready table; its columns are the indicators that the selected observations have.
    public func wideTable(_ selection: Selection = .all) throws -> DatasetTable {
        try WideTable.table(self, selection)
    }
}
