package org.mailmedic.net.sasl;

import org.jspecify.annotations.Nullable;
import org.mailmedic.settings.Secret;

/// User name and password, each asked for (never standardised; draft-murchison-sasl-login). Only inside TLS.
final class LoginMechanism implements Mechanism {
    private final String user;
    private final Secret password;
    private int asked;

    LoginMechanism(String user, Secret password) {
        this.user = user;
        this.password = password;
    }

    @Override
    public String name() {
        return "LOGIN";
    }

    @Override
    public byte @Nullable [] initial() {
        return null;
    }

    /// The prompts' words differ from server to server; their order never does.
    @Override
    public byte[] respond(byte[] challenge) throws BadChallenge {
        asked++;
        return switch (asked) {
            case 1 -> Bytes.utf8(user);
            case 2 -> password.utf8();
            default -> throw new BadChallenge("LOGIN asked a third time");
        };
    }
}
