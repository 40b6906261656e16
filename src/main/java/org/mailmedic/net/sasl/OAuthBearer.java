package org.mailmedic.net.sasl;

import org.mailmedic.settings.Secret;

/// An OAuth 2 access token the standard way (RFC 7628 §3.1).
final class OAuthBearer implements Mechanism {
    private final String user;
    private final Secret token;
    private final String host;
    private final int port;

    OAuthBearer(String user, Secret token, String host, int port) {
        this.user = user;
        this.token = token;
        this.host = host;
        this.port = port;
    }

    @Override
    public String name() {
        return "OAUTHBEARER";
    }

    @Override
    public byte[] initial() {
        byte[] secret = token.utf8();
        String name = user.replace("=", "=3D").replace(",", "=2C");
        byte[] message = Bytes.join(Bytes.utf8("n,a=" + name + ",\u0001host=" + host + "\u0001port=" + port + "\u0001auth=Bearer "),
                secret, Bytes.utf8("\u0001\u0001"));
        Bytes.wipe(secret);
        return message;
    }

    /// A challenge is a refusal in JSON; the client answers with one %x01 and hears the final reply (RFC 7628 §3.2.3).
    @Override
    public byte[] respond(byte[] challenge) {
        return new byte[] {1};
    }
}
