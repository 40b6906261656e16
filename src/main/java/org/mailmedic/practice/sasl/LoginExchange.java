package org.mailmedic.practice.sasl;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// LOGIN (draft-murchison-sasl-login): name, then password, each asked for.
final class LoginExchange implements Exchange {
    private final Account account;
    private @Nullable String name;

    LoginExchange(Account account) {
        this.account = account;
    }

    @Override
    public byte[] opening() {
        return "Username:".getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public Turn answer(byte[] response) {
        var text = new String(response, StandardCharsets.UTF_8);
        if (name == null) {
            name = text;
            return new Turn.Challenge("Password:".getBytes(StandardCharsets.US_ASCII));
        }
        return Turn.accepted(account.accepts(name, text));
    }
}
