package org.mailmedic.maildomain.message;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/// Signs messages of one-line fields by `ed25519-sha256`, relaxed (RFC 8463).
final class Signing {
    private final KeyPair pair;

    Signing() {
        try {
            pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// @param flags such as `t=s; `, or nothing
    String key(String flags) {
        byte[] whole = pair.getPublic().getEncoded();
        return "v=DKIM1; k=ed25519; " + flags + "p=" + Base64.getEncoder().encodeToString(Arrays.copyOfRange(whole, whole.length - 32,
                whole.length));
    }

    /// @param tags  beside those that every signature has, such as `d=example.org; `
    /// @param names the fields to sign
    /// @param fields `Name: value`, each name once
    String message(String tags, List<String> names, String... fields) {
        try {
            String body = Base64.getEncoder().encodeToString(sha256("Hello\r\n"));
            String value = "v=1; a=ed25519-sha256; c=relaxed/relaxed; s=sel; " + tags + "h=" + String.join(":", names) + "; bh=" + body
                    + "; b=";
            var signed = new StringBuilder();
            for (String name : names) {
                for (String field : fields) {
                    if (field.regionMatches(true, 0, name + ":", 0, name.length() + 1)) {
                        signed.append(name.toLowerCase(Locale.ROOT)).append(':').append(field.substring(name.length() + 2)).append("\r\n");
                    }
                }
            }
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(sha256(signed + "dkim-signature:" + value));
            return "DKIM-Signature: " + value + Base64.getEncoder().encodeToString(signature.sign()) + "\r\n" + String.join("\r\n", fields)
                    + "\r\n\r\nHello\r\n";
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] sha256(String text) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
    }
}
