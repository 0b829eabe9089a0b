import Configuration
import Model

/// Nobody's server is visited without saying who visits: as in Heritrix, a contact is required.
enum ContactCheck {
    static func check(_ configuration: LoadedConfiguration, folder: String) throws(CommandFailure) {
        try check(configuration.pipeline.defaults, hosts: configuration.sources.flatMap(\.hosts), folder: folder)
    }

    static func check(_ defaults: Defaults, hosts: [String], folder: String) throws(CommandFailure) {
        guard defaults.contact.isEmpty, let host = hosts.first(where: { !isOwn($0) }) else { return }
        throw CommandFailure(
            message: """
                no contact is configured, and \(host) is not this machine; write a web page or mail address at which \
                its operator can reach you as `contact:` in \(folder)/defaults.yml
                """, exitCode: 78)
    }

    private static func isOwn(_ host: String) -> Bool {
        host == "localhost" || host == "[::1]" || host.hasPrefix("127.")
    }
}
