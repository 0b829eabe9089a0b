import Model

/// Finds the words of a text that may name a unit; what they mean is the resolver's work.
struct MentionScanner {
    let gazetteer: Gazetteer
    let words: [PlaceWord]
    private(set) var mentions: [Mention] = []

    init(gazetteer: Gazetteer, words: [PlaceWord]) {
        self.gazetteer = gazetteer
        self.words = words
    }

    mutating func scan() -> [Mention] {
        let mayBegin = PlaceLexicon.mayBegin
        var index = 0
        while index < words.count {
            guard words[index].isCapitalised || mayBegin.mayContain(words[index].hash) else {
                index += 1
                continue
            }
            let next = typed(at: index) ?? untyped(at: index) ?? nation(at: index) ?? nickname(at: index)
            index = next ?? index + 1
        }
        return mentions
    }

    // MARK: Names with a type word

    private mutating func typed(at index: Int) -> Int? {
        guard let (type, count) = TypeWords.read(words, at: index) else { return nil }
        let isNumbered = index + count < words.count && words[index + count].isNumber
        // `cấp xã 25` is a count, `Quận 3` a name: numbers name units of exactly that type.
        let isCount = isNumbered && index > 0 && PlaceLexicon.classMarkers.contains(words[index - 1])
        if !isCount,
            let (end, rows) = name(
                at: index + count,
                where: { isNumbered ? gazetteer.table.rows[$0].type == type : gazetteer.table.rows[$0].fits(type) })
        {
            add(index..<end, kind: .name, type: type, hasTypeWord: true, rows: rows)
            return list(after: end, type: type)
        }
        let rest = modifiersEnd(from: index + count)
        if rest > index + count,
            let (end, rows) = name(at: rest, where: { gazetteer.table.rows[$0].fits(type) }), !words[rest].isNumber
        {
            add(index..<end, kind: .name, type: type, hasTypeWord: true, rows: rows)
            return end
        }
        return anaphor(index, type: type, count: count)
    }

    private func modifiersEnd(from start: Int) -> Int {
        var end = start
        while end < words.count, end < start + 3, words[end].gap == .space, !words[end].isCapitalised,
            PlaceLexicon.modifiers.contains(words[end])
        {
            end += 1
        }
        return end
    }

    /// `các huyện Tam Dương, Lập Thạch và Yên Lạc`: the type word rules the names that follow.
    private mutating func list(after start: Int, type: UnitType) -> Int {
        var end = start
        while end < words.count {
            var next = end
            if words[next].gap == .space, PlaceLexicon.and.contains(words[next]), next + 1 < words.count {
                next += 1
                guard words[next].gap == .space else { break }
            } else if words[next].gap != .comma {
                break
            }
            guard words[next].isCapitalised, TypeWords.read(words, at: next) == nil,
                let (nameEnd, rows) = name(at: next, first: true, where: { gazetteer.table.rows[$0].fits(type) }),
                !runsOn(after: nameEnd)
            else { break }
            // `huyện Tam Dương, Vĩnh Phúc` names the province above, not another district.
            let provinces = gazetteer.names.rows(NameIndex.hash(words[next..<nameEnd]))
                .filter { gazetteer.table.rows[$0].key.level == .province }
            if type != .province && !provinces.isEmpty { break }
            add(next..<nameEnd, kind: .name, type: type, hasTypeWord: false, rows: rows)
            mentions[mentions.count - 1].continuesList = true
            end = nameEnd
        }
        return end
    }

    private mutating func anaphor(_ index: Int, type: UnitType, count: Int) -> Int? {
        let end = index + count
        if end < words.count {
            let next = words[end]
            let touches = next.gap == .space
            if touches, PlaceLexicon.compoundTails.contains(next) { return nil }
            if touches, PlaceLexicon.committeeTails.contains(next), next.hash != words[index].hash {
                add(index..<end, kind: .anaphor(type.usualLevel), type: type, hasTypeWord: true, rows: [])
                return end
            }
            if [.comma, .dash].contains(next.gap), TypeWords.read(words, at: end) != nil { return nil }
        }
        if index > 0 {
            let before = words[index - 1]
            if words[index].gap == .space, PlaceLexicon.classMarkers.contains(before) || before.isNumber { return nil }
            if [.comma, .dash].contains(words[index].gap), endsWithType(index - 1) { return nil }
        }
        // A name behind the type word that the gazetteer does not know: no anaphor.
        if end < words.count, words[end].isCapitalised, words[end].gap == .space, words[end].end - words[end].start > 1,
            !PlaceLexicon.bodies.contains(words[end])
        {
            return nil
        }
        add(index..<end, kind: .anaphor(type.usualLevel), type: type, hasTypeWord: true, rows: [])
        return end
    }

    private func endsWithType(_ index: Int) -> Bool {
        if TypeWords.read(words, at: index)?.1 == 1 { return true }
        return index > 0 && TypeWords.read(words, at: index - 1)?.1 == 2
    }

    // MARK: Names alone

    private mutating func untyped(at index: Int) -> Int? {
        guard words[index].isCapitalised, standsAlone(before: index),
            let (end, rows) = name(at: index, first: true, where: { _ in true }), !runsOn(after: end)
        else { return nil }
        add(index..<end, kind: .name, type: nil, hasTypeWord: false, rows: rows)
        return end
    }

