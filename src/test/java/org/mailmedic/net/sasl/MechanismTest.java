package org.mailmedic.net.sasl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailmedic.settings.Login;
import org.mailmedic.settings.Secret;

/// The simple mechanisms, with the examples of their RFCs.
final class MechanismTest {
    private static final byte[] NOTHING = {};

    /// RFC 4616 §4.
    @Test
    void plain() {
        var plain = new Plain("tim", Secret.of("tanstaaftanstaaf"));
        assertEquals("\0tim\0tanstaaftanstaaf", text(plain.initial()));
        assertThrows(Mechanism.BadChallenge.class, () -> plain.respond(NOTHING));
        assertTrue(plain.serverProven());
    }

    /// RFC 4616 §4, the second example: both in UTF-8.
    @Test
    void plainInUnicode() {
        assertEquals("\0kurt€\0xipj3plmq \u2603", text(new Plain("kurt€", Secret.of("xipj3plmq \u2603")).initial()));
        assertEquals("\0\0", text(new Plain("", Secret.of("")).initial()));
    }

    @Test
    void login() throws Exception {
        var login = new LoginMechanism("person@example.org", Secret.of("pä\"ss"));
        assertNull(login.initial(), "the server speaks first");
        assertEquals("person@example.org", text(login.respond(bytes("Username:"))));
        assertEquals("pä\"ss", text(login.respond(bytes("Password:"))));
        assertThrows(Mechanism.BadChallenge.class, () -> login.respond(bytes("Password:")));
    }

    /// RFC 2195 §2.
    @Test
    void cramMd5() throws Exception {
        var cram = new CramMd5("tim", Secret.of("tanstaaftanstaaf"));
        assertNull(cram.initial());
        assertEquals("tim b913a602c7eda7a495b4e6e7334d3890", text(cram.respond(bytes("<1896.697170952@postoffice.reston.mci.net>"))));
    }

    @Test
    void cramMd5WithAnEmptyPassword() throws Exception {
        assertTrue(text(new CramMd5("tim", Secret.of("")).respond(bytes("<1@example>"))).matches("tim [0-9a-f]{32}"));
    }

    /// RFC 7628 §4.1, without the reserved order of its key-value pairs being ours to change.
    @Test
    void oauthBearer() throws Exception {
        var bearer = new OAuthBearer("user@example.com", Secret.of("vF9dft4qmTc2Nvb3RlckBhbHRhdmlzdGEuY29tCg=="), "server.example.com",
                587);
        assertEquals("n,a=user@example.com,\u0001host=server.example.com\u0001port=587\u0001auth=Bearer vF9dft4qmTc2Nvb3RlckBhbHRhdmlzdGEuY29tCg==\u0001\u0001",
                text(bearer.initial()));
        assertArrayEquals(new byte[] {1}, bearer.respond(bytes("{\"status\":\"invalid_token\"}")), "RFC 7628 §3.2.3");
    }

    /// RFC 5801 §4: commas and equals signs in a name are escaped.
    @Test
    void oauthBearerWithAnOddName() {
        assertTrue(text(new OAuthBearer("a=b,c", Secret.of("t"), "h", 25).initial()).startsWith("n,a=a=3Db=2Cc,\u0001"));
    }

    /// Google's own example.
    @Test
    void xoauth2() throws Exception {
        var xoauth = new XOAuth2("someuser@example.com", Secret.of("ya29.vF9dft4qmTc2Nvb3RlckBhdHRhdmlzdGEuY29tCg"));
        assertEquals("user=someuser@example.com\u0001auth=Bearer ya29.vF9dft4qmTc2Nvb3RlckBhdHRhdmlzdGEuY29tCg\u0001\u0001",
                text(xoauth.initial()));
        assertEquals(0, xoauth.respond(bytes("{\"status\":\"401\"}")).length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SCRAM-SHA-256", "SCRAM-SHA-1", "CRAM-MD5", "PLAIN", "LOGIN"})
    void areFoundByNameForAPassword(String name) {
        assertEquals(name, Mechanism.of(name, new Login.Password("u", Secret.of("p")), "h", 25).orElseThrow().name());
        assertEquals(Optional.empty(), Mechanism.of(name, new Login.AccessToken("u", Secret.of("t")), "h", 25));
        assertEquals(Optional.empty(), Mechanism.of(name, new Login.None(), "h", 25));
        assertEquals(Optional.empty(), Mechanism.of(name, new Login.NameOnly("u"), "h", 25));
    }

    @ParameterizedTest
    @ValueSource(strings = {"OAUTHBEARER", "XOAUTH2"})
    void areFoundByNameForAToken(String name) {
        assertEquals(name, Mechanism.of(name, new Login.AccessToken("u", Secret.of("t")), "h", 25).orElseThrow().name());
        assertEquals(Optional.empty(), Mechanism.of(name, new Login.Password("u", Secret.of("p")), "h", 25));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
