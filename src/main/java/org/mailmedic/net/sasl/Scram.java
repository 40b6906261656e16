package org.mailmedic.net.sasl;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.mailmedic.settings.Secret;

/// Salted challenge and response, in which the server proves itself too (RFC 5802; RFC 7677 for SHA-256). Without channel binding.
final class Scram implements Mechanism {
    private static final int LEAST_ITERATIONS = 1;
    /// A server may ask for any number; more than this would only keep this computer busy.
    private static final int MOST_ITERATIONS = 1_000_000;
    private static final String GS2_HEADER = "n,,";

    private final String digest;
    private final String mechanism;
    private final String user;
    private final Secret password;
    private final String nonce;
    private @Nullable String firstBare;
    private byte @Nullable [] expectedSignature;
    private boolean proven;

    Scram(String digest, String user, Secret password, String nonce) {
        this.digest = digest;
        this.mechanism = "SCRAM-" + digest;
        this.user = user;
        this.password = password;
        this.nonce = nonce;
    }

    static Scram sha256(String user, Secret password) {
        return new Scram("SHA-256", user, password, freshNonce());
    }

    static Scram sha1(String user, Secret password) {
        return new Scram("SHA-1", user, password, freshNonce());
    }

    private static String freshNonce() {
        var random = new byte[18];
        new SecureRandom().nextBytes(random);
        return Base64.getEncoder().encodeToString(random);
    }

    @Override
    public String name() {
        return mechanism;
    }

    @Override
    public byte[] initial() {
        String name = SaslPrep.prepare(user).replace("=", "=3D").replace(",", "=2C");
        firstBare = "n=" + name + ",r=" + nonce;
        return Bytes.utf8(GS2_HEADER + firstBare);
    }

    @Override
    public byte[] respond(byte[] challenge) throws BadChallenge {
        String text = new String(challenge, StandardCharsets.UTF_8);
        Map<Character, String> parts = parts(text);
        if (expectedSignature != null) {
            return checkFinal(parts);
        }
        return clientFinal(text, parts);
    }

    private byte[] clientFinal(String serverFirst, Map<Character, String> parts) throws BadChallenge {
        String joinedNonce = parts.getOrDefault('r', "");
        // a nonce that is not ours continued would let anyone replay an old sign-in (RFC 5802 §5.1)
        if (parts.containsKey('m') || !joinedNonce.startsWith(nonce) || joinedNonce.length() == nonce.length()) {
            throw new BadChallenge("the server's first SCRAM message does not answer ours");
        }
        byte[] key = SaslPrep.utf8(password);
        try {
            byte[] salt = Base64.getDecoder().decode(parts.getOrDefault('s', ""));
            byte[] salted = salted(key, salt, iterations(parts));
            String finalWithoutProof = "c=" + Base64.getEncoder().encodeToString(Bytes.utf8(GS2_HEADER)) + ",r=" + joinedNonce;
            byte[] message = Bytes.utf8(firstBare + "," + serverFirst + "," + finalWithoutProof);
            byte[] clientKey = hmac(salted, Bytes.utf8("Client Key"));
            byte[] signature = hmac(MessageDigest.getInstance(digest).digest(clientKey), message);
            var proof = new byte[clientKey.length];
            for (int i = 0; i < proof.length; i++) {
                proof[i] = (byte) (clientKey[i] ^ signature[i]);
            }
            expectedSignature = hmac(hmac(salted, Bytes.utf8("Server Key")), message);
            Bytes.wipe(salted, clientKey);
            return Bytes.utf8(finalWithoutProof + ",p=" + Base64.getEncoder().encodeToString(proof));
        } catch (IllegalArgumentException | GeneralSecurityException senseless) {
            throw new BadChallenge("the server's first SCRAM message makes no sense");
        } finally {
            Bytes.wipe(key);
        }
    }

    private byte[] checkFinal(Map<Character, String> parts) throws BadChallenge {
        if (parts.containsKey('e')) {
            return new byte[0];
        }
        try {
            proven = MessageDigest.isEqual(expectedSignature, Base64.getDecoder().decode(parts.getOrDefault('v', "")));
        } catch (IllegalArgumentException notBase64) {
            proven = false;
        }
        if (!proven) {
            throw new BadChallenge("the server could not prove that it knows the password");
        }
        return new byte[0];
    }

    @Override
    public boolean serverProven() {
        return proven;
    }

    private static int iterations(Map<Character, String> parts) throws BadChallenge {
        try {
            int count = Integer.parseInt(parts.getOrDefault('i', ""));
            if (count >= LEAST_ITERATIONS && count <= MOST_ITERATIONS) {
                return count;
            }
        } catch (NumberFormatException notANumber) {
            // said below
        }
        throw new BadChallenge("the server's SCRAM iteration count makes no sense");
    }

    private byte[] salted(byte[] key, byte[] salt, int iterations) throws GeneralSecurityException {
        Mac mac = mac(key);
        mac.update(salt);
        byte[] block = mac.doFinal(new byte[] {0, 0, 0, 1});
        byte[] result = block.clone();
        for (int i = 1; i < iterations; i++) {
            block = mac.doFinal(block);
            for (int j = 0; j < result.length; j++) {
                result[j] ^= block[j];
            }
        }
        return result;
    }

    private byte[] hmac(byte[] key, byte[] message) throws GeneralSecurityException {
        return mac(key).doFinal(message);
    }

    private Mac mac(byte[] key) throws GeneralSecurityException {
        String algorithm = "Hmac" + digest.replace("-", "");
        var mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, algorithm));
        return mac;
    }

    private static Map<Character, String> parts(String message) {
        Map<Character, String> parts = new HashMap<>();
        for (String part : message.split(",")) {
            if (part.length() > 1 && part.charAt(1) == '=') {
                parts.putIfAbsent(part.charAt(0), part.substring(2));
            }
        }
        return parts;
    }
}
