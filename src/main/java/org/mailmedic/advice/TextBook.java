package org.mailmedic.advice;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Short texts by key from `text/<name>.properties` (English) and its translations ([Language]), all UTF-8.
/// Every translation has every key of the English. Immutable.
///
/// `{name}` is a hole for a value. `{name|line|lines}` is one of two words, by the number that the value is: `{lines} {lines|line|lines}`.
public final class TextBook {
    private static final int LONGEST_WHOLE = 32 * 1024;

    private final Map<String, String> texts;

    /// A value to be copied: a command, a key, a record.
    public record Whole(String text) {}

    /// Whether nothing is counted like one thing: *0 message* in French, *0 mensagem* in Brazil (CLDR plural rules).
    private final boolean zeroLikeOne;

    private TextBook(Map<String, String> texts, boolean zeroLikeOne) {
        this.texts = texts;
        this.zeroLikeOne = zeroLikeOne;
    }

    public static TextBook open(String name, Locale language) {
        var texts = new HashMap<String, String>();
        // a translation says all of it, which the tests hold; its readers need not wait for the English as well
        read(name + Language.of(language).suffixes().getLast(), texts);
        if (texts.isEmpty()) {
            throw new IllegalArgumentException("there is no text book " + name);
        }
        Language spoken = Language.of(language);
        return new TextBook(Map.copyOf(texts), spoken == Language.FRENCH || spoken == Language.BRAZILIAN_PORTUGUESE);
    }

    /// Whether there is a book of that name.
    public static boolean exists(String name) {
        return TextBook.class.getResource("/org/mailmedic/text/" + name + ".properties") != null;
    }

    /// The same keys with other words, for a look at what longer words do.
    public TextBook mapped(UnaryOperator<String> change) {
        var changed = new HashMap<String, String>();
        texts.forEach((key, text) -> changed.put(key, change.apply(text)));
        return new TextBook(Map.copyOf(changed), zeroLikeOne);
    }

    /// The text of `key`; the key itself when there is none, which shows up without breaking anything.
    public String get(String key) {
        return texts.getOrDefault(key, key);
    }

    /// The same with its `{names}` filled. Values are made inert ([PlainText]) and are never read as a template themselves. One that is
    /// there to be copied, a path or a [Whole], is not cut: half of it is worse than none.
    public String get(String key, Map<String, ?> values) {
        return fill(get(key), values, zeroLikeOne);
    }

    public Optional<String> find(String key) {
        return Optional.ofNullable(texts.get(key));
    }

    public Set<String> keys() {
        return new TreeSet<>(texts.keySet());
    }

    static String fill(String template, Map<String, ?> values) {
        return fill(template, values, false);
    }

    private static String fill(String template, Map<String, ?> values, boolean zeroLikeOne) {
        var text = new StringBuilder();
        int at = 0;
        while (at < template.length()) {
            int open = template.indexOf('{', at);
            int close = open < 0 ? -1 : template.indexOf('}', open);
            if (close < 0) {
                break;
            }
            String[] hole = template.substring(open + 1, close).split("\\|", -1);
            Object value = values.get(hole[0]);
            text.append(template, at, open).append(hole.length == 3 ? hole[one(value, zeroLikeOne) ? 1 : 2] : value == null ? ""
                    : inert(value));
            at = close + 1;
        }
        return text.append(template, at, template.length()).toString();
    }

    private static boolean one(@Nullable Object count, boolean zeroLikeOne) {
        String number = String.valueOf(count).strip();
        return number.equals("1") || zeroLikeOne && number.equals("0");
    }

    private static String inert(Object value) {
        if (value instanceof Whole whole) {
            return PlainText.of(whole.text(), LONGEST_WHOLE);
        }
        return value instanceof Path ? PlainText.of(value.toString(), LONGEST_WHOLE) : PlainText.of(value.toString());
    }

    private static void read(String file, Map<String, String> into) {
        try (var stream = TextBook.class.getResourceAsStream("/org/mailmedic/text/" + file + ".properties")) {
            if (stream == null) {
                return;
            }
            var properties = new Properties();
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            properties.forEach((key, value) -> into.put((String) key, (String) value));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
