/// Letters and digits in lower case: what two spellings of one text have in common.
struct FoldedText: Equatable {
    let bytes: [UInt8]

    init(_ text: some StringProtocol) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            if scalar.isASCII {
                let byte = UInt8(truncatingIfNeeded: scalar.value)
                switch byte {
                case 0x30...0x39, 0x61...0x7A: bytes.append(byte)
                case 0x41...0x5A: bytes.append(byte | 0x20)
                default: break
                }
            } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                bytes.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
            }
        }
        self.bytes = bytes
    }

    /// Whether a text begins like a description, which is cut off somewhere and has lost its dateline.
    func begins(like description: FoldedText) -> Bool {
        let count = min(bytes.count, description.bytes.count, 80)
        guard count >= 32 else { return false }
        return contains(description.bytes.prefix(count))
    }

    func contains(_ part: ArraySlice<UInt8>) -> Bool {
        guard let first = part.first, bytes.count >= part.count else { return false }
        return (0...bytes.count - part.count).contains {
            bytes[$0] == first && bytes[$0..<$0 + part.count].elementsEqual(part)
        }
    }
}
