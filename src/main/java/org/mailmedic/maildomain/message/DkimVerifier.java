package org.mailmedic.maildomain.message;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.mailmedic.maildomain.dkim.DkimKey;
import org.mailmedic.maildomain.dkim.DkimTags;
import org.mailmedic.maildomain.dns.DomainName;
import org.mailmedic.maildomain.dns.Zone;
import org.mailmedic.net.dns.DnsAnswer;
import org.mailmedic.net.dns.DnsType;

/// Verifies the signatures of a message (RFC 6376 §6): `rsa-sha256` and `ed25519-sha256` (RFC 8463). What was signed with SHA-1 counts for
/// nothing any more (RFC 8301 §3.1).
public final class DkimVerifier {
    private static final int MOST_SIGNATURES = 10;
    private static final int MOST_TEXTS = 20;
    /// Of a signature that names more fields than this no message has a use.
    private static final int MOST_NAMES = 1000;
    private static final Pattern EMPTIED = Pattern.compile("((?:^|;)[ \\t\\r\\n]*b[ \\t\\r\\n]*=)[^;]*");

    private final Zone zone;
    private final InstantSource clock;

    public DkimVerifier(Zone zone, InstantSource clock) {
        this.zone = zone;
        this.clock = clock;
    }

    /// Who signed, by their own word.
    public record Signer(String domain, String selector) {}

    /// The signers that a message names, from the top; nothing is asked or verified.
    public static List<Signer> signers(MessageFile message) {
        return message.all("DKIM-Signature").stream().limit(MOST_SIGNATURES).flatMap(value -> DkimTags.read(value).stream())
                .map(all -> new Tags(all, false))
                .map(tags -> new Signer(DomainName.plain(tags.get("d")), tags.get("s")))
                .filter(signer -> DomainName.fits(signer.selector()) && DomainName.fits(signer.domain())).toList();
    }

    /// One for each signature, from the top.
    public List<DkimResult> verify(MessageFile message) {
        return message.fields().stream().filter(field -> field.name().equalsIgnoreCase("DKIM-Signature")).limit(MOST_SIGNATURES)
                .map(field -> verify(message, field, false)).toList();
    }

    /// The same for what a forwarder signed of a message as it handed it on: an `ARC-Message-Signature` (RFC 8617 §4.1.2).
    DkimResult arcSignature(MessageFile message, MessageFile.Field field) {
        return verify(message, field, true);
    }

    /// The same for an `ARC-Seal` (RFC 8617 §4.1.3).
    ///
    /// @param sealed what it covers, the seal itself last
    DkimResult seal(MessageFile.Field field, byte[] sealed) {
        Optional<Tags> read = DkimTags.read(field.value()).map(all -> new Tags(all, true));
        Tags tags = read.orElseGet(() -> new Tags(Map.of(), true));
        boolean whole = List.of("a", "b", "d", "s").stream().noneMatch(tag -> tags.get(tag).isEmpty())
                && List.of("h", "bh").stream().noneMatch(tags.all()::containsKey) && DomainName.fits(DomainName.plain(tags.get("d")));
        String algorithm = tags.get("a").toLowerCase(Locale.ROOT);
        return !whole || !known(algorithm) ? result(tags, DkimResult.Result.PERMERROR, DkimResult.Reason.MALFORMED, Optional.empty())
                : withKey(tags, algorithm, key -> proven(tags, key, sealed));
    }

    private static boolean known(String algorithm) {
        return algorithm.equals("rsa-sha256") || algorithm.equals("ed25519-sha256");
    }

    /// @param arc whether it is a forwarder's (RFC 8617 §4.1.2): without a version, `i=` is a number, and no seal is signed
    private record Tags(Map<String, String> all, boolean arc) {
        String get(String name) {
            return DkimTags.withoutBlanks(all.getOrDefault(name, ""));
        }

