/// Where an alias stands, seen from a number.
struct AliasSite {
    /// The name of the site among the features.
    let name: String
    /// How well such a site binds: around the number best, beyond another number worst.
    let worth: Int

    init(_ alias: Range<Int>, context: NumberContext) {
        let number = context.word
        if let position = context.position {
            let cells = [("head", position.head, 30), ("cell", position.cell, 28), ("label", position.label, 15)]
            let site = cells.first { $0.1.overlaps(alias) }
            (name, worth) = site.map { ($0.0, $0.2) } ?? ("caption", 5)
        } else if alias.contains(number) {
            (name, worth) = ("around", 30)
        } else if alias.lowerBound > number {
            let words = context.passage.words
            let far = words[number..<alias.lowerBound].dropFirst().contains { $0.isNumber }
            let step = min(alias.lowerBound - number - 1, 3)
            (name, worth) = far ? ("rightfar", 5) : ("right\(step)", 20 - step)
        } else {
            let words = context.passage.words
            let far = words[alias.lowerBound..<number].contains { $0.isNumber }
            let step = min((number - alias.upperBound) / 2, 4)
            (name, worth) = far ? ("leftfar", 5) : ("left\(step)", 20 - step)
        }
    }
}
