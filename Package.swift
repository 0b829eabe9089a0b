// swift-tools-version: 6.2
import PackageDescription

// The way of the data, left to right: configuration → discovery → transport → archive → article → observations →
// ledger → datasets. A stage imports the shared values and tools above it, never another stage; `Pipeline` joins them.

/// A warning is an error: the house stays clean because nothing else builds.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

func module(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource]? = nil) -> Target {
    .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

func tests(
    _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = [], resources: [Resource]? = nil
) -> Target {
    .testTarget(
        name: name, dependencies: dependencies, exclude: exclude, resources: resources, swiftSettings: strict)
}

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let http = Target.Dependency.product(name: "FlyingFox", package: "FlyingFox")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")

let package = Package(
    name: "ChiSo",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "chiso", targets: ["chiso"]),
        .executable(name: "sample-portal", targets: ["sample-portal"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    ],
    targets: [
        // System libraries: a module map and a shim header, nothing else.
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CLibCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
        .systemLibrary(name: "CBrotli", pkgConfig: "libbrotlidec", providers: [.apt(["libbrotli-dev"])]),
        .systemLibrary(name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),

        // Values and tools that every stage may use.
        module("Model"),
        module("Digest", ["CLibCrypto"]),
        module("Compression", ["CBrotli", "CDeflate", "CZlib", "CZstd"]),
        module("VietnameseText", ["Model"]),
        module("Gazetteer", ["Model", "VietnameseText"]),
        module("Markup", ["CLibXML2"]),
        module("Transport", ["CCurl", "Compression", "Model"]),

        // Stages.
        module("WebArchive", ["Model", "Digest", "Compression"]),
        module("Discovery", ["Model", "Markup", "Compression", "VietnameseText"]),
        module("ArticleExtraction", ["Model", "Markup", "VietnameseText"]),
        module("Indicators", ["Model", "VietnameseText", "Gazetteer"]),
        module("Ledger", ["Model", grdb, sqlite]),
        module("Datasets", ["CXLSXWriter", "Digest", "Model", grdb, sqlite]),

        // Stages joined, and the command.
        module("Configuration", ["Model", "Digest", "Markup", "Gazetteer", "Indicators", yams]),
        module(
            "Pipeline",
            [
                "ArticleExtraction", "Configuration", "Datasets", "Digest", "Discovery", "Gazetteer", "Indicators",
                "Ledger", "Markup", "Model", "Transport", "VietnameseText", "WebArchive", logging,
            ]),
        .executableTarget(
            name: "chiso", dependencies: ["Model", "Pipeline", arguments, logging], swiftSettings: strict),

        // Rows for Scripts/train-scorer, out of annotated articles: a tool of developers.
        .executableTarget(
            name: "training-rows", dependencies: ["Configuration", "Indicators", "Model", arguments],
            swiftSettings: strict),

        // The transport alone, for Scripts/bench-fetch: a tool of developers.
        .executableTarget(
            name: "transport-bench", dependencies: ["Model", "Transport", arguments], swiftSettings: strict),

        // The scan of texts alone, for Scripts/bench-text: a tool of developers.
        .executableTarget(
            name: "text-bench", dependencies: ["Configuration", "Gazetteer", "Model", "VietnameseText", arguments],
            swiftSettings: strict),

        // Random and mutated input for the readers, built with sanitizers by `make fuzz`: a tool of developers.
        .executableTarget(
            name: "fuzz",
            dependencies: [
                "ArticleExtraction", "Configuration", "Gazetteer", "Indicators", "Model", "VietnameseText", arguments,
            ], swiftSettings: strict),

        // A little provincial portal on loopback, for the demo and the tests.
        module("SamplePortal", ["Compression", http, mustache], resources: [.copy("Site")]),
        .executableTarget(name: "sample-portal", dependencies: ["SamplePortal", arguments], swiftSettings: strict),

        // What tests of several targets need.
        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
        tests("ModelTests", ["TestSupport", "Model", "Digest", "Compression"]),
        tests("VietnameseTextTests", ["TestSupport", "VietnameseText", "Model"]),
        tests("GazetteerTests", ["Gazetteer", "Model", "VietnameseText"]),
        tests("MarkupTests", ["Markup"]),
        tests("TransportTests", ["Transport", "Compression", "Model", http]),
        tests("WebArchiveTests", ["TestSupport", "WebArchive", "Model", "Compression"]),
        tests("DiscoveryTests", ["TestSupport", "Discovery", "Markup", "Model", "Compression"]),
        tests("ArticleExtractionTests", ["ArticleExtraction", "Markup", "Model"]),
        tests(
            "IndicatorsTests", ["TestSupport", "Configuration", "Indicators", "Gazetteer", "VietnameseText", "Model"],
            exclude: ["floors.json"]),
        tests(
            "LedgerTests", ["TestSupport", "Ledger", "Model", grdb], resources: [.copy("Fixtures")]),
        tests("DatasetsTests", ["TestSupport", "Compression", "Datasets", "Digest", "Model", grdb]),
        tests("ConfigurationTests", ["Configuration", "Model"], resources: [.copy("Fixtures")]),
        tests(
            "PipelineTests",
            [
                "TestSupport", "Configuration", "Datasets", "Discovery", "Pipeline", "Ledger", "SamplePortal", "Model",
                "VietnameseText", logging,
            ], exclude: ["Golden", "Year/story.txt"]),
        tests("EndToEndTests", ["TestSupport", "chiso", "SamplePortal"]),
        tests("SamplePortalTests", ["SamplePortal"]),
    ],
    swiftLanguageModes: [.v6]
)
