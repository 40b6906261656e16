package org.mailmedic.net.sasl;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.mailmedic.settings.Secret;

/// A keyed digest of the server's challenge (RFC 2195).
final class CramMd5 implements Mechanism {
    private final String user;
    private final Secret password;

    CramMd5(String user, Secret password) {
        this.user = user;
        this.password = password;
    }

    @Override
    public String name() {
        return "CRAM-MD5";
    }

    @Override
    public byte @Nullable [] initial() {
        return null;
    }

    @Override
    public byte[] respond(byte[] challenge) throws BadChallenge {
        byte[] key = password.utf8();
        try {
            var mac = Mac.getInstance("HmacMD5");
            mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, "HmacMD5"));
            return Bytes.utf8(user + " " + HexFormat.of().formatHex(mac.doFinal(challenge)));
        } catch (GeneralSecurityException notHere) {
            throw new BadChallenge("HmacMD5 is not available");
        } finally {
            Bytes.wipe(key);
        }
    }
}
