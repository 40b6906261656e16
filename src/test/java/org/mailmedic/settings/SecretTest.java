package org.mailmedic.settings;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class SecretTest {
    private static final String UNUSUAL = "pä\"ss\\wörd % \u2603 \ud83d\udd11 €";

    @Test
    void comesOutAsItWentIn() {
        assertArrayEquals(UNUSUAL.toCharArray(), Secret.of(UNUSUAL).chars());
        assertArrayEquals(UNUSUAL.toCharArray(), Secret.of(UNUSUAL.toCharArray()).chars());
        assertArrayEquals(UNUSUAL.getBytes(StandardCharsets.UTF_8), Secret.of(UNUSUAL).utf8());
        assertEquals(UNUSUAL, new String(Secret.ofUtf8Line(UNUSUAL.getBytes(StandardCharsets.UTF_8)).chars()));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void dropsWhatEditorsAdd(String file, String secret) {
        assertEquals(secret, new String(Secret.ofUtf8Line(file.getBytes(StandardCharsets.UTF_8)).chars()));
    }

    static Stream<Arguments> lines() {
        return Stream.of(Arguments.of("secret\n", "secret"), Arguments.of("secret\r\n", "secret"), Arguments.of("secret\n\n", "secret\n"),
                Arguments.of(" secret ", " secret "), Arguments.of("\ufeffsecret\n", "secret"), Arguments.of("\ufeff", ""),
                        Arguments.of("\n", ""),
                Arguments.of("", ""), Arguments.of("sec\ufeffret", "sec\ufeffret"), Arguments.of("sec\nret", "sec\nret"));
    }

    @Test
    void wipesTheBytesItWasReadFrom() {
        byte[] bytes = "secret\n".getBytes(StandardCharsets.UTF_8);
        Secret.ofUtf8Line(bytes);
        assertArrayEquals(new byte[7], bytes);
    }

    @Test
    void isEmptyOnceItIsWiped() {
        var secret = Secret.of("secret");
        var copy = secret.copy();
        assertFalse(secret.isEmpty());
        secret.close();
        assertTrue(secret.isEmpty());
        assertEquals(0, secret.chars().length);
        assertEquals(0, secret.utf8().length);
        assertEquals("secret", new String(copy.chars()), "a copy has a life of its own");
        secret.close();
    }

    @Test
    void handsOutCopies() {
        var secret = Secret.of("secret");
        assertNotSame(secret.chars(), secret.chars());
        secret.chars()[0] = 'x';
        secret.utf8()[0] = 'x';
        assertEquals("secret", new String(secret.chars()));
        char[] source = "secret".toCharArray();
        var other = Secret.of(source);
        source[0] = 'x';
        assertEquals("secret", new String(other.chars()));
    }

    /// Whatever holds it prints dots, always as many.
    @Test
    void neverPrints() {
        assertEquals("••••", Secret.of(UNUSUAL).toString());
        assertEquals("••••", Secret.of("").toString());
        var settings = Settings.of("smtp.example.org").withLogin(new Login.Password("person", Secret.of(UNUSUAL)));
        assertFalse(settings.toString().contains(UNUSUAL));
        assertFalse(String.valueOf(new Login.AccessToken("person", Secret.of(UNUSUAL))).contains(UNUSUAL));
        assertFalse(Serializable.class.isAssignableFrom(Secret.class));
    }

    @Test
    void aLoginIsWipedAsAWhole() {
        var password = Secret.of("secret");
        var token = Secret.of("token");
        new Login.Password("person", password).wipe();
        new Login.AccessToken("person", token).wipe();
        new Login.None().wipe();
        new Login.NameOnly("person").wipe();
        assertTrue(password.isEmpty());
        assertTrue(token.isEmpty());
    }
}
