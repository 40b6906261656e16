package org.mailmedic.net.sasl;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailmedic.settings.Login;
import org.mailmedic.settings.Secret;

/// One SASL mechanism's side of a sign-in (RFC 4422, RFC 4954). Every answer is secret; whoever sends it wipes it.
public interface Mechanism {
    /// Upper case, as registered with IANA.
    String name();

    /// What goes with the AUTH command itself; null when the server has to speak first.
    byte @Nullable [] initial();

    /// The answer to a challenge, already decoded from base64.
    ///
    /// @throws BadChallenge when the server's challenge cannot be answered honestly
    byte[] respond(byte[] challenge) throws BadChallenge;

    /// Called when the server has accepted: whether it proved itself as far as the mechanism demands.
    default boolean serverProven() {
        return true;
    }

    /// The server said something that this mechanism has no answer to.
    final class BadChallenge extends IOException {
        BadChallenge(String what) {
            super(what);
        }
    }

    /// The mechanism of that name for this login, or nothing when it is not known here or does not fit what was given.
    static Optional<Mechanism> of(String name, Login login, String host, int port) {
        return switch (login) {
            case Login.Password(var user, var password) -> forPassword(name, user, password);
            case Login.AccessToken(var user, var token) -> forToken(name, user, token, host, port);
            case Login.None(), Login.NameOnly(_) -> Optional.empty();
        };
    }

    private static Optional<Mechanism> forPassword(String name, String user, Secret password) {
        return switch (name) {
            case "SCRAM-SHA-256" -> Optional.of(Scram.sha256(user, password));
            case "SCRAM-SHA-1" -> Optional.of(Scram.sha1(user, password));
            case "CRAM-MD5" -> Optional.of(new CramMd5(user, password));
            case "PLAIN" -> Optional.of(new Plain(user, password));
            case "LOGIN" -> Optional.of(new LoginMechanism(user, password));
            default -> Optional.empty();
        };
    }

    private static Optional<Mechanism> forToken(String name, String user, Secret token, String host, int port) {
        return switch (name) {
            case "OAUTHBEARER" -> Optional.of(new OAuthBearer(user, token, host, port));
            case "XOAUTH2" -> Optional.of(new XOAuth2(user, token));
            default -> Optional.empty();
        };
    }
}
