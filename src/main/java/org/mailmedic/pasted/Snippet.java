package org.mailmedic.pasted;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.mailmedic.pasted.Token.Call;
import org.mailmedic.pasted.Token.Pair;

/// A pasted text, cleaned of what only gets in the way and scanned once for all formats.
public final class Snippet {
    private static final int LONGEST = 2 * 1024 * 1024;
    private static final int LONGEST_LINE = 1000;
    private static final int MOST_ROWS = 5000;
    /// Calls of a key and its value.
    private static final Set<String> KEYED = Set.of("set", "set_config", "update_option", "add_option", "setvalue", "set_parameter");

    private final String text;
    private final String lower;
    private final Trigrams trigrams;
    private final boolean worthwhile;
    private final List<Pair> pairs = new ArrayList<>();
    private final List<Call> calls = new ArrayList<>();
    private final Keys keys = new Keys();
    /// Which line of what was pasted each line of the text comes from; empty where they are the same.
    private final List<Integer> origins = new ArrayList<>();

    /// @param pasted what is beyond two million characters is not looked at
    public Snippet(String pasted) {
        String bounded = pasted.length() > LONGEST ? pasted.substring(0, LONGEST) : pasted;
        String unmarked = bounded.startsWith("\uFEFF") ? bounded.substring(1) : bounded;
        // JSON inside JSON
        String plain = unmarked.contains("\\\":") ? unmarked.replace("\\\"", "\"") : unmarked;
        String escaped = plain.indexOf('\r') < 0 ? plain : plain.replace("\r\n", "\n").replace('\r', '\n');
        text = PressedJson.apart(PasteMargins.without(unescaped(escaped)), origins);
        lower = lower(text);
        trigrams = new Trigrams(lower);
        // a text that is not about mail is not worth the trouble
        worthwhile = mentions("smtp", "mail", "host", "server", "serveur", ":587", ":465", ":25");
        Pair before = null;
        List<Token> tokens = worthwhile ? Scanner.scan(text) : List.of();
        Map<String, String> constants = constants(tokens);
        for (Token token : tokens) {
            switch (token) {
                case Pair written -> {
                    Pair pair = given(written, constants);
                    add(pair);
                    if (before != null && named(before, pair)) {
                        add(new Pair(before.value(), pair.value(), pair.quoted(), pair.line()));
                    } else if (before != null && inside(before, pair)) {
                        String address = pair.key().indexOf('@') > 0 ? pair.key() : pair.value();
                        add(new Pair(before.key(), address, pair.quoted(), pair.line()));
                    }
                    if (before != null && below(before, pair)) {
                        add(new Pair(before.key(), pair.value(), pair.quoted(), pair.line()));
                    }
                    if (before != null && switched(before, pair)) {
                        add(new Pair(before.key() + "-" + pair.key(), pair.value(), pair.quoted(), pair.line()));
                    }
                    before = pair;
                }
                case Call call -> {
                    calls.add(call);
                    setter(call);
                }
            }
        }
        if (worthwhile) {
            List<Pair> cells = new ArrayList<>();
            linesWith(MOST_ROWS, "|", "\t", "  ", ",").forEach(line -> TableRows.into(cells, line));
            linesWith(MOST_ROWS, "set ", "setx ", "config ", "config-set ", "update ", "env ", "--set=",
                    "#define ", "option ").forEach(line -> Commands.into(cells, line));
            cells.forEach(this::add);
        }
    }

    /// `setSmtpHost("smtp.example.org")` and `set('smtp_host', 'smtp.example.org')` give a value as well.
    private void setter(Call call) {
        String name = call.shortName();
        if (name.startsWith("set") && name.length() > 3 && Character.isUpperCase(name.charAt(3)) && call.arguments().size() == 1) {
            Pair argument = call.arguments().getFirst();
            String value = argument.value();
            boolean literal = argument.quoted() || !value.isEmpty() && Character.isDigit(value.charAt(0))
                    || value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false");
            if (!literal) {
                // what a variable holds is told elsewhere
                return;
            }
            add(new Pair(name.substring(3), value, argument.quoted(), argument.line()));
        } else if (KEYED.contains(name.toLowerCase(Locale.ROOT)) && call.arguments().size() == 2 && call.arguments().getFirst().quoted()
                && TableRows.keyLike(call.argument(0)) && call.arguments().get(1).quoted()) {
            add(new Pair(call.argument(0), call.argument(1), true, call.line()));
        }
    }

    /// What the constants of a program hold that the text itself gives a value.
    private static Map<String, String> constants(List<Token> tokens) {
        Map<String, String> constants = new HashMap<>();
        for (Token token : tokens) {
            switch (token) {
                case Pair pair when pair.quoted() && Variables.constant(pair.name()) -> constants.putIfAbsent(pair.name(), pair.value());
                case Call call when call.shortName().equals("define") && Variables.constant(call.argument(0))
                        && call.arguments().size() > 1 && call.arguments().get(1).quoted() ->
                        constants.putIfAbsent(call.argument(0), call.argument(1));
                case Pair _, Call _ -> { }
            }
        }
        return constants;
    }

    /// `DEFAULT_FROM_EMAIL = EMAIL_HOST_USER` with the value of the other one.
    private static Pair given(Pair pair, Map<String, String> constants) {
        String value = pair.quoted() ? null : constants.get(pair.value());
        return value == null ? pair : new Pair(pair.key(), value, true, pair.line());
    }

    private void add(Pair pair) {
        pairs.add(pair);
        keys.add(pair);
    }

