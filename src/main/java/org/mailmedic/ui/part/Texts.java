package org.mailmedic.ui.part;

import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.mailmedic.advice.TextBook;

/// The window's words, from one bundle a page: `text/ui/<page>.properties`. A key begins with its page's name. A bundle is read when its
/// first word is asked for, so that the first page waits for its own words alone. Thread-safe.
public final class Texts {
    /// What is shared with the terminal or between rooms: what the practice server can show, words about pasted settings and slips, and
    /// about
    /// what a person changed between two check-ups.
    private static final Map<String, String> SHARED = Map.of("faults", "practice", "paste", "paste", "change", "experiment");
    /// What a check-up needs; a feature's words are read with the feature.
    private static final List<String> PAGES = List.of("window", "start", "account", "checkup", "journey", "answer", "details", "contacts",
            "about", "try", "save", "open", "compare", "watch", "earlier");
    private final Map<String, Map<String, String>> pages = new ConcurrentHashMap<>();
    private final Locale locale;
    private final UnaryOperator<String> change;

    private Texts(Locale locale, UnaryOperator<String> change) {
        this.locale = locale;
        this.change = change;
    }

    public static Texts in(Locale locale) {
        return new Texts(locale, UnaryOperator.identity());
    }

    /// The same keys with other words, for a look at what longer words do to the window.
    Texts mapped(UnaryOperator<String> other) {
        return new Texts(locale, other);
    }

    /// Reads what nobody has asked for yet: for a thread that has the time.
    public void readAll() {
        PAGES.forEach(this::page);
        SHARED.keySet().forEach(this::page);
    }

    private Map<String, String> page(String name) {
        return pages.computeIfAbsent(name, this::read);
    }

    private Map<String, String> read(String page) {
        var words = new HashMap<String, String>();
        Optional<String> name = Optional.ofNullable(SHARED.get(page)).or(() -> Optional.of("ui/" + page).filter(TextBook::exists));
        name.map(file -> TextBook.open(file, locale))
                .ifPresent(book -> book.keys().forEach(key -> words.put(page + "." + key, change.apply(book.get(key)))));
        return words;
    }

    private Optional<String> find(String key) {
        return Optional.ofNullable(page(key.substring(0, Math.max(0, key.indexOf('.')))).get(key));
    }

    /// The words as they stand, without placeholders.
    public String get(String key) {
        return find(key).orElseThrow(() -> new MissingResourceException("no words for " + key, Texts.class.getName(), key));
    }

    /// The words with `{0}`, `{1}` … filled in. Numbers are written the locale's way; hand in text for a port.
    public String get(String key, Object... values) {
        return new MessageFormat(get(key), locale).format(values);
    }

    public boolean has(String key) {
        return find(key).isPresent();
    }

    /// Milliseconds as `18 ms`, or from one second on as `3.1 s`.
    public String duration(double ms) {
        return ms < 999.5 ? get("window.ms", Math.round(ms)) : get("window.seconds", ms / 1000);
    }

    /// The same to the millisecond: `18 ms`, `3.141 s`, `10.0 s`.
    public String exactDuration(double ms) {
        return ms < 999.5 ? get("window.ms", Math.round(ms)) : get("window.seconds_exact", Math.round(ms) / 1000.0);
    }

    /// A book of whole sentences that other rooms say as well, with its words as this window has them.
    public TextBook book(String name) {
        return TextBook.open(name, locale).mapped(change);
    }
}
