import ArgumentParser
import Foundation
import Model
import Pipeline

struct UnitsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "units",
        abstract: "Look up a province, district or commune: what it was, what it is now.",
        discussion: """
            The name may have its type word, in full or short: "Bắc Ninh", "huyện Tam Dương", "TP.HCM", "P. 5". Names \
            repeat, so several units may be printed; --in leaves those of one unit. Days are inclusive. The exit code is \
            1 when no unit has that name on that day.

              chiso units "Bắc Ninh" --on 2024-01-01
              chiso units "Thanh Vân" --on 2024-05-16 --in "Vĩnh Phúc"
            """)

    @Argument(help: "The name.")
    var name: String

    @Option(
        help: ArgumentHelp("The day, as 2024-05-16; today unless given.", valueName: "date"), transform: Self.day)
    var on: CivilDate?

    @Option(
        name: .customLong("in"),
        help: ArgumentHelp("A unit above, by its name on that day or its id, as P26.", valueName: "parent"))
    var parent: String?

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        try await reportingErrors {
            let today = Timestamp(seconds: Int64(Date().timeIntervalSince1970)).vietnamDate
            let report = try UnitsJob(
                surroundings: global.surroundings, name: name, on: on ?? today, within: parent
            ).run()
            print(global.json ? report.json : report.text)
            if report.exitCode != 0 { throw ExitCode(report.exitCode) }
        }
    }

    private static func day(_ text: String) throws -> CivilDate {
        guard let day = CivilDate(iso: text) else { throw ValidationError("write the day as 2024-05-16") }
        return day
    }
}