    /// `name: SMTP_HOST`, `value: smtp.example.org`, as Kubernetes and XML have their variables, and `<key>`, `<string>` of Apple's lists.
    private static boolean named(Pair name, Pair value) {
        boolean list = name.key().equals("key") && (value.key().equals("string") || value.key().equals("integer"));
        return (list || value.key().equalsIgnoreCase("value") && (name.key().equalsIgnoreCase("name") || name.key()
                .equalsIgnoreCase("key")))
                && !name.value().isEmpty() && value.line() - name.line() <= 1;
    }

    /// `'from' => ['address' => 'shop@example.org'` and `'from' => ['shop@example.org' => 'Shop']`, a sender in two halves.
    private static boolean inside(Pair outer, Pair inner) {
        String key = outer.key().toLowerCase(Locale.ROOT);
        return (inner.key().equalsIgnoreCase("address") || inner.key().equalsIgnoreCase("email") || inner.key().indexOf('@') > 0)
                && (key.endsWith("from") || key.endsWith("sender"))
                && (outer.value().isEmpty() || "[{(".indexOf(outer.value().charAt(0)) >= 0 || outer.value().startsWith("array("))
                && inner.line() - outer.line() <= 1;
    }

    /// `password:` and below it `value: …`, as charts have what may come from elsewhere as well.
    private static boolean below(Pair outer, Pair inner) {
        return inner.key().equals("value") && outer.value().isEmpty() && inner.line() - outer.line() == 1;
    }

    /// `starttls:` and below it `enable: true`.
    private static boolean switched(Pair outer, Pair inner) {
        String key = inner.key().toLowerCase(Locale.ROOT);
        return (key.equals("enable") || key.equals("enabled") || key.equals("required")) && inner.line() - outer.line() <= 1
                && (outer.value().isEmpty() || outer.value().equals("{")) && outer.name().toLowerCase(Locale.ROOT).endsWith("tls")
                || key.startsWith("enable") && outer.value().isEmpty() && outer.name().equalsIgnoreCase("ssl")
                        && inner.line() - outer.line() <= 1;
    }

    /// Markup whose own marks were written out when it was shown on a page.
    private static String unescaped(String plain) {
        boolean markup = plain.contains("&lt;") && plain.contains("&gt;");
        return markup || plain.contains("=&quot;") ? plain.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"")
                .replace("&#39;", "'").replace("&amp;", "&") : plain;
    }

    /// The line of what was pasted that this line of the text comes from.
    public int origin(int line) {
        return line > 0 && line <= origins.size() ? origins.get(line - 1) : line;
    }

    /// Whether it can be about a mail server at all.
    public boolean worthwhile() {
        return worthwhile;
    }

    public String text() {
        return text;
    }

    public boolean contains(String marker) {
        return trigrams.mayHold(lower(marker)) && text.contains(marker);
    }

    public List<Pair> pairs() {
        return pairs;
    }

    /// Every key of a pair as it is spelled, each spelling once.
    Set<String> keys() {
        return keys.spellings();
    }

    /// All pairs with this whole key, without regard to case.
    public List<Pair> key(String key) {
        return keys.key(key);
    }

    /// All pairs whose key ends in this name, such as `Host` of `$mail->Host`, without regard to case.
    public List<Pair> name(String name) {
        return keys.name(name);
    }

    public boolean hasKey(String... keys) {
        return Stream.of(keys).anyMatch(key -> !key(key).isEmpty());
    }

    public List<Call> calls() {
        return calls;
    }

    /// All calls of something with this short name, without regard to case.
    public Stream<Call> calls(String shortName) {
        return calls.stream().filter(call -> call.shortName().equalsIgnoreCase(shortName));
    }

    /// Whether one of `markers`, in lower case, stands in the text, without regard to case.
    boolean mentions(String... markers) {
        return Stream.of(markers).anyMatch(this::mentions);
    }

    private boolean mentions(String word) {
        return trigrams.mayHold(word) && lower.contains(word);
    }

    /// Those of `words`, in lower case, that may stand in the text, in the same order; the others do not.
    public List<String> possible(List<String> words) {
        return words.stream().filter(trigrams::mayHold).toList();
    }

    /// Where `word`, in lower case, stands next from `from` on, without regard to case; -1 when nowhere.
    int find(String word, int from) {
        return trigrams.mayHold(word) ? lower.indexOf(word, from) : -1;
    }

    /// The lines that hold one of `words`, which are in lower case; long ones cut. At most `most` of them; all lines without words.
    public List<Line> linesWith(int most, String... words) {
        List<Line> found = new ArrayList<>();
        List<String> possible = possible(List.of(words));
        if (words.length > 0 && possible.isEmpty()) {
            return found;
        }
        int number = 1;
        for (int start = 0; start < text.length() && found.size() < most; number++) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline;
            int cut = Math.min(end, start + LONGEST_LINE);
            if (words.length == 0 || holdsOneOf(possible, start, cut)) {
                found.add(new Line(number, text.substring(start, cut), lower.substring(start, cut)));
            }
            start = end + 1;
        }
        return found;
    }

    private boolean holdsOneOf(List<String> words, int start, int end) {
        for (String word : words) {
            if (lower.indexOf(word, start, end) >= 0) {
                return true;
            }
        }
        return false;
    }

    /// Character by character, so that places in both texts are the same.
    private static String lower(String text) {
        char[] chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            char c = chars[i];
            chars[i] = c < 0x80 ? c >= 'A' && c <= 'Z' ? (char) (c + 32) : c : Character.toLowerCase(c);
        }
        return new String(chars);
    }

    /// @param number from 1 on
    /// @param lower  the same text in lower case, as long as it
    public record Line(int number, String text, String lower) {
        /// What stands from one place on.
        public Line from(int start) {
            return new Line(number, text.substring(start), lower.substring(start));
        }
    }
}
