import ArgumentParser
import Foundation
import Logging
import Pipeline

/// The options that every subcommand takes.
struct GlobalOptions: ParsableArguments {
    @Option(help: "The folder of ledger, archive and lock.")
    var home = "./var"

    @Option(
        help: ArgumentHelp(
            "The configuration folder. Without it: $CHISO_CONFIG, ./Config, share/chiso/Config beside the program's folder, /etc/chiso.",
            valueName: "dir"))
    var config: String?

    @Flag(help: "Print nothing on success, one line on failure.")
    var quiet = false

    @Flag(help: "Print JSON for machines instead of text for people.")
    var json = false

    @Option(help: "How much to log on standard error: trace, debug, info, notice, warning, error or critical.")
    var logLevel = Logger.Level.error

    @Option(help: "The form of the log: text, or json, an object a line.")
    var logFormat = LogFormat.text

    /// Where things are, for the pipeline.
    var surroundings: Surroundings {
        Surroundings(
            home: home, namedConfiguration: config, environment: ProcessInfo.processInfo.environment,
            executable: CommandLine.arguments.first ?? "chiso")
    }

    /// Logs go to standard error, so that standard output holds results only.
    func logger() -> Logger {
        let format = logFormat
        var logger = Logger(label: "chiso") { _ in LineLogHandler(format: format) }
        logger.logLevel = logLevel
        return logger
    }
}

extension LogFormat: ExpressibleByArgument {}
extension Logger.Level: @retroactive ExpressibleByArgument {}
