import Markup

extension HTMLName {
    /// Elements that part paragraphs.
    var isBlock: Bool {
        switch self {
        case .address, .article, .aside, .blockquote, .body, .caption, .center, .dd, .details, .div, .dl, .dt,
            .fieldset, .figcaption, .figure, .form, .h1, .h2, .h3, .h4, .h5, .h6, .header, .hgroup, .hr, .html, .legend,
            .li, .main, .ol, .p, .pre, .section, .summary, .table, .tbody, .td, .tfoot, .th, .thead, .tr, .ul,
            .document:
            true
        default: false
        }
    }

    /// Elements whose text no reader of an article sees.
    var isSkipped: Bool {
        switch self {
        case .head, .noscript, .template, .iframe, .object, .embed, .select, .button, .input, .textarea, .nav, .footer,
            .video, .audio, .canvas, .map, .menu, .dialog, .script, .style, .svg:
            true
        default: false
        }
    }

    var isEmphasis: Bool {
        switch self {
        case .b, .strong, .i, .em: true
        default: false
        }
    }
}
