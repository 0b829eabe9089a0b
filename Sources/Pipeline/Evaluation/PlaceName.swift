import Foundation
import VietnameseText

/// The form in which names of places are compared with those that people wrote down.
enum PlaceName {
    static func folded(_ name: String) -> String { MatchingForm.fold(name).joined(separator: " ") }
}
