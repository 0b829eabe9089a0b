/// Months as the languages of news pages call them, in full and as far as they are cut.
enum MonthNames {
    /// The English name of a month that is given in lower case; nil for any other word.
    static func english(_ word: String) -> String? { table[word].map { months[$0] } }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    /// By month; the source are the calendar names of Unicode CLDR.
    private static let names: [[String]] = [
        [
            "januar", "jänner", "jan", "janvier", "janv", "enero", "ene", "gennaio", "gen", "janeiro", "januari", "jän",
            "января", "январь", "янв", "січня", "stycznia", "ledna", "január", "januára", "ianuarie", "ocak",
            "tammikuuta", "siječnja", "januara", "јануара", "ιανουαρίου", "يناير", "জানুয়ারি", "जनवरी", "janúar", "sausio",
            "gener", "януари", "ianuarie", "január", "ינואר",
        ],
        [
            "februar", "feb", "février", "fevrier", "févr", "fév", "febrero", "febbraio", "fevereiro", "fev",
            "februari", "февраля", "февраль", "фев", "лютого", "lutego", "února", "február", "februára", "februarie",
            "şubat", "helmikuuta", "veljače", "februara", "фебруара", "φεβρουαρίου", "فبراير", "फरवरी", "febrer",
            "февруари", "פברואר", "feber",
        ],
        [
            "märz", "maerz", "mär", "mars", "marzo", "mar", "março", "marco", "maart", "mrz", "марта", "март", "мар",
            "березня", "marca", "března", "március", "martie", "mart", "maaliskuuta", "ožujka", "marta", "марта",
            "μαρτίου", "مارس", "मार्च", "març", "מרץ", "mrt",
        ],
        [
            "april", "apr", "avril", "avr", "abril", "abr", "aprile", "апреля", "апрель", "апр", "квітня", "kwietnia",
            "dubna", "április", "apríla", "aprilie", "nisan", "huhtikuuta", "travnja", "aprila", "априла", "απριλίου",
            "أبريل", "अप्रैल", "април", "אפריל",
        ],
        [
            "mai", "mayo", "maggio", "mag", "maio", "mei", "maj", "мая", "май", "травня", "maja", "května", "május",
            "mája", "mayıs", "toukokuuta", "svibnja", "маја", "μαΐου", "μαίου", "مايو", "मई", "maig", "מאי", "may",
        ],
        [
            "juni", "jun", "juin", "junio", "giugno", "giu", "junho", "июня", "июнь", "июн", "червня", "czerwca",
            "června", "június", "júna", "iunie", "haziran", "kesäkuuta", "lipnja", "juna", "јуна", "ιουνίου", "يونيو",
            "जून", "juny", "юни", "יוני",
        ],
        [
            "juli", "jul", "juillet", "juil", "julio", "luglio", "lug", "julho", "июля", "июль", "июл", "липня",
            "lipca", "července", "július", "júla", "iulie", "temmuz", "heinäkuuta", "srpnja", "jula", "јула",
            "ιουλίου", "يوليو", "जुलाई", "juliol", "юли", "יולי",
        ],
        [
            "august", "aug", "août", "aout", "agosto", "ago", "augustus", "augusti", "августа", "август", "авг",
            "серпня", "sierpnia", "srpna", "augusztus", "augusta", "ağustos", "elokuuta", "kolovoza", "avgusta",
            "августа", "αυγούστου", "أغسطس", "अगस्त", "agost", "אוגוסט",
        ],
        [
            "september", "sept", "sep", "septembre", "septiembre", "settembre", "set", "setembro", "сентября",
            "сентябрь", "сен", "сент", "вересня", "września", "září", "szeptember", "septembra", "septembrie", "eylül",
            "syyskuuta", "rujna", "септембра", "σεπτεμβρίου", "سبتمبر", "सितंबर", "setembre", "септември", "ספטמבר",
        ],
        [
            "oktober", "okt", "oct", "octobre", "octubre", "ottobre", "ott", "outubro", "out", "октября", "октябрь",
            "окт", "жовтня", "października", "října", "október", "októbra", "octombrie", "ekim", "lokakuuta",
            "oktobra", "октобра", "οκτωβρίου", "أكتوبر", "अक्टूबर", "octubre", "октомври", "אוקטובר",
        ],
        [
            "november", "nov", "novembre", "noviembre", "novembro", "ноября", "ноябрь", "ноя", "нояб", "листопада",
            "listopada",
            "listopadu", "novembra", "noiembrie", "kasım", "marraskuuta", "studenog", "studenoga", "новембра",
            "νοεμβρίου", "نوفمبر", "नवंबर", "ноември", "נובמבר",
        ],
        [
            "dezember", "dez", "december", "dec", "décembre", "decembre", "déc", "diciembre", "dic", "dicembre",
            "dezembro", "декабря", "декабрь", "дек", "грудня", "grudnia", "prosince", "decembra", "decembrie", "aralık",
            "joulukuuta", "prosinca", "децембра", "δεκεμβρίου", "ديسمبر", "दिसंबर", "desembre", "desember", "декември",
            "דצמבר",
        ],
    ]

    /// `listopada` is November in Polish; that it is October in Croatian is left aside.
    private static let table: [String: Int] = {
        var table: [String: Int] = [:]
        for (month, names) in names.enumerated() {
            for name in names { table[name] = month }
        }
        return table
    }()
}