        /// The fields signed, in small letters.
        List<String> names() {
            return Arrays.asList(get("h").toLowerCase(Locale.ROOT).split(":"));
        }

        /// The part of `i=` behind the `@`; that of `d=` where there is none.
        String identity() {
            String whole = arc || get("i").isEmpty() ? get("d") : get("i");
            return DomainName.plain(whole.substring(whole.lastIndexOf('@') + 1));
        }

        boolean whole() {
            return List.of("a", "b", "bh", "d", "h", "s").stream().noneMatch(tag -> get(tag).isEmpty())
                    && (arc ? !names().contains("arc-seal") : get("v").equals("1")) && names().contains("from")
                    && names().size() <= MOST_NAMES && inside() && timely() && askedInDns();
        }

        /// Times are numbers, and none ends before it began (§3.5).
        private boolean timely() {
            String from = get("t");
            String until = get("x");
            return from.matches("\\d*") && until.matches("\\d*") && (!from.matches("\\d{1,12}") || !until.matches("\\d{1,12}")
                    || Long.parseLong(until) > Long.parseLong(from));
        }

        /// Whether the key is where keys are looked for: other ways than this one have never been given a meaning (§3.5, `q=`).
        private boolean askedInDns() {
            return get("q").isEmpty() || Arrays.asList(get("q").toLowerCase(Locale.ROOT).split(":")).contains("dns/txt");
        }

        private boolean inside() {
            String domain = DomainName.plain(get("d"));
            boolean named = arc || get("i").isEmpty() || get("i").indexOf('@') >= 0;
            return named && DomainName.fits(domain) && DomainName.within(identity(), domain);
        }

        String canonical(int part) {
            String[] both = (get("c").isEmpty() ? "simple/simple" : get("c")).toLowerCase(Locale.ROOT).split("/");
            return both.length > 2 ? "" : part < both.length ? both[part] : "simple";
        }
    }

    private DkimResult verify(MessageFile message, MessageFile.Field field, boolean arc) {
        Optional<Tags> read = DkimTags.read(field.value().replaceAll("[\\r\\n]", "")).map(all -> new Tags(all, arc));
        Tags tags = read.orElseGet(() -> new Tags(Map.of(), arc));
        if (!tags.whole() || !List.of("simple", "relaxed").containsAll(List.of(tags.canonical(0), tags.canonical(1)))) {
            return result(tags, DkimResult.Result.PERMERROR, DkimResult.Reason.MALFORMED, Optional.empty());
        }
        String algorithm = tags.get("a").toLowerCase(Locale.ROOT);
        if (algorithm.equals("rsa-sha1")) {
            return result(tags, DkimResult.Result.POLICY, DkimResult.Reason.TOO_WEAK, Optional.empty());
        }
        if (!known(algorithm)) {
            return result(tags, DkimResult.Result.PERMERROR, DkimResult.Reason.MALFORMED, Optional.empty());
        }
        return expired(tags) ? result(tags, DkimResult.Result.POLICY, DkimResult.Reason.EXPIRED, Optional.empty())
                : withKey(tags, algorithm, key -> compared(message, field, tags, key));
    }

    private boolean expired(Tags tags) {
        String until = tags.get("x");
        return until.matches("\\d{1,12}") && Long.parseLong(until) < clock.instant().getEpochSecond();
    }

