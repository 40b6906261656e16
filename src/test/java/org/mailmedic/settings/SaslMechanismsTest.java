package org.mailmedic.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SaslMechanismsTest {
    private static final Login PASSWORD = new Login.Password("person", Secret.of("secret"));
    private static final Login TOKEN = new Login.AccessToken("person", Secret.of("token"));
    private static final List<String> ALL = List.of("NTLM", "GSSAPI", "LOGIN", "PLAIN", "XOAUTH2", "CRAM-MD5", "SCRAM-SHA-1",
            "OAUTHBEARER", "SCRAM-SHA-256");

    @ParameterizedTest
    @CsvSource(textBlock = """
            SCRAM-SHA-1 SCRAM-SHA-256 PLAIN, SCRAM-SHA-256
            PLAIN SCRAM-SHA-1, SCRAM-SHA-1
            LOGIN CRAM-MD5 PLAIN, CRAM-MD5
            LOGIN PLAIN, PLAIN
            NTLM LOGIN, LOGIN
            NTLM GSSAPI,
            XOAUTH2 OAUTHBEARER,
            SCRAM-SHA-256-PLUS,
            """)
    void theStrongestWithAPassword(String offered, String chosen) {
        assertEquals(Optional.ofNullable(chosen), choose(PASSWORD, List.of(offered.split(" "))));
    }

    @ParameterizedTest
    @CsvSource({"XOAUTH2 OAUTHBEARER, OAUTHBEARER", "PLAIN XOAUTH2, XOAUTH2", "PLAIN SCRAM-SHA-256,"})
    void theStandardOneWithAToken(String offered, String chosen) {
        assertEquals(Optional.ofNullable(chosen), choose(TOKEN, List.of(offered.split(" "))));
    }

    @Test
    void noneWithoutCredentials() {
        assertEquals(Optional.empty(), choose(new Login.None(), ALL));
        assertEquals(Optional.empty(), choose(new Login.NameOnly("person"), ALL));
    }

    @Test
    void theForcedOneOrNone() {
        assertEquals(Optional.of("LOGIN"), SaslMechanisms.choose(PASSWORD, ALL, Optional.of("login"), Set.of()));
        assertEquals(Optional.empty(), SaslMechanisms.choose(PASSWORD, List.of("PLAIN"), Optional.of("LOGIN"), Set.of()), "not offered");
        assertEquals(Optional.empty(), SaslMechanisms.choose(PASSWORD, ALL, Optional.of("XOAUTH2"), Set.of()), "needs a token");
        assertEquals(Optional.empty(), SaslMechanisms.choose(PASSWORD, ALL, Optional.of("LOGIN"), Set.of("LOGIN")));
    }

    @Test
    void neverOneThatWasRefused() {
        assertEquals(Optional.of("SCRAM-SHA-1"), SaslMechanisms.choose(PASSWORD, ALL, Optional.empty(), Set.of("SCRAM-SHA-256")));
        assertEquals(Optional.empty(), SaslMechanisms.choose(PASSWORD, ALL, Optional.empty(), Set.copyOf(SaslMechanisms.known())));
    }

    private static Optional<String> choose(Login login, List<String> offered) {
        return SaslMechanisms.choose(login, offered, Optional.empty(), Set.of());
    }
}
