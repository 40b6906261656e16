package org.mailmedic.practice;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailmedic.practice.fault.Faults;

/// Every mechanism, with the client's side computed here and not by the server's own code.
@Timeout(30)
class SignInTest {
    private static final String USER = "anna@practice.test";
    private static final String PASSWORD = "pässword, with = and \u00bd";
    private static final PracticeOptions OPTIONS = Servers.QUICK.withCredentials(USER, PASSWORD).withToken("ya29.token");

    @Test
    void plain() throws Exception {
        try (var server = start("healthy-plain"); var client = RawClient.encrypted(server)) {
            client.ask("AUTH PLAIN " + RawClient.base64("\0" + USER + "\0wrong"), "535 5.7.8");
            client.ask("AUTH PLAIN " + RawClient.base64("\0" + USER), "501 5.5.2");
            client.ask("AUTH PLAIN", "334 ");
            client.respond("\0" + USER + "\0" + PASSWORD);
            client.expect("235 2.7.0");
            client.ask("AUTH PLAIN", "503 5.5.1");
            assertEquals(3, server.signInAttempts());
            assertEquals(Optional.of("PLAIN"), server.lastMechanism());
        }
    }

    @Test
    void login() throws Exception {
        try (var server = start("healthy-login"); var client = RawClient.encrypted(server)) {
            client.send("AUTH LOGIN");
            assertEquals("Username:", client.challenge());
            client.respond(USER);
            assertEquals("Password:", client.challenge());
            client.respond("wrong");
            client.expect("535 5.7.8");
            client.send("auth login " + RawClient.base64(USER));
            assertEquals("Password:", client.challenge());
            client.respond(PASSWORD);
            client.expect("235");
        }
    }

    @Test
    void cramMd5() throws Exception {
        try (var server = start("healthy-cram-md5"); var client = RawClient.encrypted(server)) {
            client.ask("AUTH CRAM-MD5 " + RawClient.base64("anna"), "501");
            client.send("AUTH CRAM-MD5");
            var challenge = client.challenge();
            assertTrue(challenge.matches("<[0-9]+@practice\\.test>"), challenge);
            client.respond(USER + " " + HexFormat.of().formatHex(hmac("HmacMD5", bytes("wrong"), challenge)));
            client.expect("535");
            client.send("AUTH CRAM-MD5");
            client.respond(USER + " " + HexFormat.of().formatHex(hmac("HmacMD5", bytes(PASSWORD), client.challenge())));
            client.expect("235");
        }
    }

    @ParameterizedTest
    @CsvSource({"SCRAM-SHA-1,SHA-1,HmacSHA1,160", "SCRAM-SHA-256,SHA-256,HmacSHA256,256"})
    void scram(String mechanism, String digest, String hmac, int bits) throws Exception {
        try (var server = start("healthy-" + mechanism.toLowerCase(java.util.Locale.ROOT)); var client = RawClient.encrypted(server)) {
            assertEquals("", scram(client, mechanism, digest, hmac, bits, "wrong"));
            client.expect("535");
            assertEquals("proven", scram(client, mechanism, digest, hmac, bits, PASSWORD));
            client.send("");
            client.expect("235");
            assertEquals(Optional.of(mechanism), server.lastMechanism());
        }
    }

    @Test
    void scramRefusesWhatTheRfcForbids() throws Exception {
        try (var server = start("healthy-scram-sha-256"); var client = RawClient.encrypted(server)) {
            client.ask("AUTH SCRAM-SHA-256 " + RawClient.base64("p=tls-unique,,n=anna,r=abc"), "501");
            client.send("AUTH SCRAM-SHA-256 " + RawClient.base64("n,,n=anna,r=abc"));
            assertTrue(client.challenge().startsWith("r=abc"));
            client.respond("c=biws,r=another,p=AAAA");
            client.expect("501");
        }
    }

    @Test
    void xoauth2() throws Exception {
        try (var server = start("healthy-xoauth2"); var client = RawClient.encrypted(server)) {
            client.send("AUTH XOAUTH2 " + RawClient.base64("user=" + USER + "\1auth=Bearer stale\1\1"));
            assertTrue(client.challenge().startsWith("{\"status\":\"400\""));
            client.send("");
            client.expect("535 5.7.8");
            client.ask("AUTH XOAUTH2 " + RawClient.base64("user=" + USER + "\1auth=Bearer ya29.token\1\1"), "235");
        }
    }

