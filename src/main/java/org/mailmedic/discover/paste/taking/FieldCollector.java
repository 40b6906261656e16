package org.mailmedic.discover.paste.taking;

import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mailmedic.discover.slip.Draft;
import org.mailmedic.discover.slip.SlipField;
import org.mailmedic.pasted.PastedSecrets;
import org.mailmedic.pasted.Token;
import org.mailmedic.pasted.Variables;
import org.mailmedic.settings.Secret;
import org.mailmedic.settings.Security;

/// What one format takes out of a text, field by field. The first sensible value of a field stays; another one is a doubt.
public final class FieldCollector {
    private static final List<String> TLS_WORDS = List.of("tls", "tlsv1.2", "tls1.2", "tlsv1.3", "tls1.3", "tlsv1");
    /// `NumberInt(465)` and `int("465")`.
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z]{1,12}\\([\"']?(\\d{1,5})[\"']?\\)?");
    private static final int LONGEST_WORD = 32;

    private Draft draft = Draft.EMPTY;
    private final List<Taken> taken = new ArrayList<>();
    private final List<Doubt> doubts = new ArrayList<>();

    /// Takes a field from the first of `pairs` that has a value.
    public FieldCollector take(SlipField field, List<Token.Pair> pairs) {
        pairs.forEach(pair -> take(field, pair));
        return this;
    }

    public void take(SlipField field, Token.Pair pair) {
        take(field, judged(field, pair), pair.line());
    }

    /// What stands there for the field, after its doubts are noted; empty when that is nothing.
    private String judged(SlipField field, Token.Pair pair) {
        if (!pair.quoted() && (pair.value().startsWith("new ") || opens(pair.value()))) {
            // an object that code makes, or a block that begins, is no value itself
            return "";
        }
        if (!pair.quoted() && field != SlipField.SECURITY && Variables.constant(pair.value())) {
            doubt(field, Doubt.Kind.ELSEWHERE, pair.line());
            return "";
        }
        Matcher number = field == SlipField.PORT ? NUMBER.matcher(pair.value()) : null;
        if (number != null && number.matches()) {
            return number.group(1);
        }
        Values.Value value = Values.of(pair);
        if (field != SlipField.PASSWORD && value.doubt().filter(Doubt.Kind.FALLBACK::equals).isPresent()
                && PastedSecrets.secretive(pair.value())) {
            // the fallback of what speaks of a password may be one
            doubt(field, Doubt.Kind.ELSEWHERE, pair.line());
            return "";
        }
        value.doubt().ifPresent(kind -> doubt(field, kind, pair.line()));
        return pair.quoted() || field == SlipField.PASSWORD ? value.text() : Values.firstWord(value.text());
    }

    private static boolean opens(String value) {
        boolean inline = value.startsWith("{ ") && value.endsWith("}") && value.indexOf(':') > 0;
        return inline || value.length() == 1 && "{[(".indexOf(value.charAt(0)) >= 0;
    }

    /// @param text as it stands there; an empty one is no value
    public void take(SlipField field, String text, int line) {
        if (text.isEmpty()) {
            return;
        }
        if (field == SlipField.PASSWORD) {
            password(text, line);
            return;
        }
        String known = draft.text(field);
        if (field == SlipField.SECURITY ? draft.security() != Security.AUTO : !known.isEmpty()) {
            if (!known.equals(text)) {
                doubt(field, Doubt.Kind.SEVERAL, line);
            }
            return;
        }
        draft = draft.with(field, text);
        taken.add(new Taken(field, line));
    }

    public void security(Security security, int line) {
        if (security != Security.AUTO) {
            take(SlipField.SECURITY, security.id(), line);
        }
    }

    private void password(String text, int line) {
        if (Values.standIn(text)) {
            doubt(SlipField.PASSWORD, Doubt.Kind.STAND_IN, line);
        } else if (draft.password().isPresent()) {
            doubt(SlipField.PASSWORD, Doubt.Kind.SEVERAL, line);
        } else {
            draft = draft.withPassword(Optional.of(Secret.of(text)));
            taken.add(new Taken(SlipField.PASSWORD, line));
        }
    }

    /// The same for a written value, which may be a variable.
    public void hostAndPort(Token.Pair pair) {
        hostAndPort(judged(SlipField.HOST, pair), pair.line());
    }

    /// Takes `host:port`, `[host]:port` and plain hosts apart, in a place where a port is allowed to stand.
    public void hostAndPort(String text, int line) {
        String bare = text.strip();
        int colon = bare.lastIndexOf(':');
        boolean bracketed = bare.startsWith("[") && bare.indexOf(']') > 0;
        boolean port = colon > 0 && bare.substring(colon + 1).matches("\\d{1,6}") && (bracketed ? bare.charAt(colon - 1) == ']'
                : bare.indexOf(':') == colon);
        String host = port ? bare.substring(0, colon) : bare;
        take(SlipField.HOST, bracketed && host.endsWith("]") ? host.substring(1, host.length() - 1) : host, line);
        if (port) {
            take(SlipField.PORT, bare.substring(colon + 1), line);
        }
    }

    public void doubt(SlipField field, Doubt.Kind kind, int line) {
        var doubt = new Doubt(field, kind, line);
        if (!doubts.contains(doubt) && doubts.size() < 50) {
            doubts.add(doubt);
        }
    }

    /// Takes what is missing here from another reading of the same text, except where this one knows that the value stands elsewhere.
    public void fill(FieldCollector other, List<SlipField> fields) {
        for (SlipField field : fields) {
            if (!has(field) && other.has(field) && doubts.stream().noneMatch(doubt -> doubt.field() == field)) {
                draft = field == SlipField.PASSWORD ? draft.withPassword(other.draft.password())
                        : draft.with(field, other.draft.text(field));
                other.taken.stream().filter(each -> each.field() == field).limit(1).forEach(taken::add);
            }
        }
    }

    public Draft draft() {
        return draft;
    }

    public boolean has(SlipField field) {
        return taken.stream().anyMatch(t -> t.field() == field);
    }

    /// How many fields were filled.
    public int count() {
        return (int) taken.stream().map(Taken::field).distinct().count();
    }

    /// Present when there is something worth showing: a server, or at least two other fields.
    public Optional<FieldCollector> ifUseful() {
        return has(SlipField.HOST) || count() >= 2 ? Optional.of(this) : Optional.empty();
    }

    /// Ends the taking: what is shown is free of passwords.
    public PastedSettings reading(String format, PastedSecrets hush) {
        draft.password().ifPresent(this::hideUser);
        draft.password().ifPresent(secret -> hush.add(String.valueOf(secret.chars())));
        Draft shown = draft;
        for (SlipField field : List.of(SlipField.HOST, SlipField.PORT, SlipField.USER, SlipField.FROM, SlipField.TO)) {
            // hidden before anything is cut off: half a password is one too
            shown = shown.with(field, FieldBounds.fitting(field, hush.masked(draft.text(field))));
        }
        return new PastedSettings(format, shown, taken, doubts);
    }

    private void hideUser(Secret password) {
        char[] chars = password.chars();
        if (CharBuffer.wrap(chars).equals(CharBuffer.wrap(draft.user()))) {
            draft = draft.with(SlipField.USER, "");
            doubt(SlipField.USER, Doubt.Kind.SAME_AS_PASSWORD, 0);
        }
        Arrays.fill(chars, '\0');
    }

    /// The value of a setting itself: of a variable with a fallback that, of a variable alone nothing.
    public static String meant(Token.Pair pair) {
        return Values.of(pair).text();
    }

    /// Which encryption a word stands for in PHP's mail libraries and their many relatives, where `tls` is STARTTLS.
    public static Security byPhpWord(String word) {
        String lower = word.strip().toLowerCase(Locale.ROOT);
        if (lower.contains("starttls") || lower.contains("start tls") || lower.endsWith("smtptls")
                || lower.endsWith("smtp_tls") || TLS_WORDS.contains(lower)) {
            return Security.STARTTLS;
        }
        boolean ssl = lower.contains("ssl") && lower.length() <= LONGEST_WORD && !lower.startsWith("no");
        return ssl || lower.contains("smtps") || lower.contains("implicit") || lower.equals("submissions") || lower.equals("force_tls")
                ? Security.TLS
                : Security.AUTO;
    }

    public static boolean yes(String word) {
        return List.of("true", "yes", "on", "1", "y", "enabled").contains(word.strip().toLowerCase(Locale.ROOT));
    }

    public static boolean no(String word) {
        return List.of("false", "no", "off", "0", "n", "disabled").contains(word.strip().toLowerCase(Locale.ROOT));
    }
}
