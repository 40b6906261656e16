package org.mailmedic.maildomain;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
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
    public static String rsa(KeyPair pair) {
        return published(pair.getPublic());
    }

    /// The same of a key that nobody can sign with: any odd number of that length, since real ones take seconds to be found.
    public static String rsa(int bits) {
        BigInteger modulus = new BigInteger(bits, new Random(bits)).setBit(bits - 1).setBit(0);
        try {
            return published(KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, RSAKeyGenParameterSpec.F4)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String published(PublicKey key) {
        return "v=DKIM1; k=rsa; p=" + Base64.getEncoder().encodeToString(key.getEncoded());
    }
}
