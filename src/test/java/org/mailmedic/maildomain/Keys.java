package org.mailmedic.maildomain;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Keys for signatures, made once for each length.
public final class Keys {
    private static final Map<Integer, KeyPair> RSA = new ConcurrentHashMap<>();

    private Keys() {}

    public static KeyPair pair(int bits) {
        return RSA.computeIfAbsent(bits, length -> make("RSA", length));
    }

    public static KeyPair edwards() {
        return make("Ed25519", 255);
    }

    private static KeyPair make(String algorithm, int bits) {
        try {
            var maker = KeyPairGenerator.getInstance(algorithm);
            maker.initialize(bits);
            return maker.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// As it stands in DNS.
    public static String rsa(int bits) {
        return "v=DKIM1; k=rsa; p=" + Base64.getEncoder().encodeToString(pair(bits).getPublic().getEncoded());
    }
}
