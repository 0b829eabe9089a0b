import Foundation
import SamplePortal
import TestSupport
import Testing

/// What a cron job must bear: a second run, a stop signal, a kill at any instant.
@Suite(.serialized) struct CronTests {
    @Test func aSecondRunAtTheSameTimeEndsAtOnceAndSaysWhoHoldsTheLock() async throws {
        let portal = try await SamplePortal(behaviour: Behaviour(slowness: .seconds(4), failures: false))
        let workplace = try Workplace(portal: portal.address)
        let first = try workplace.chiso.start(["run", "Pipelines/demo.yml", "--quiet"])
        try await Self.wait { !portal.requests.isEmpty }
        let second = try await workplace.chiso.run("run", "Pipelines/demo.yml")
        #expect(second.code == 75)
        #expect(second.errors.contains("\(first.processIdentifier)"), "\(second.errors)")
        first.terminate()
        first.waitUntilExit()
        await portal.stop()
    }

    @Test func sigtermEndsARunWithinFiveSecondsAndKeepsWhatWasRead() async throws {
        let portal = try await SamplePortal(behaviour: Behaviour(slowness: .seconds(60), failures: false))
        let workplace = try Workplace(portal: portal.address)
        let run = try workplace.chiso.start(["run", "Pipelines/demo.yml", "--quiet"])
        try await Self.wait { portal.requests.count > 8 }
        let asked = ContinuousClock.now
        run.terminate()
        run.waitUntilExit()
        #expect(ContinuousClock.now - asked < .seconds(5))
        #expect(run.terminationReason == .exit)
        #expect(run.terminationStatus == 3)
        await portal.stop()

        let healthy = try await SamplePortal(port: portal.port, behaviour: .smooth)
        let rest = try await workplace.chiso.run("run", "Pipelines/demo.yml", "--quiet")
        #expect(rest.code == 0, "\(rest.errors)")
        #expect(try workplace.rows("articles.json").count == healthy.articles.count { $0.isPublic })
        await healthy.stop()
    }

    /// Kills a run at random instants, then lets one run to its end: the datasets are those of an undisturbed run.
    @Test func aKilledRunLeavesNoTrace() async throws {
        let kills = ProcessInfo.processInfo.environment["CHISO_CRASH_KILLS"].flatMap(Int.init) ?? 4
        let portal = try await SamplePortal(behaviour: .smooth)
        let undisturbed = try Workplace(portal: portal.address)
        let began = ContinuousClock.now
        #expect(try await undisturbed.chiso.run("run", "Pipelines/demo.yml", "--quiet").code == 0)
        let length = (ContinuousClock.now - began) / .milliseconds(1)
        let expected = try undisturbed.datasets()

        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SeededGenerator(seed: seed)
        for kill in 1...kills {
            let workplace = try Workplace(portal: portal.address)
            let run = try workplace.chiso.start(["run", "Pipelines/demo.yml", "--quiet"])
            try await Task.sleep(for: .milliseconds(Double.random(in: 0...length, using: &random)))
            killHard(run)
            let rest = try await workplace.chiso.run("run", "Pipelines/demo.yml", "--quiet")
            #expect(rest.code == 0, "kill \(kill), seed \(seed): \(rest.errors)")
            #expect(try workplace.datasets() == expected, "kill \(kill), seed \(seed)")
        }
        await portal.stop()
    }

    private func killHard(_ process: Process) {
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    /// Waits until something has happened, at most ten seconds.
    private static func wait(until condition: () -> Bool) async throws {
        for _ in 0..<1_000 where !condition() { try await Task.sleep(for: .milliseconds(10)) }
        #expect(condition())
    }
}
