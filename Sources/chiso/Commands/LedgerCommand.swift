import ArgumentParser
import Pipeline

struct LedgerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger",
        abstract: "Look after the ledger: check, vacuum, back up.",
        subcommands: [LedgerCheckCommand.self, LedgerVacuumCommand.self, LedgerBackupCommand.self])
}

struct LedgerCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Look for damage in the ledger, and whether the archive holds every response where the ledger says.",
        discussion: "Changes nothing. Exit code 1 when something is wrong.")

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        try await reportingErrors {
            let report = try LedgerJob(surroundings: global.surroundings).check()
            if !global.quiet || !report.findings.problems.isEmpty { print(report.text) }
            if !report.findings.problems.isEmpty { throw ExitCode(1) }
        }
    }
}

struct LedgerVacuumCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "vacuum", abstract: "Give back the room of what was deleted.",
        discussion: "Needs as much free room as the ledger has, and no run at work.")

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        try await reportingErrors {
            let (before, after) = try LedgerJob(surroundings: global.surroundings).vacuum()
            if !global.quiet { print("\(before / 1_024) KB before, \(after / 1_024) KB now") }
        }
    }
}

struct LedgerBackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Copy the ledger to a new file, also while a run is at work.",
        discussion:
            "The copy is a whole ledger of one moment. Put it back as var/ledger.sqlite, without -wal and -shm beside it."
    )

    @Argument(help: "The file to write; it must not be there yet.")
    var file: String

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        try await reportingErrors {
            try LedgerJob(surroundings: global.surroundings).backup(to: file)
            if !global.quiet { print("copied to \(file)") }
        }
    }
}
