package org.mailmedic.net.sasl;

import org.mailmedic.settings.Secret;

/// User name and password in one message (RFC 4616). Only inside TLS.
final class Plain implements Mechanism {
    private final String user;
    private final Secret password;

    Plain(String user, Secret password) {
        this.user = user;
        this.password = password;
    }

    @Override
    public String name() {
        return "PLAIN";
    }

    @Override
    public byte[] initial() {
        byte[] secret = password.utf8();
        byte[] message = Bytes.join(new byte[] {0}, Bytes.utf8(user), new byte[] {0}, secret);
        Bytes.wipe(secret);
        return message;
    }

    @Override
    public byte[] respond(byte[] challenge) throws BadChallenge {
        throw new BadChallenge("PLAIN has no second message");
    }
}