    private DkimResult withKey(Tags tags, String algorithm, Function<DkimKey, DkimResult> compared) {
        DnsAnswer answer = zone.ask(tags.get("s") + "._domainkey." + tags.get("d"), DnsType.TXT);
        if (answer.failed()) {
            return result(tags, DkimResult.Result.TEMPERROR, DkimResult.Reason.KEY_UNANSWERED, Optional.empty());
        }
        Optional<DkimKey> found = answer.texts().stream().limit(MOST_TEXTS).filter(DkimKey::claims).findFirst().map(DkimKey::parse);
        if (found.isEmpty()) {
            return result(tags, DkimResult.Result.PERMERROR, DkimResult.Reason.KEY_MISSING, found);
        }
        DkimKey key = found.get();
        if (key.strict() && !tags.identity().equals(DomainName.plain(tags.get("d")))) {
            // the key is not for names below its domain (RFC 6376 §3.6.1, `t=s`)
            return result(tags, DkimResult.Result.PERMERROR, DkimResult.Reason.MALFORMED, found);
        }
        boolean fits = algorithm.startsWith(key.type() + "-") && (key.hashes().isEmpty() || key.hashes().contains("sha256"));
        return switch (key.state()) {
            case REVOKED -> result(tags, DkimResult.Result.PERMERROR, DkimResult.Reason.KEY_REVOKED, found);
            case TOO_WEAK -> result(tags, DkimResult.Result.POLICY, DkimResult.Reason.TOO_WEAK, found);
            case BROKEN, UNKNOWN_TYPE, NOT_FOR_MAIL -> result(tags, DkimResult.Result.PERMERROR, DkimResult.Reason.KEY_BROKEN, found);
            case FINE, SHORT -> fits ? compared.apply(key)
                    : result(tags, DkimResult.Result.PERMERROR, DkimResult.Reason.KEY_BROKEN, found);
        };
    }

    private DkimResult compared(MessageFile message, MessageFile.Field field, Tags tags, DkimKey key) {
        try {
            byte[] body = tags.canonical(1).equals("relaxed") ? relaxedBody(message.body()) : simpleBody(message.body());
            String length = tags.get("l");
            if (!length.isEmpty()) {
                if (!length.matches("\\d{1,10}") || Long.parseLong(length) > body.length) {
                    return result(tags, DkimResult.Result.PERMERROR, DkimResult.Reason.MALFORMED, Optional.of(key));
                }
                body = Arrays.copyOf(body, Integer.parseInt(length));
            }
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
            if (!MessageDigest.isEqual(hash, Base64.getDecoder().decode(tags.get("bh")))) {
                return result(tags, DkimResult.Result.FAIL, DkimResult.Reason.BODY_CHANGED, Optional.of(key));
            }
            return proven(tags, key, headers(message, field, tags));
        } catch (IllegalArgumentException notBase64) {
            return result(tags, DkimResult.Result.PERMERROR, DkimResult.Reason.MALFORMED, Optional.of(key));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JVM has SHA-256", impossible);
        }
    }

    private static DkimResult proven(Tags tags, DkimKey key, byte[] headers) {
        try {
            return signed(headers, Base64.getDecoder().decode(tags.get("b")), key)
                    ? result(tags, DkimResult.Result.PASS, DkimResult.Reason.NONE, Optional.of(key))
                    : result(tags, DkimResult.Result.FAIL, DkimResult.Reason.HEADERS_CHANGED, Optional.of(key));
        } catch (IllegalArgumentException notBase64) {
            return result(tags, DkimResult.Result.PERMERROR, DkimResult.Reason.MALFORMED, Optional.of(key));
        } catch (GeneralSecurityException unusable) {
            return result(tags, DkimResult.Result.FAIL, DkimResult.Reason.HEADERS_CHANGED, Optional.of(key));
        }
    }

    private static boolean signed(byte[] headers, byte[] signature, DkimKey key) throws GeneralSecurityException {
        boolean edwards = key.type().equals("ed25519");
        Signature verifier = Signature.getInstance(edwards ? "Ed25519" : "SHA256withRSA");
        verifier.initVerify(key.key().orElseThrow());
        // Ed25519 signs the hash of the headers (RFC 8463 §3)
        verifier.update(edwards ? MessageDigest.getInstance("SHA-256").digest(headers) : headers);
        return verifier.verify(signature);
    }

