package org.mailmedic.maildomain.dkim;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A public key in DNS (RFC 6376 §3.6.1, RFC 8301, RFC 8463).
///
/// @param type    `rsa` or `ed25519`, or what stands there
/// @param bits    length of an RSA key, 256 for Ed25519; 0 where there is no key
/// @param testing whether it says that receivers should not count on it (`t=y`)
/// @param hashes  what it may be used with; empty: everything
/// @param strict  whether the identity must not lie below the domain (`t=s`)
public record DkimKey(State state, String type, int bits, boolean testing, List<String> hashes, boolean strict, Optional<PublicKey> key) {
    private static final int LONGEST = 16 * 1024;
    private static final int SHORTEST_ALLOWED = 1024;
    private static final int SHORTEST_ADVISED = 2048;
    private static final byte[] ED25519 = {0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00};

    /// What it is worth.
    public enum State {
        FINE,
        /// Below the 2,048 bits that RFC 8301 §3.2 advises.
        SHORT,
        /// Below the 1,024 bits that receivers must refuse, or for SHA-1 alone (RFC 8301 §3.1).
        TOO_WEAK,
        /// An empty `p=`.
        REVOKED,
        /// It cannot be read.
        BROKEN,
        /// A kind of key that mail does not know.
        UNKNOWN_TYPE,
        /// Not for mail (`s=`).
        NOT_FOR_MAIL;

        /// Whether receivers can verify signatures with it.
        public boolean usable() {
            return this == FINE || this == SHORT;
        }
    }

    public DkimKey {
        hashes = List.copyOf(hashes);
    }

    /// Whether a TXT record is meant to be a key.
    public static boolean claims(String text) {
        String bare = DkimTags.withoutBlanks(text.substring(0, Math.min(text.length(), 200)));
        return bare.toUpperCase(Locale.ROOT).contains("V=DKIM1") || bare.matches("(?:[a-z]=[^;]*;)*p=.*");
    }

    public static DkimKey parse(String text) {
        Optional<Map<String, String>> read = text.length() > LONGEST ? Optional.empty() : DkimTags.read(text);
        if (read.isEmpty() || !read.get().containsKey("p") || !read.get().getOrDefault("v", "DKIM1").equals("DKIM1")
                || read.get().containsKey("v") && !read.get().keySet().iterator().next().equals("v")) {
            return without(State.BROKEN, "", List.of());
        }
        Map<String, String> tags = read.get();
        String type = tags.getOrDefault("k", "rsa").toLowerCase(Locale.ROOT);
        List<String> hashes = tags.containsKey("h") ? words(tags.get("h")) : List.of();
        List<String> services = words(tags.getOrDefault("s", "*"));
        String data = DkimTags.withoutBlanks(tags.getOrDefault("p", ""));
        if (data.isEmpty()) {
            return without(State.REVOKED, type, hashes);
        }
        if (!services.contains("*") && !services.contains("email")) {
            return without(State.NOT_FOR_MAIL, type, hashes);
        }
        if (!type.equals("rsa") && !type.equals("ed25519")) {
            return without(State.UNKNOWN_TYPE, type, hashes);
        }
        List<String> flags = words(tags.getOrDefault("t", ""));
        return key(type, data).map(key -> judged(key, type, hashes, flags)).orElseGet(() -> without(State.BROKEN, type, hashes));
    }

    private static DkimKey without(State state, String type, List<String> hashes) {
        return new DkimKey(state, type, 0, false, hashes, false, Optional.empty());
    }

    private static DkimKey judged(PublicKey key, String type, List<String> hashes, List<String> flags) {
        int bits = key instanceof RSAPublicKey rsa ? rsa.getModulus().bitLength() : 256;
        boolean onlySha1 = !hashes.isEmpty() && !hashes.contains("sha256");
        boolean rsa = type.equals("rsa");
        State state = onlySha1 || rsa && bits < SHORTEST_ALLOWED ? State.TOO_WEAK : rsa && bits < SHORTEST_ADVISED ? State.SHORT
                : State.FINE;
        return new DkimKey(state, type, bits, flags.contains("y"), hashes, flags.contains("s"), Optional.of(key));
    }

    private static List<String> words(String value) {
        return Arrays.stream(value.split(":")).map(String::strip).filter(word -> !word.isEmpty()).toList();
    }

    private static Optional<PublicKey> key(String type, String data) {
        try {
            byte[] bytes = Base64.getDecoder().decode(data);
            if (type.equals("ed25519")) {
                if (bytes.length != 32) {
                    return Optional.empty();
                }
                byte[] whole = Arrays.copyOf(ED25519, ED25519.length + 32);
                System.arraycopy(bytes, 0, whole, ED25519.length, 32);
                return Optional.of(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(whole)));
            }
            return Optional.of(rsa(bytes));
        } catch (IllegalArgumentException | GeneralSecurityException unreadable) {
            return Optional.empty();
        }
    }

    /// SubjectPublicKeyInfo as everybody writes it, or the bare RSAPublicKey that the standard also allows (erratum 3758).
    private static PublicKey rsa(byte[] bytes) throws GeneralSecurityException {
        try {
            return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(bytes));
        } catch (GeneralSecurityException | RuntimeException notThat) {
            return bare(bytes);
        }
    }

    private static PublicKey bare(byte[] bytes) throws GeneralSecurityException {
        try {
            var der = new Der(bytes);
            der.open(0x30);
            BigInteger modulus = new BigInteger(1, der.take(0x02));
            BigInteger exponent = new BigInteger(1, der.take(0x02));
            return KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, exponent));
        } catch (IndexOutOfBoundsException | IllegalArgumentException senseless) {
            throw new GeneralSecurityException(senseless);
        }
    }

    /// Just enough of DER (X.690 §8) for two numbers.
    private static final class Der {
        private final byte[] bytes;
        private int at;

        Der(byte[] bytes) {
            this.bytes = bytes;
        }

        int open(int tag) {
            if ((bytes[at++] & 0xff) != tag) {
                throw new IllegalArgumentException("another tag");
            }
            int first = bytes[at++] & 0xff;
            if (first < 0x80) {
                return first;
            }
            int length = 0;
            for (int i = 0; i < (first & 0x7f); i++) {
                length = length << 8 | bytes[at++] & 0xff;
                if (length > bytes.length) {
                    throw new IllegalArgumentException("too long");
                }
            }
            return length;
        }

        byte[] take(int tag) {
            int length = open(tag);
            byte[] part = Arrays.copyOfRange(bytes, at, at + length);
            if (at + length > bytes.length) {
                throw new IllegalArgumentException("it ends too early");
            }
            at += length;
            return part;
        }
    }
}
