import CLibXML2

/// libxml2's own state, set up once: without this call, first uses on several threads at once wait for each other
/// for ever.
enum LibXML2 {
    static let isReady: Bool = {
        xmlInitParser()
        return true
    }()
}
