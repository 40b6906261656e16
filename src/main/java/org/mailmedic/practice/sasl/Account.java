package org.mailmedic.practice.sasl;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;

/// The one account of the practice server.
///
/// @param known false for a server that refuses everybody
public record Account(String user, String password, String token, boolean known) {

    boolean accepts(String name, String secret) {
        return known && user.equals(name) && same(prepared(password), prepared(secret));
    }

    boolean acceptsToken(String name, String bearer) {
        return known && (name.isEmpty() || user.equals(name)) && same(token, bearer);
    }

    /// Compatibility composition, which is what SASLprep (RFC 4013 §2.2) changes in passwords of practical use.
    static String prepared(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "Account[" + user + "]";
    }
}