    @Test
    void oauthBearer() throws Exception {
        try (var server = start("healthy-oauthbearer"); var client = RawClient.encrypted(server)) {
            client.send("AUTH OAUTHBEARER " + RawClient.base64("n,a=" + USER + ",\1host=practice.test\1port=587\1auth=Bearer stale\1\1"));
            assertTrue(client.challenge().contains("invalid_token"));
            client.send("AQ==");
            client.expect("535 5.7.8");
            client.send("AUTH OAUTHBEARER");
            assertEquals("", client.challenge());
            client.respond("n,a=" + USER + ",\1auth=Bearer ya29.token\1\1");
            client.expect("235");
        }
    }

    @Test
    void theExchangeKeepsToItsRfc() throws Exception {
        try (var server = start("healthy-all-mechanisms"); var client = RawClient.encrypted(server)) {
            client.ask("AUTH", "501 5.5.4");
            client.ask("AUTH DIGEST-MD5", "504 5.5.4");
            client.ask("AUTH NTLM", "504 5.5.4");
            client.ask("AUTH PLAIN", "334 ");
            client.ask("*", "501 5.7.0");
            client.ask("AUTH LOGIN", "334 ");
            client.ask("not base64!", "501 5.5.2");
            client.ask("AUTH PLAIN", "421 4.7.0");
        }
        try (var server = start("healthy-plain"); var client = RawClient.encrypted(server)) {
            client.ask("AUTH PLAIN " + "A".repeat(13_000), "500 5.5.6");
            client.ask("AUTH PLAIN =", "501 5.5.2");
            client.ask("AUTH PLAIN", "334 ");
            client.ask("A".repeat(13_000), "500 5.5.6");
            client.ask("MAIL FROM:<a@practice.test>", "250");
            client.ask("AUTH PLAIN", "503 5.5.1");
            client.ask("HELO client.test", "250");
            client.ask("AUTH PLAIN", "503 5.5.1 Error: send EHLO");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"XOAUTH2", "OAUTHBEARER"})
    void aTokenThatIsRefusedGetsItsReasonFirst(String mechanism) throws Exception {
        var response = mechanism.equals("XOAUTH2") ? "user=" + USER + "\1auth=Bearer ya29.token\1\1" : "n,a=" + USER
                + ",\1auth=Bearer ya29.token\1\1";
        try (var server = start("auth-bad-token"); var client = RawClient.encrypted(server)) {
            client.send("AUTH " + mechanism + " " + RawClient.base64(response));
            assertTrue(client.challenge().contains("\"status\""));
            client.send(mechanism.equals("XOAUTH2") ? "" : "AQ==");
            client.expect("535 5.7.8");
        }
    }

    private static PracticeServer start(String name) throws Exception {
        return PracticeServer.start(Faults.find(name).orElseThrow(), OPTIONS);
    }

    /// Plays the client of RFC 5802 §3; "proven" when the server's signature is right, empty when there is none.
    private static String scram(RawClient client, String mechanism, String digest, String hmac, int bits,
            String password) throws Exception {
        var bare = "n=" + USER.replace("=", "=3D").replace(",", "=2C") + ",r=fyko+d2lbbFgONRv9qkxdawL";
        client.send("AUTH " + mechanism + " " + RawClient.base64("n,," + bare));
        var first = client.challenge();
        var parts = first.split(",");
        assertTrue(parts[0].startsWith("r=fyko+d2lbbFgONRv9qkxdawL") && parts[0].length() > 40, first);
        assertEquals("i=4096", parts[2]);
        var salt = Base64.getDecoder().decode(parts[1].substring(2));
        var prepared = password.replace("\u00bd", "1\u20442");
        var factory = SecretKeyFactory.getInstance("PBKDF2With" + hmac);
        var salted = factory.generateSecret(new PBEKeySpec(prepared.toCharArray(), salt, 4096, bits)).getEncoded();
        var withoutProof = "c=biws," + parts[0];
        var messages = bare + "," + first + "," + withoutProof;
        var clientKey = hmac(hmac, salted, "Client Key");
        var signature = hmac(hmac, MessageDigest.getInstance(digest).digest(clientKey), messages);
        for (int i = 0; i < clientKey.length; i++) {
            clientKey[i] ^= signature[i];
        }
        client.respond(withoutProof + ",p=" + Base64.getEncoder().encodeToString(clientKey));
        if (!password.equals(PASSWORD)) {
            return "";
        }
        var last = client.challenge();
        var expected = hmac(hmac, hmac(hmac, salted, "Server Key"), messages);
        assertArrayEquals(expected, Base64.getDecoder().decode(last.substring(2)), last + Arrays.toString(expected));
        return "proven";
    }

    private static byte[] hmac(String algorithm, byte[] key, String text) throws Exception {
        var mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec(key, algorithm));
        return mac.doFinal(bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
