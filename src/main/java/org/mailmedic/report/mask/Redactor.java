package org.mailmedic.report.mask;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mailmedic.report.CertificateText;
import org.mailmedic.report.Report;
import org.mailmedic.settings.Login;
import org.mailmedic.settings.Secret;

/// The second line of defence: masks secrets and their encodings in text that should never have held them.
/// The first is that they never get there. Closing it wipes its copies. Not thread-safe.
///
/// Masked are the secret itself, also with any of its characters written for JSON, a URL or HTML; as hexadecimal; as base64
/// wherever in a longer text it begins (all three alignments); and the whole answers of PLAIN and LOGIN.
public final class Redactor implements AutoCloseable {
    public static final String MASK = "••••";
    /// Shorter secrets are masked as whole words only: every text is full of single letters.
    private static final int ANYWHERE = 4;
    /// Fewer base64 characters than this say nothing.
    private static final int TELLING = 6;

    /// Values that are words of the contract: masking one would break the report, and a password that equals one tells nothing.
    private static final Set<String> FIXED = Set.of("kind", "stage", "status", "security", "symptom", "role", "mode", "failure",
            "because", "type", "verb", "ended_at", "problems", CertificateText.DER);

    private final List<char[]> secrets = new ArrayList<>();
    private final List<char[]> base64 = new ArrayList<>();
    private final List<String> open;

    public Redactor(String user, Secret secret) {
        this(user, secret, List.of());
    }

    /// @param open what was given in the open beside the secret, such as the host: where one of these happens to contain the secret, hiding
    ///             it there would only hide which server the report is about
    public Redactor(String user, Secret secret, List<String> open) {
        this.open = open.stream().filter(value -> !value.isBlank()).toList();
        var forms = new LinkedHashSet<String>();
        char[] chars = secret.chars();
        String value = new String(chars);
        Arrays.fill(chars, '\0');
        if (!value.isEmpty()) {
            forms.add(value);
            if (value.chars().anyMatch(c -> c > 0x7f)) {
                // Sign-in may send the prepared form (RFC 8265 §4.2, RFC 4013 §2.2).
                forms.add(Normalizer.normalize(value, Normalizer.Form.NFC));
                forms.add(Normalizer.normalize(value, Normalizer.Form.NFD));
                forms.add(Normalizer.normalize(value, Normalizer.Form.NFKC));
            }
        }
        for (String form : forms) {
            secrets.add(form.toCharArray());
            whole(form);
            whole("\0" + user + "\0" + form);
            whole(user + "\0" + user + "\0" + form);
            alignments(form.getBytes(StandardCharsets.UTF_8));
        }
    }

    /// For whatever is secret in `login`; masks nothing when nothing is.
    public static Redactor of(Login login) {
        return of(login, List.of());
    }

    /// @param open see [#Redactor(String, Secret, List)]
    public static Redactor of(Login login, List<String> open) {
        return switch (login) {
            case Login.None(), Login.NameOnly(_) -> new Redactor("", Secret.of(""), open);
            case Login.Password(var user, var password) -> new Redactor(user, password, open);
            case Login.AccessToken(var user, var token) -> new Redactor(user, token, open);
        };
    }

    /// `text` with every trace of the secret replaced by [#MASK].
    public String redact(String text) {
        var hidden = new BitSet();
        for (char[] secret : secrets) {
            written(text, secret, hidden);
            hexadecimal(text, new String(secret).getBytes(StandardCharsets.UTF_8), hidden);
            cutShort(text, secret, hidden);
        }
        for (char[] core : base64) {
            inBase64(text, core, hidden);
            cutShort(text, core, hidden);
        }
        if (!hidden.isEmpty()) {
            open.forEach(value -> spare(text, value, hidden));
        }
        return hidden.isEmpty() ? text : masked(text, hidden);
    }

    /// Takes back what was marked inside an occurrence of `value`.
    private static void spare(String text, String value, BitSet hidden) {
        for (int at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
            boolean crossing = (at > 0 && hidden.get(at - 1) && hidden.get(at))
                    || (at + value.length() < text.length() && hidden.get(at + value.length()) && hidden.get(at + value.length() - 1));
            if (!crossing) {
                hidden.clear(at, at + value.length());
            }
        }
    }

    /// The report with every text in it redacted; codes and times are ours and stay.
    public Report redact(Report report) {
        if (secrets.isEmpty()) {
            return report;
        }
        return new Report(report.id(), report.created(), report.tool(), map(report.settings()), report.outcome(),
                report.diagnoses().stream().map(this::redact).toList(), report.warnings().stream().map(this::redact).toList(),
                report.stages(), report.evidence().stream().map(this::map).toList(),
                report.transcript().stream().map(line -> new Report.Line(line.atMs(), line.from(), redact(line.line()))).toList(),
                report.totalMs(), report.masked(), report.pair());
    }

