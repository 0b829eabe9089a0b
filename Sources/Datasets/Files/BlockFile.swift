import Digest
import Dispatch
import Synchronization

/// Writes blocks into a pending file and computes the file's digest on the way, on a thread of its own: whoever makes
/// the bytes does not wait for the disk, until a few blocks wait already.
final class BlockFile: Sendable {
    private let queue: DispatchQueue
    private let sink: Sink
    /// How many more blocks may wait.
    private let room = DispatchSemaphore(value: 0)
    private let returned = Mutex(Returned())

    private static let depth = 3
    static let blockSize = 1 << 19

    /// What comes back from the thread that writes.
    private struct Returned {
        var spare: [Block] = []
        var failure: DatasetError?
    }

    init(_ file: consuming PendingFile, name: String) {
        queue = DispatchQueue(label: "dataset \(name)")
        sink = Sink(file)
        // Begun at zero and raised: libdispatch ends the program when one goes with less than it began with.
        for _ in 0..<BlockFile.depth { room.signal() }
    }

    /// Hands a full block over and gets an empty one.
    func exchange(_ block: Block) throws(DatasetError) -> Block {
        room.wait()
        queue.async { [self] in
            sink.write(block)
            returned.withLock {
                $0.failure = sink.failure
                $0.spare.append(block)
            }
            room.signal()
        }
        return try returned.withLock { returned throws(DatasetError) in
            if let failure = returned.failure { throw failure }
            return returned.spare.popLast() ?? Block(capacity: BlockFile.blockSize + 65_536)
        }
    }

    /// Writes the last block and waits until all is on the disk.
    func finish(_ block: Block) throws(DatasetError) -> (size: Int64, digest: [UInt8]) {
        queue.sync { sink.finish(block) }
        if let failure = sink.failure { throw failure }
        return (sink.size, sink.result)
    }

    /// After `finish`.
    func moveIntoPlace() throws(DatasetError) { try sink.file.moveIntoPlace() }

    /// `@unchecked Sendable`, because only the queue's blocks touch it until `finish` has waited for the last of them.
    private final class Sink: @unchecked Sendable {
        var file: PendingFile
        private(set) var failure: DatasetError?
        private(set) var size: Int64 = 0
        private(set) var result: [UInt8] = []
        private var digest = RunningDigest()

        init(_ file: consuming PendingFile) { self.file = file }

        /// After a failure nothing is written any more; whoever hands blocks over is told at the next one.
        func write(_ block: Block) {
            defer { block.removeAll() }
            guard failure == nil else { return }
            digest.update(block.bytes)
            do throws(DatasetError) {
                try file.write(block.bytes)
                size += Int64(block.count)
            } catch {
                failure = error
            }
        }

        func finish(_ block: Block) {
            write(block)
            result = Swift.exchange(&digest, with: RunningDigest()).finish()
            guard failure == nil else { return }
            do throws(DatasetError) { try file.sync() } catch { failure = error }
        }
    }
}
