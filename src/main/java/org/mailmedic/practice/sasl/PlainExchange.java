package org.mailmedic.practice.sasl;

import java.nio.charset.StandardCharsets;

/// PLAIN (RFC 4616): authorization identity, name and password, parted by NUL, in one response.
final class PlainExchange implements Exchange {
    private final Account account;

    PlainExchange(Account account) {
        this.account = account;
    }

    @Override
    public Turn answer(byte[] response) {
        var parts = new String(response, StandardCharsets.UTF_8).split("\0", -1);
        if (parts.length != 3 || parts[1].isEmpty() || parts[2].isEmpty()) {
            return new Turn.Malformed();
        }
        boolean ownIdentity = parts[0].isEmpty() || parts[0].equals(parts[1]);
        return Turn.accepted(ownIdentity && account.accepts(parts[1], parts[2]));
    }
}
