import Foundation
import Gazetteer
import Model

/// The gazetteer as it is shipped, read once for all tests.
enum Shipped {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Config/gazetteer")

    static func bytes(_ name: String) -> [UInt8] {
        [UInt8]((try? Data(contentsOf: folder.resolvingSymlinksInPath().appendingPathComponent(name))) ?? Data())
    }

    static let gazetteer = Result { () throws(GazetteerError) in
        try Gazetteer(units: bytes("units.csv"), successors: bytes("successors.csv"))
    }
}

func day(_ iso: String) -> CivilDate { CivilDate(iso: iso)! }
