import FoundationEssentials
import Model

/// Gives a unit to numbers without a noun of their own: the head of their column, the noun behind the list that they
/// stand in, the noun in front, or the unit of the number that they continue.
struct UnitInheritance: Sendable {
    let text: TokenText
    let sentences: [Sentence]
    private let lexicon = UnitLexicon.standard
    private let columns: ColumnUnits

    init(text: TokenText, sentences: [Sentence]) {
        self.text = text
        self.sentences = sentences
        columns = ColumnUnits(text: text, sentences: sentences)
    }

    /// Fills the units in, and multiplies cells of tables whose caption names a scale.
    func apply(to quantities: inout [Quantity]) {
        for index in quantities.indices.reversed() where quantities[index].unit == nil {
            quantities[index].unit = unitOfList(quantities, index)
        }
        for index in quantities.indices where quantities[index].unit == nil {
            let quantity = quantities[index]
            let column = columns.column(of: quantity)
            let unit = column?.unit ?? (column == nil ? inFront(quantities, index) : nil) ?? column?.fallback
            quantities[index].unit = unit ?? (quantity.form == .money ? .vnd : .item)
            if unit == .percent { quantities[index].form = .percent }
            if unit == .point { quantities[index].form = .score }
            if unit == .rank { quantities[index].form = .rank }
            if unit == .vnd {
                quantities[index].form = .money
                quantities[index].value *= Decimal(column?.scale ?? 1)
            }
        }
        for index in quantities.indices where quantities[index].unit == .agency && isBareUnit(quantities[index].noun) {
            if speaksOfCommunes(before: quantities[index]) { quantities[index].unit = .commune }
        }
    }

    // MARK: Lists

    /// `lần lượt 3.214, 2.907 và 486 hồ sơ`: the noun stands behind the last number.
    private func unitOfList(_ quantities: [Quantity], _ index: Int) -> Model.Unit? {
        guard index + 1 < quantities.count, quantities[index].form == .cardinal else { return nil }
        let next = quantities[index + 1]
        let between =
            quantities[index].tokens.upperBound..<max(next.tokens.lowerBound, quantities[index].tokens.upperBound)
        guard between.count == 1, text.word(between.lowerBound).isAny(",", "và", "hoặc"), !next.noun.isEmpty,
            text.isSameCell(between.lowerBound, next.tokens.lowerBound)
        else {
            // Further in front in the list, the number behind has its unit from there already.
            guard between.count == 1, text.word(between.lowerBound).isAny(",", "và"), next.noun.isEmpty,
                next.form == .cardinal
            else { return nil }
            return next.unit
        }
        return next.unit
    }

    // MARK: Words in front

    /// The unit of the nearest noun before the number, or of the number before it where that is nearer.
    private func inFront(_ quantities: [Quantity], _ index: Int) -> Model.Unit? {
        let quantity = quantities[index]
        let previous = index > 0 && quantities[index - 1].sentence == quantity.sentence ? quantities[index - 1] : nil
        let noun = precedingNoun(quantity)
        if let previous, let unit = previous.unit, UnitInheritance.counts(unit) || unit == .rank {
            let end = max(previous.noun.upperBound, previous.tokens.upperBound)
            // "1.874 hồ sơ (cùng kỳ 1.652)": nothing is named between the two.
            if noun == nil || noun?.place ?? 0 < end { return unit }
        }
        return noun?.unit ?? previous?.unit
    }

    /// The nearest counted noun, or name of an index, before the number in its sentence.
    private func precedingNoun(_ quantity: Quantity) -> (unit: Model.Unit, place: Int)? {
        let sentence = sentences[quantity.sentence]
        var place = quantity.tokens.lowerBound - 1
        var steps = 0
        while place >= sentence.tokens.lowerBound, steps < 30 {
            if UnitInheritance.indices.contains(text.word(place)) { return (.point, place) }
            if text.word(place) == "điểm", text.word(place - 1) != "địa", text.word(place + 1) != "cầu" {
                return (.point, place)
            }
            if let noun = lexicon.noun(text, at: place), UnitInheritance.counts(noun.unit), !isPlace(noun, at: place) {
                let longer = widest(noun, endingAt: place, from: sentence.tokens.lowerBound)
                return (longer ?? noun.unit, place)
            }
            place -= 1
            steps += 1
        }
        return nil
    }

    /// A noun that is the tail of a longer one counts as the longer one.
    private func widest(_ noun: (unit: Model.Unit, count: Int), endingAt place: Int, from start: Int) -> Model.Unit? {
        (1...3).compactMap { shift -> Model.Unit? in
            guard place - shift >= start, let wider = lexicon.noun(text, at: place - shift),
                wider.count >= noun.count + shift
            else { return nil }
            return wider.unit
        }.last
    }

    /// A unit of administration that tells where, not what: `huyện Tam Dương`, `cấp xã`, `của tỉnh`, `các đơn vị`.
    private func isPlace(_ noun: (unit: Model.Unit, count: Int), at place: Int) -> Bool {
        switch noun.unit {
        case .province, .district, .commune, .agency, .group: break
        default: return false
        }
        let next = place + noun.count
        if text.tokens.indices.contains(next), text.tokens[next].isCapitalized || text.tokens[place].isCapitalized {
            return true
        }
        return UnitInheritance.whereWords.contains(text.word(place - 1)) || text.word(place) == "cấp"
            || noun.unit == .province
    }

    private static let whereWords: WordSet = [
        "cấp", "của", "các", "toàn", "khối", "ở", "tại", "ubnd", "từ", "thuộc", "trong", "qua", "cho", "nhiều", "những",
        "mỗi", "từng", "do",
    ]
    private static let indices: WordSet = ["index", "sipas", "papi", "dti", "ddci", "pci", "pgi", "pargi"]

    private static func counts(_ unit: Model.Unit) -> Bool {
        switch unit {
        case .percent, .percentagePoint, .day, .hour, .minute, .times, .rank: false
        default: true
        }
    }

    // MARK: Communes called units

    private func isBareUnit(_ noun: Range<Int>) -> Bool {
        text.has("đơn", "vị", at: noun.lowerBound) && noun.count == 2
    }

    /// `đơn vị` counts communes where the words before speak of communes and of no office.
    private func speaksOfCommunes(before quantity: Quantity) -> Bool {
        let first = max(0, quantity.tokens.lowerBound - 60)
        var place = quantity.noun.upperBound + 2
        while place >= first {
            let word = text.word(place)
            if word.isAny("sở", "ngành", "nghiệp", "quan", "phòng", "bệnh", "trường") { return false }
            if word.isAny("xã", "phường") { return true }
            place -= 1
        }
        return false
    }
}
