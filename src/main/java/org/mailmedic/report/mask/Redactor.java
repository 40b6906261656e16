package org.mailmedic.report.mask;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
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
/// Masked are the secret itself and every answer that went out in secret, whole or in part (from eight characters on), in any case, with
/// anything between that a server puts between the lines of a long reply, and under up to three wrappings of [SecretEncoding]. The work
/// grows linearly with the text and with the secret.
public final class Redactor implements AutoCloseable {
    public static final String MASK = "••••";
    private static final int DEPTH = 3;
    /// In characters, of which each takes ten bytes in a [DecodedView].
    private static final int LONGEST_REMEMBERED = 1_000_000;
    private static final SecretEncoding[] WRAPPINGS =
            {SecretEncoding.ESCAPES, SecretEncoding.HEX, SecretEncoding.BASE64, SecretEncoding.BASE32};
    /// Alone, because together they may take a secret's own percent sign or backslash for one more escape.
    private static final SecretEncoding[] ALONE = {SecretEncoding.PERCENT, SecretEncoding.FORM, SecretEncoding.ENTITY,
            SecretEncoding.BACKSLASH, SecretEncoding.QUOTED_PRINTABLE, SecretEncoding.NUMBERS};

    /// Values that are words of the contract: masking one would break the report, and a password that equals one tells nothing.
    private static final Set<String> FIXED = Set.of("kind", "stage", "status", "security", "symptom", "role", "mode", "failure",
            "because", "type", "verb", "ended_at", "problems", CertificateText.DER);

    private final SecretTraces traces;
    private final List<String> open;

    public Redactor(String user, Secret secret) {
        this(user, secret, List.of());
    }

    /// @param open what was given in the open beside the secret, such as the host: where one of these happens to contain the secret, hiding
    ///             it there would only hide which server the report is about
    public Redactor(String user, Secret secret, List<String> open) {
        this(SecretTraces.ofPassword(user, secret), open);
    }

    private Redactor(SecretTraces traces, List<String> open) {
        this.traces = traces;
        this.open = open.stream().filter(value -> !value.isBlank()).toList();
    }

    /// For a name that is to be hidden: it alone as a whole, and its encodings.
    static Redactor ofName(String name, List<String> open) {
        return new Redactor(SecretTraces.ofName(name), open);
    }

    /// For whatever is secret in `login`; masks nothing when nothing is.
    public static Redactor of(Login login) {
        return of(login, List.of(), List.of());
    }

    /// @param open see [#Redactor(String, Secret, List)]
    /// @param sent what went out in secret, as it was sent; stays the caller's, who wipes it
    public static Redactor of(Login login, List<String> open, List<char[]> sent) {
        SecretTraces traces = login instanceof Login.AccessToken(var user, var token) ? SecretTraces.ofToken(user, token)
                : login.secret().map(password -> SecretTraces.ofPassword(login.userName().orElse(""), password))
                        .orElseGet(() -> SecretTraces.ofPassword("", Secret.of("")));
        sent.forEach(line -> traces.sent(line, open));
        return new Redactor(traces, open);
    }

    /// `text` with every trace of the secret replaced by [#MASK].
    public String redact(String text) {
        BitSet hidden = hidden(text);
        return hidden.isEmpty() ? text : masked(text, 0, text.length(), hidden);
    }

    /// Texts that follow each other, such as the lines of one reply: what is spread over several is masked in each.
    public List<String> redact(List<String> texts) {
        BitSet hidden = hidden(String.join("\n", texts));
        if (hidden.isEmpty()) {
            return texts;
        }
        String all = String.join("\n", texts);
        List<String> redacted = new ArrayList<>();
        int at = 0;
        for (String text : texts) {
            redacted.add(masked(all, at, at + text.length(), hidden));
            at += text.length() + 1;
        }
        return redacted;
    }

