import Model

/// Reads one pipeline file.
enum PipelineReader {
    /// The pipeline, or nil when a key it cannot do without is missing or wrong; every mistake is in the log.
    ///
    /// `known` gives the ids of a folder of source files, nil standing for the usual one.
    static func read(
        _ document: YAMLFile, defaults: Defaults, known: (_ folder: String?) -> Set<SourceID>
    ) -> PipelineConfiguration? {
        guard var fields = document.root.fields(of: "a pipeline") else { return nil }
        let name = fields.required("name")?.text()
        let folder = fields.value("source_folder")?.text()
        let sources = fields.required("sources").map { sourceList($0, known: known(folder)) }
        let output = fields.value("output")?.text() ?? "out"
        let formats = fields.value("formats")?.list()?.compactMap { $0.choice(DatasetFormat.self) }
        let language = fields.value("language")?.choice(Language.self)
        var alertCommand: String?
        if var group = fields.value("alerts")?.fields(of: "alerts") {
            alertCommand = group.required("command")?.text()
            group.finish()
        }
        var changed = defaults
        if var group = fields.value("defaults")?.fields(of: "defaults") {
            changed = DefaultsReader.read(&group, over: defaults)
            group.finish()
        }
        fields.finish()
        guard let name, let sources else { return nil }
        return PipelineConfiguration(
            name: name, sourceFolder: folder, sources: sources, output: output,
            formats: formats ?? DatasetFormat.allCases, language: language ?? .vietnamese, alertCommand: alertCommand,
            defaults: changed,
            file: document.path)
    }

    /// `all`, or a list of ids.
    private static func sourceList(_ value: YAMLValue, known: Set<SourceID>) -> [SourceID]? {
        if value.isList {
            return value.list()?.compactMap { item in
                guard let text = item.text() else { return nil }
                if known.contains(SourceID(text)) { return SourceID(text) }
                let nearest = Spelling.nearest(to: text, among: known.map(\.rawValue).sorted())
                item.report(
                    "there is no source `\(text)`\(nearest.map { ", did you mean `\($0)`?" } ?? "")",
                    "write the name of a source file without .yml")
                return nil
            }
        }
        if let text = value.text(), text != "all" {
            value.report("`\(text)` is neither `all` nor a list", "write `sources: all` or `sources: [id, id]`")
        }
        return nil
    }
}
