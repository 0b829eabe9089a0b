import Testing

@testable import Transport

@Suite struct NetworkRangeTests {
    @Test(arguments: [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254", "100.64.0.1",
        "0.0.0.0", "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fd00::1", "::ffff:127.0.0.1",
        "64:ff9b::7f00:1", "2002:7f00:1::", "ff02::1", "::ffff:0:7f00:1", "4000::1",
    ])
    func notPublic(text: String) throws { #expect(try !#require(IPAddress(text)).isPublic) }

    @Test(arguments: ["1.1.1.1", "172.32.0.1", "203.119.8.106", "2001:dc8::1", "2400:cb00::1", "::ffff:8.8.8.8"])
    func isPublic(text: String) throws { #expect(try #require(IPAddress(text)).isPublic) }

    @Test(arguments: ["10.0.0.0/33", "10.0.0/8", "abc", "::1/129", "1.2.3.4/-1", "/8", "1.2.3.4/+8"])
    func noRange(text: String) { #expect(NetworkRange(text) == nil) }

    @Test(arguments: [
        ("127.0.0.0/8", "127.9.9.9", true), ("127.0.0.1/32", "127.0.0.2", false), ("10.0.0.0/9", "10.128.0.0", false),
        ("10.0.0.0/9", "10.127.255.255", true), ("::1", "::1", true), ("0.0.0.0/0", "8.8.8.8", true),
        ("0.0.0.0/0", "2400:cb00::1", false),
    ])
    func membership(range: String, address: String, expected: Bool) throws {
        #expect(try #require(NetworkRange(range)).contains(#require(IPAddress(address))) == expected)
    }
}
