package org.mailmedic.settings;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Which mechanism is taken: the strongest that both sides know. What never shows the password to the server goes first
/// (RFC 5802 §1, RFC 7677), then the challenge of old (RFC 2195), then what needs TLS around it (RFC 4616; LOGIN by custom).
public final class SaslMechanisms {
    private static final List<String> WITH_PASSWORD = List.of("SCRAM-SHA-256", "SCRAM-SHA-1", "CRAM-MD5", "PLAIN", "LOGIN");
    private static final List<String> WITH_TOKEN = List.of("OAUTHBEARER", "XOAUTH2");

    private SaslMechanisms() {}

    /// Every mechanism that can be forced.
    public static List<String> known() {
        return Stream.concat(WITH_PASSWORD.stream(), WITH_TOKEN.stream()).toList();
    }

    /// @param offered what the server lists
    /// @param forced  the one that the person wants, if any
    /// @param tried   those already refused in this run as not usable
    public static Optional<String> choose(Login login, List<String> offered, Optional<String> forced, Set<String> tried) {
        List<String> usable = switch (login) {
            case Login.Password(_, _) -> WITH_PASSWORD;
            case Login.AccessToken(_, _) -> WITH_TOKEN;
            case Login.None(), Login.NameOnly(_) -> List.of();
        };
        return usable.stream().filter(offered::contains).filter(m -> !tried.contains(m))
                .filter(m -> forced.isEmpty() || forced.get().equalsIgnoreCase(m)).findFirst();
    }
}
