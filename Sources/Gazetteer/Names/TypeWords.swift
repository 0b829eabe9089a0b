import Model

/// The words that say what kind of unit a name is, with their abbreviations.
enum TypeWords {
    private static let forms: [(UnitType, [String])] = [
        (.province, ["tỉnh"]), (.city, ["thành phố", "tp", "t.p"]), (.ruralDistrict, ["huyện", "h"]),
        (.urbanDistrict, ["quận", "q"]), (.town, ["thị xã", "tx", "t.x"]), (.commune, ["xã", "x"]),
        (.ward, ["phường", "p"]), (.township, ["thị trấn", "tt"]), (.specialZone, ["đặc khu"]),
    ]

    private static let table: [UInt64: (type: UnitType, words: Int, isShort: Bool)] = {
        var table: [UInt64: (UnitType, Int, Bool)] = [:]
        for (type, spellings) in forms {
            for spelling in spellings {
                let words = PlaceText.words(of: spelling)
                table[NameIndex.hash(words[...])] = (type, words.count, spelling.utf8.allSatisfy { $0 < 0x80 })
            }
        }
        return table
    }()

    static let firstWords = forms.flatMap(\.1).compactMap { PlaceText.words(of: $0).first?.hash }

    /// The type that begins at a word, and how many words it takes; the longest form wins. A single letter, and `TT`,
    /// need a capitalised or numbered name right behind: `H. Tam Dương`, `Q.3`.
    static func read(_ words: [PlaceWord], at index: Int) -> (UnitType, Int)? {
        guard index < words.count, PlaceLexicon.types.contains(words[index]) else { return nil }
        for count in [2, 1] where index + count <= words.count {
            guard let entry = table[NameIndex.hash(words[index..<index + count])], entry.words == count else {
                continue
            }
            if count == 2, ![.space, .dot, .none].contains(words[index + 1].gap) { continue }
            if entry.isShort {
                guard index + count < words.count, words[index].isCapitalised else { continue }
                let name = words[index + count]
                guard name.isCapitalised || name.isNumber, [.space, .dot, .none].contains(name.gap) else { continue }
            }
            return (entry.type, count)
        }
        return nil
    }
}