    private Report.Verdict redact(Report.Verdict verdict) {
        return new Report.Verdict(verdict.code(), verdict.stage(), verdict.party(), verdict.confidence(), redact(verdict.title()),
                redact(verdict.summary()), verdict.steps().stream().map(this::redact).toList(),
                verdict.evidence().stream().map(this::redact).toList(), redact(verdict.letter()));
    }

    private Map<String, Object> map(Map<String, Object> values) {
        var redacted = new LinkedHashMap<String, Object>();
        values.forEach((name, value) -> redacted.put(name, FIXED.contains(name) ? value : any(value)));
        return redacted;
    }

    private Object any(Object value) {
        return switch (value) {
            case String text -> redact(text);
            case List<?> items -> items.stream().map(this::any).toList();
            case Map<?, ?> entries -> {
                var redacted = new LinkedHashMap<String, Object>();
                entries.forEach((name, entry) -> redacted.put(name.toString(), FIXED.contains(name) ? entry : any(entry)));
                yield redacted;
            }
            default -> value;
        };
    }

    @Override
    public void close() {
        secrets.forEach(secret -> Arrays.fill(secret, '\0'));
        base64.forEach(core -> Arrays.fill(core, '\0'));
        secrets.clear();
        base64.clear();
    }

    private void whole(String text) {
        base64.add(Base64.getEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8)).toCharArray());
    }

    /// What the secret turns into behind 0, 1 or 2 unknown bytes, without the characters that neighbours have a share in.
    private void alignments(byte[] secret) {
        for (int before = 0; before < 3; before++) {
            var shifted = new byte[before + secret.length];
            System.arraycopy(secret, 0, shifted, before, secret.length);
            String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            String core = encoded.substring((before * 8 + 5) / 6, shifted.length * 8 / 6);
            if (core.length() >= TELLING) {
                base64.add(core.toCharArray());
            }
        }
    }

    private void written(String text, char[] secret, BitSet hidden) {
        boolean anywhere = secret.length >= ANYWHERE;
        for (int start = 0; start < text.length(); start++) {
            int end = Escapes.match(text, start, secret);
            if (end > start && (anywhere || standsAlone(text, start, end))) {
                hidden.set(start, end);
            }
        }
    }

    private static boolean standsAlone(String text, int start, int end) {
        return (start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1)))
                && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
    }

    /// Two digits a byte, in either case, with at most one blank, colon or hyphen between.
    private static void hexadecimal(String text, byte[] secret, BitSet hidden) {
        if (secret.length < ANYWHERE) {
            return;
        }
        for (int start = 0; start + 2 * secret.length <= text.length(); start++) {
            int at = start;
            int matched = 0;
            while (matched < secret.length && Escapes.hex(text, at, 2) == (secret[matched] & 0xff)) {
                at += 2;
                matched++;
                if (matched < secret.length && at < text.length() && " :-".indexOf(text.charAt(at)) >= 0) {
                    at++;
                }
            }
            if (matched == secret.length) {
                hidden.set(start, at);
            }
        }
    }

    /// The whole run of base64 around a hit goes, because its edges hold some of the secret's bits.
    private static void inBase64(String text, char[] core, BitSet hidden) {
        for (int start = 0; start + core.length <= text.length(); start++) {
            int matched = 0;
            while (matched < core.length && standard(text.charAt(start + matched)) == core[matched]) {
                matched++;
            }
            if (matched < core.length) {
                continue;
            }
            int from = start;
            int to = start + core.length;
            while (from > 0 && inAlphabet(text.charAt(from - 1))) {
                from--;
            }
            while (to < text.length() && inAlphabet(text.charAt(to))) {
                to++;
            }
            boolean whole = from == start && to == start + core.length;
            if (core.length >= TELLING || whole) {
                while (to < text.length() && text.charAt(to) == '=') {
                    to++;
                }
                hidden.set(from, to);
            }
        }
    }

    /// What an ellipsis left of a secret: its beginning, right before the sign.
    private static void cutShort(String text, char[] wanted, BitSet hidden) {
        for (int end = text.indexOf('…'); end >= 0; end = text.indexOf('…', end + 1)) {
            for (int length = Math.min(end, wanted.length - 1); length >= ANYWHERE; length--) {
                if (text.startsWith(new String(wanted, 0, length), end - length)) {
                    hidden.set(end - length, end);
                    break;
                }
            }
        }
    }

    /// The URL-safe alphabet means the same (RFC 4648 §5).
    private static char standard(char c) {
        return c == '-' ? '+' : c == '_' ? '/' : c;
    }

    private static boolean inAlphabet(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '+' || c == '/' || c == '-' || c == '_';
    }

    private static String masked(String text, BitSet hidden) {
        var masked = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int start = hidden.nextSetBit(at);
            if (start < 0) {
                break;
            }
            masked.append(text, at, start).append(MASK);
            at = hidden.nextClearBit(start);
        }
        return masked.append(text, Math.min(at, text.length()), text.length()).toString();
    }
}
