import Configuration
import Foundation
import Testing

@Suite struct FolderTests {
    @Test func aNamedFolderThatIsMissingIsAnErrorAndNothingElseIsTried() {
        #expect {
            try ConfigurationFolder.locate(named: "/nowhere/at/all", environment: [:], executable: "/usr/bin/chiso")
        } throws: { error in
            (error as? ConfigurationFolderNotFound)?.tried == ["/nowhere/at/all"]
        }
    }

    @Test func theEnvironmentNamesAFolder() throws {
        let folder = FileManager.default.temporaryDirectory.path
        let found = try ConfigurationFolder.locate(
            named: nil, environment: ["CHISO_CONFIG": folder], executable: "/usr/bin/chiso")
        #expect(found.path == folder)
    }

    @Test func theMessageListsEveryPlaceTried() {
        let message = ConfigurationFolderNotFound(tried: ["Config", "/etc/chiso"]).description
        #expect(message.contains("Config, /etc/chiso") && message.contains("--config"))
    }
}
