package org.mailmedic.net.sasl;

import org.mailmedic.settings.Secret;

/// Google's and Microsoft's way to send an OAuth 2 access token.
/// Source: developers.google.com/workspace/gmail/imap/xoauth2-protocol, "The SASL XOAUTH2 mechanism".
final class XOAuth2 implements Mechanism {
    private final String user;
    private final Secret token;

    XOAuth2(String user, Secret token) {
        this.user = user;
        this.token = token;
    }

    @Override
    public String name() {
        return "XOAUTH2";
    }

    @Override
    public byte[] initial() {
        byte[] secret = token.utf8();
        byte[] message = Bytes.join(Bytes.utf8("user=" + user + "\u0001auth=Bearer "), secret, Bytes.utf8("\u0001\u0001"));
        Bytes.wipe(secret);
        return message;
    }

    /// A challenge here is a refusal in JSON; an empty answer makes the server say the final 535.
    @Override
    public byte[] respond(byte[] challenge) {
        return new byte[0];
    }
}