    /// The fields named, each time the lowest that has not been taken (§5.4.2), and the signature itself without its own value.
    private static byte[] headers(MessageFile message, MessageFile.Field signature, Tags tags) {
        boolean relaxed = tags.canonical(0).equals("relaxed");
        Map<String, Deque<MessageFile.Field>> left = new HashMap<>();
        message.fields().forEach(each -> left.computeIfAbsent(each.name().toLowerCase(Locale.ROOT), _ -> new ArrayDeque<>()).push(each));
        var all = new StringBuilder();
        for (String name : tags.names()) {
            Deque<MessageFile.Field> same = left.get(name);
            if (same != null && !same.isEmpty()) {
                all.append(canonical(same.pop().raw(), relaxed));
            }
        }
        return all.append(unsigned(signature, relaxed)).toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /// A signature as it signs itself: without its own value and its last line break (§3.5, `b=`; §3.7).
    static String unsigned(MessageFile.Field signature, boolean relaxed) {
        int colon = signature.raw().indexOf(':') + 1;
        String emptied = signature.raw().substring(0, colon) + EMPTIED.matcher(signature.raw().substring(colon)).replaceFirst("$1");
        String own = canonical(emptied.endsWith("\r\n") ? emptied : emptied + "\r\n", relaxed);
        return own.substring(0, own.length() - 2);
    }

    static String canonical(String raw, boolean relaxed) {
        if (!relaxed) {
            return raw.endsWith("\r\n") ? raw : raw + "\r\n";
        }
        int colon = raw.indexOf(':');
        String value = raw.substring(colon + 1).replace("\r\n", "").replaceAll("[ \\t]+", " ");
        return raw.substring(0, colon).strip().toLowerCase(Locale.ROOT) + ":" + stripped(value) + "\r\n";
    }

    private static String stripped(String value) {
        int from = value.startsWith(" ") ? 1 : 0;
        int to = value.endsWith(" ") ? value.length() - 1 : value.length();
        return from < to ? value.substring(from, to) : "";
    }

    /// Empty lines at the end do not count (§3.4.3).
    private static byte[] simpleBody(byte[] body) {
        int end = body.length;
        while (end >= 4 && body[end - 1] == '\n' && body[end - 2] == '\r' && body[end - 3] == '\n' && body[end - 4] == '\r') {
            end -= 2;
        }
        if (end < 2 || body[end - 1] != '\n' || body[end - 2] != '\r') {
            byte[] closed = Arrays.copyOf(body, end + 2);
            closed[end] = '\r';
            closed[end + 1] = '\n';
            return closed;
        }
        return Arrays.copyOf(body, end);
    }

    /// Blanks are joined, those at line ends and empty lines at the end dropped (§3.4.4).
    private static byte[] relaxedBody(byte[] body) {
        var all = new ByteArrayOutputStream(body.length);
        int emptyLines = 0;
        int at = 0;
        while (at < body.length) {
            int end = at;
            while (end < body.length && !(body[end] == '\r' && end + 1 < body.length && body[end + 1] == '\n')) {
                end++;
            }
            var line = new ByteArrayOutputStream(end - at);
            boolean blank = false;
            for (int i = at; i < end; i++) {
                if (body[i] == ' ' || body[i] == '\t') {
                    blank = true;
                    continue;
                }
                if (blank) {
                    line.write(' ');
                    blank = false;
                }
                line.write(body[i]);
            }
            if (line.size() == 0) {
                emptyLines++;
            } else {
                for (; emptyLines > 0; emptyLines--) {
                    all.write('\r');
                    all.write('\n');
                }
                all.writeBytes(line.toByteArray());
                all.write('\r');
                all.write('\n');
            }
            at = end + 2;
        }
        return all.toByteArray();
    }

    private static DkimResult result(Tags tags, DkimResult.Result result, DkimResult.Reason reason, Optional<DkimKey> key) {
        return new DkimResult(DomainName.plain(tags.get("d")), tags.get("s"), result, reason, key, new HashSet<>(tags.names()));
    }
}
