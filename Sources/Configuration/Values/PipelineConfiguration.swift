import Model

/// What one run does: a file of `Pipelines/`.
public struct PipelineConfiguration: Sendable {
    public let name: String
    /// The folder with the source files, where it is not `Config/sources`.
    public let sourceFolder: String?
    /// The sources to read, or nil for every enabled one.
    public let sources: [SourceID]?
    /// The folder of the datasets.
    public let output: String
    /// The forms that a run writes the datasets in.
    public let formats: [DatasetFormat]
    /// The language of headings in files for people.
    public let language: Language
    /// What is run with `sh -c` when an alarm is on.
    public let alertCommand: String?
    /// The defaults with this pipeline's changes.
    public let defaults: Defaults
    public let file: String
}
