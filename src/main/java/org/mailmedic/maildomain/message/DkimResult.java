package org.mailmedic.maildomain.message;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mailmedic.maildomain.dkim.DkimKey;

/// What one signature is worth (RFC 6376 §3.9, RFC 8601 §2.7.1).
///
/// @param domain   `d=`
/// @param selector `s=`
/// @param reason   why it does not hold
/// @param key      the key that was found
/// @param covered  the fields that it signs, as it names them (`h=`), in small letters
public record DkimResult(String domain, String selector, Result result, Reason reason, Optional<DkimKey> key, Set<String> covered) {
    public DkimResult {
        covered = Set.copyOf(covered);
    }

    /// Whether it holds, and signs all of these fields.
    boolean vouchesFor(String... fields) {
        return result == Result.PASS && Stream.of(fields).allMatch(field -> covered.contains(field.toLowerCase(Locale.ROOT)));
    }

    /// As in Authentication-Results.
    public enum Result {
        PASS, FAIL, POLICY, PERMERROR, TEMPERROR;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Why.
    public enum Reason {
        NONE,
        /// The body was changed on its way.
        BODY_CHANGED,
        /// A header was changed on its way, or another key made the signature.
        HEADERS_CHANGED,
        EXPIRED,
        /// SHA-1, or a key below 1,024 bits (RFC 8301).
        TOO_WEAK,
        KEY_MISSING, KEY_REVOKED, KEY_BROKEN, KEY_UNANSWERED,
        /// The signature does not keep to the form.
        MALFORMED;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
