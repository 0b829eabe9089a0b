import Markup

/// Tells tables of figures from tables that only lay a page out.
enum DataTables {
    /// No table within, at least two rows, most of them with two short cells or more.
    static func isData(_ table: HTMLTree.Node, in tree: HTMLTree) -> Bool {
        var rows = 0
        var full = 0
        var cells = 0
        var letters = 0
        for node in tree.descendants(of: table) {
            switch tree.kind(of: node) {
            case .text: letters += tree.bytes(ofText: node).count
            case .table, .form: return false
            case .tr:
                if cells >= 2 { full += 1 }
                rows += 1
                cells = 0
            case .td, .th: cells += 1
            default: break
            }
            if letters > 60_000 { return false }
        }
        if cells >= 2 { full += 1 }
        return rows >= 2 && full * 2 > rows && letters > 0 && letters / max(1, rows) < 1_500
    }
}
