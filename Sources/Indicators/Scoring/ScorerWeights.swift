/// What the scorer learned from annotated articles: a few log-linear models, one section of a text file each.
///
/// The file is written by `Scripts/train-scorer` and reads so, fields separated by tabs:
/// ```
/// chiso-weights 1
/// model <TAB> indicator
/// parts <TAB> rate <TAB> dossiers <TAB> …
/// r:hồ <TAB> 1:420 3:-77
/// ```
/// A line of a model names a feature of the text, then for each part of an answer (by its position in `parts`) how much
/// it speaks for it, in thousandths of the natural logarithm of the odds.
public struct ScorerWeights: Sendable {
    private let models: [String: LinearModel]

    /// Nothing learned.
    public static let none = ScorerWeights(models: [:])

    init(models: [String: LinearModel]) { self.models = models }

    /// The model of that name; one without weights where the file has none.
    func model(_ name: String) -> LinearModel { models[name] ?? LinearModel(parts: []) }

    /// A line that does not follow the format.
    public struct FormatError: Error, Hashable, Sendable {
        /// Counted from 1.
        public let line: Int
    }

    /// Reads a file of weights.
    public init(bytes: [UInt8]) throws(FormatError) {
        var models: [String: LinearModel] = [:]
        var current: (name: String, model: LinearModel)?
        var number = 0
        for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            number += 1
            let fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
            guard let first = fields.first, !first.isEmpty else { continue }
            if number == 1 {
                guard first.elementsEqual("chiso-weights 1".utf8) else { throw FormatError(line: number) }
            } else if first.elementsEqual("model".utf8), fields.count == 2 {
                if let current { models[current.name] = current.model }
                current = (String(decoding: fields[1], as: UTF8.self), LinearModel(parts: []))
            } else if first.elementsEqual("parts".utf8) {
                current?.model = LinearModel(parts: fields.dropFirst().map { String(decoding: $0, as: UTF8.self) })
            } else {
                guard fields.count == 2, current?.model.add(feature: first, row: fields[1]) == true else {
                    throw FormatError(line: number)
                }
            }
        }
        if let current { models[current.name] = current.model }
        self.models = models
    }
}