    private BitSet hidden(String text) {
        var hidden = new BitSet();
        if (!traces.isEmpty() && !text.isBlank()) {
            look(DecodedView.of(text), hidden);
            if (!hidden.isEmpty()) {
                open.forEach(value -> spare(text, value, hidden));
            }
        }
        return hidden;
    }

    /// One wrapping below the other. What two ways of unwrapping lead to is looked at once, where it is not too long to be remembered: a
    /// long text has hundreds of readings, of which no more than one for each depth are held.
    private void look(DecodedView text, BitSet hidden) {
        var seen = new SeenViews(LONGEST_REMEMBERED);
        look(text, 0, seen, hidden);
        for (SecretEncoding wrapping : ALONE) {
            DecodedView undone = wrapping.undo(text);
            if (undone != null && seen.isNew(undone, DEPTH)) {
                traces.find(undone, hidden);
            }
        }
    }

    private void look(DecodedView view, int depth, SeenViews seen, BitSet hidden) {
        traces.find(view, hidden);
        if (depth == DEPTH) {
            return;
        }
        for (SecretEncoding wrapping : WRAPPINGS) {
            DecodedView undone = wrapping.undo(view);
            if (undone != null && seen.isNew(undone, depth + 1)) {
                look(undone, depth + 1, seen, hidden);
            }
        }
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
        if (traces.isEmpty()) {
            return report;
        }
        return new Report(report.id(), report.created(), report.tool(), map(report.settings()), report.outcome(),
                report.diagnoses().stream().map(this::redact).toList(), report.warnings().stream().map(this::redact).toList(),
                report.stages(), report.evidence().stream().map(this::map).toList(),
                transcript(report.transcript()),
                report.totalMs(), report.masked(), report.unchecked(), report.pair(), report.language());
    }

    /// What one side says in one go is looked at as a whole.
    private List<Report.Line> transcript(List<Report.Line> lines) {
        List<Report.Line> redacted = new ArrayList<>();
        for (int start = 0; start < lines.size(); ) {
            int end = start + 1;
            while (end < lines.size() && lines.get(end).from().equals(lines.get(start).from())) {
                end++;
            }
            List<String> texts = redact(lines.subList(start, end).stream().map(Report.Line::line).toList());
            for (int i = start; i < end; i++) {
                redacted.add(new Report.Line(lines.get(i).atMs(), lines.get(i).from(), texts.get(i - start)));
            }
            start = end;
        }
        return redacted;
    }

    private Report.Verdict redact(Report.Verdict verdict) {
        return new Report.Verdict(verdict.code(), verdict.stage(), verdict.party(), verdict.confidence(), redact(verdict.title()),
                redact(verdict.summary()), verdict.steps().stream().map(this::redact).toList(),
                verdict.evidence().stream().map(this::redact).toList(), redact(verdict.letter()), facts(verdict.facts()));
    }

    private Map<String, String> facts(Map<String, String> facts) {
        var redacted = new LinkedHashMap<String, String>();
        facts.forEach((name, value) -> redacted.put(name, FIXED.contains(name) || FactIds.NAMES.contains(name) ? value : redact(value)));
        return redacted;
    }

    private Map<String, Object> map(Map<String, Object> values) {
        var redacted = new LinkedHashMap<String, Object>();
        values.forEach((name, value) -> redacted.put(name, FIXED.contains(name) ? value : any(value)));
        return redacted;
    }

    private Object any(Object value) {
        return switch (value) {
            case String text -> redact(text);
            case List<?> items when items.stream().allMatch(String.class::isInstance) ->
                    redact(items.stream().map(String.class::cast).toList());
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
        traces.close();
    }

    private static String masked(String text, int start, int end, BitSet hidden) {
        var masked = new StringBuilder(end - start);
        int at = start;
        while (at < end) {
            int from = hidden.nextSetBit(at);
            if (from < 0 || from >= end) {
                break;
            }
            masked.append(text, at, from).append(MASK);
            at = Math.min(end, hidden.nextClearBit(from));
        }
        return masked.append(text, at, end).toString();
    }
}
