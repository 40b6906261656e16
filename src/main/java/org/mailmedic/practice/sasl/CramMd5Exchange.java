package org.mailmedic.practice.sasl;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;

/// CRAM-MD5 (RFC 2195): the password proves itself by a keyed hash of the server's challenge.
final class CramMd5Exchange implements Exchange {
    private final Account account;
    private final byte[] challenge;

    CramMd5Exchange(Account account) {
        this.account = account;
        var number = Long.toUnsignedString(new SecureRandom().nextLong());
        this.challenge = ("<" + number + "@practice.test>").getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public byte[] opening() {
        return challenge.clone();
    }

    @Override
    public boolean serverFirst() {
        return true;
    }

    @Override
    public Turn answer(byte[] response) {
        var text = new String(response, StandardCharsets.UTF_8);
        int blank = text.lastIndexOf(' ');
        if (blank < 1) {
            return new Turn.Malformed();
        }
        var digest = Hash.hmac("HmacMD5", account.password().getBytes(StandardCharsets.UTF_8), challenge);
        boolean proven = HexFormat.of().formatHex(digest).equals(text.substring(blank + 1));
        return Turn.accepted(account.known() && proven && text.substring(0, blank).equals(account.user()));
    }
}
