package org.mailmedic.net.sasl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailmedic.settings.Secret;

final class ScramTest {
    private static final String NONCE = "fyko+d2lbbFgONRv9qkxdawL";
    private static final String SERVER_FIRST = "r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,s=QSXCR+Q6sek8bf92,i=4096";
    private static final String SERVER_FINAL = "v=rmF9pqV8S7suAoZWja4dJRkFsKQ=";

    private final Scram scram = new Scram("SHA-1", "user", Secret.of("pencil"), NONCE);

    /// RFC 5802 §5.
    @Test
    void sha1() throws Exception {
        assertEquals("SCRAM-SHA-1", scram.name());
        assertEquals("n,,n=user,r=" + NONCE, text(scram.initial()));
        assertEquals("c=biws,r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,p=v0X8v3Bz2T0CJGbJQyF0X+HI4Ts=", respond(SERVER_FIRST));
        assertFalse(scram.serverProven());
        assertEquals("", respond(SERVER_FINAL));
        assertTrue(scram.serverProven());
    }

    /// RFC 7677 §3.
    @Test
    void sha256() throws Exception {
        var scram256 = new Scram("SHA-256", "user", Secret.of("pencil"), "rOprNGfwEbeRWgbNEkqO");
        assertEquals("n,,n=user,r=rOprNGfwEbeRWgbNEkqO", text(scram256.initial()));
        assertEquals("c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=",
                text(scram256.respond(bytes("r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096"))));
        scram256.respond(bytes("v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4="));
        assertTrue(scram256.serverProven());
    }

    @Test
    void escapesAndPreparesTheName() {
        assertEquals("n,,n=a=3Db=2Cc,r=x", text(new Scram("SHA-1", "a=b,c", Secret.of("p"), "x").initial()));
        assertEquals("n,,n=IX,r=x", text(new Scram("SHA-1", "I\u00adX", Secret.of("p"), "x").initial()), "RFC 4013 §3");
    }

    @Test
    void eachRunHasANonceOfItsOwn() {
        assertNotEquals(text(Scram.sha256("u", Secret.of("p")).initial()), text(Scram.sha256("u", Secret.of("p")).initial()));
        assertFalse(text(Scram.sha1("u", Secret.of("p")).initial()).substring("n,,n=u,r=".length()).contains(","));
    }

    /// Another's nonce, ours alone, a mandatory extension, no or a senseless salt or count: none of them is answered with a proof.
    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "r=somethingelse,s=QSXCR+Q6sek8bf92,i=4096",
            "r=fyko+d2lbbFgONRv9qkxdawL,s=QSXCR+Q6sek8bf92,i=4096",
            "m=ext,r=fyko+d2lbbFgONRv9qkxdawLx,s=QSXCR+Q6sek8bf92,i=4096", "r=fyko+d2lbbFgONRv9qkxdawLx,s=!!!,i=4096",
            "r=fyko+d2lbbFgONRv9qkxdawLx,s=QSXCR+Q6sek8bf92", "r=fyko+d2lbbFgONRv9qkxdawLx,s=QSXCR+Q6sek8bf92,i=0",
            "r=fyko+d2lbbFgONRv9qkxdawLx,s=QSXCR+Q6sek8bf92,i=-4096", "r=fyko+d2lbbFgONRv9qkxdawLx,s=QSXCR+Q6sek8bf92,i=many",
            "r=fyko+d2lbbFgONRv9qkxdawLx,s=QSXCR+Q6sek8bf92,i=1000000000"})
    void answersNoSenselessFirstMessage(String serverFirst) {
        scram.initial();
        assertThrows(Mechanism.BadChallenge.class, () -> respond(serverFirst));
        assertFalse(scram.serverProven());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v=", "v=AAAAAAAAAAAAAAAAAAAAAAAAAAA=", "v=smF9pqV8S7suAoZWja4dJRkFsKQ=", "v=!!!",
            "x=rmF9pqV8S7suAoZWja4dJRkFsKQ="})
    void doesNotBelieveAWrongProof(String serverFinal) throws Exception {
        scram.initial();
        respond(SERVER_FIRST);
        assertThrows(Mechanism.BadChallenge.class, () -> respond(serverFinal));
        assertFalse(scram.serverProven());
    }

    /// `e=` is the server's refusal; what counts is the reply that follows it.
    @Test
    void hearsARefusalOut() throws Exception {
        scram.initial();
        respond(SERVER_FIRST);
        assertEquals("", respond("e=invalid-proof"));
        assertFalse(scram.serverProven());
    }

    @Test
    void worksWithAnEmptyPasswordToo() throws Exception {
        var empty = new Scram("SHA-1", "user", Secret.of(""), NONCE);
        empty.initial();
        assertTrue(text(empty.respond(bytes(SERVER_FIRST))).contains(",p="));
    }

    private String respond(String challenge) throws Mechanism.BadChallenge {
        return text(scram.respond(bytes(challenge)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