    /// Whether the word before leaves the name alone: not part of a person's or a longer name.
    private func standsAlone(before index: Int) -> Bool {
        guard index > 0 else { return true }
        let before = words[index - 1]
        switch words[index].gap {
        case .space, .none:
            if PlaceLexicon.functionWords.contains(before) { return true }
            return !before.isCapitalised || before.isAllCaps
        case .dash:
            return true
        default:
            return true
        }
    }

    /// Whether the name goes on behind what was read, as in *Thái Bình Dương*.
    private func runsOn(after end: Int) -> Bool {
        guard end < words.count, [.space, .none].contains(words[end].gap) else { return false }
        return words[end].isCapitalised && !PlaceLexicon.bodies.contains(words[end])
    }

    /// The longest name that begins at a word, with its rows.
    private func name(at start: Int, first: Bool = false, where fits: (Int) -> Bool) -> (Int, [Int])? {
        guard start < words.count else { return nil }
        let head = words[start]
        guard head.isCapitalised || head.isNumber else { return nil }
        if !first, ![.space, .dot, .none, .dash].contains(head.gap) { return nil }
        var hash = NameHash()
        var best: (Int, [Int])?
        for end in start..<min(words.count, start + gazetteer.names.maximumWords) {
            if end > start, ![.space, .none, .dash].contains(words[end].gap) { break }
            hash.add(words[end])
            // A lone lower-case word after a name is not part of it; inside highland names it may be.
            let rows = gazetteer.names.rows(hash.value, where: fits)
            if !rows.isEmpty, words[end].isCapitalised || words[end].isNumber || end > start + 1 {
                best = (end + 1, rows)
            }
        }
        return best
    }

    // MARK: The country, by-names

    private mutating func nation(at index: Int) -> Int? {
        guard index + 1 < words.count, words[index + 1].gap == .space,
            PlaceLexicon.beginnings.contains(words[index]), let kind = nationalKind(index)
        else { return nil }
        add(index..<index + 2, kind: kind, type: nil, hasTypeWord: false, rows: [])
        return index + 2
    }

    private func nationalKind(_ index: Int) -> PlaceMention.Kind? {
        let (word, next) = (words[index], words[index + 1])
        if Nicknames.nation.contains(NameIndex.hash(words[index..<index + 2])) { return .nation }
        if PlaceLexicon.ministry.contains(word), word.isCapitalised, next.isCapitalised { return .ministry }
        let isCount =
            PlaceLexicon.circle.contains(word) && PlaceLexicon.country.contains(next) && index + 2 < words.count
            && PlaceLexicon.province.contains(words[index + 2])
        return isCount ? .nation : nil
    }

    private mutating func nickname(at index: Int) -> Int? {
        guard index + 1 < words.count, words[index + 1].gap == .space, PlaceLexicon.byNames.contains(words[index]),
            let key = Nicknames.provinces[NameIndex.hash(words[index..<index + 2])]
        else { return nil }
        add(
            index..<index + 2, kind: .nickname, type: nil, hasTypeWord: false,
            rows: Array(gazetteer.table.indices(of: key)))
        return index + 2
    }

    private mutating func add(
        _ range: Range<Int>, kind: PlaceMention.Kind, type: UnitType?, hasTypeWord: Bool, rows: [Int]
    ) {
        let first = words[range.lowerBound]
        let isBody =
            range.lowerBound > 0 && first.gap == .space && PlaceLexicon.bodies.contains(words[range.lowerBound - 1])
        mentions.append(
            Mention(
                range: first.start..<words[range.upperBound - 1].end, words: range, kind: kind, type: type,
                hasTypeWord: hasTypeWord, isInsideOrganisationName: isBody, candidates: rows.map { ($0, 0) }))
    }
}

extension UnitTable.Row {
    /// Whether a type word can stand before the name: the type itself or another one of its level, since types change.
    func fits(_ word: UnitType) -> Bool { word.exists(on: key.level) }
}

extension UnitType {
    /// The level that the bare word speaks of; a bare *thành phố* is settled by what was named before.
    var usualLevel: AdministrativeLevel {
        switch self {
        case .province: .province
        case .city, .ruralDistrict, .urbanDistrict, .town: .district
        case .commune, .ward, .township, .specialZone: .commune
        }
    }
}

/// By-names of provinces, and of the country.
enum Nicknames {
    private static let nationNames = ["cả nước", "toàn quốc", "khắp nước"]
    private static let names = [
        ("thủ đô", "01"), ("đất Tổ", "25"), ("đất mỏ", "22"), ("vùng mỏ", "22"), ("xứ Thanh", "38"),
        ("xứ Nghệ", "40"), ("cố đô", "46"),
    ]

    static let nation = Set(nationNames.map { NameIndex.hash($0) })
    static let firstWords = (nationNames + names.map(\.0)).compactMap {
        PlaceText.words(of: $0).first?.hash
    }

    static let provinces: [UInt64: UnitKey] = {
        var result: [UInt64: UnitKey] = [:]
        for (name, code) in names { result[NameIndex.hash(name)] = UnitKey(code: Array(code.utf8)[...]) }
        return result
    }()
}
