import Digest
import Testing

@Suite struct DigestTests {
    /// FIPS 180-4's examples.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ])
    func sha256(text: String, digest: String) { #expect(Digest.hexadecimal(Digest.sha256(text.utf8)) == digest) }

    @Test func sha1() {
        #expect(Digest.hexadecimal(Digest.sha1("abc".utf8)) == "a9993e364706816aba3e25717850c26c9cd0d89d")
    }

    /// RFC 4648, section 10; the padding is left out.
    @Test(arguments: [
        ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("foobar", "MZXW6YTBOI"),
    ])
    func base32(text: String, encoded: String) { #expect(Digest.base32(Array(text.utf8)) == encoded) }
}
