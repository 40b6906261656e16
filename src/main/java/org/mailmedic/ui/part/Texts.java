package org.mailmedic.ui.part;

import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.function.UnaryOperator;

/// The window's words, from one bundle a page. A key begins with its page's name.
public final class Texts {
    private static final String FOLDER = "org.mailmedic.text.ui.";
    /// What the practice server can show, shared with the terminal.
    private static final String FAULTS = "org.mailmedic.text.practice";
    /// Words about pasted settings and slips, shared with the terminal.
    private static final String PASTE = "org.mailmedic.text.paste";
    /// Words about what a person changed between two check-ups.
    private static final String CHANGE = "org.mailmedic.text.experiment";
    private static final List<String> PAGES =
            List.of("window", "start", "account", "checkup", "journey", "answer", "details", "contacts", "about", "try", "save", "open", "compare",
                    "watch", "earlier");
    private final Map<String, String> words;
    private final Locale locale;

    private Texts(Map<String, String> words, Locale locale) {
        this.words = Map.copyOf(words);
        this.locale = locale;
    }

    public static Texts in(Locale locale) {
        var words = new HashMap<String, String>();
        for (String page : PAGES) {
            read(FOLDER + page, page, locale, words);
        }
        read(FAULTS, "faults", locale, words);
        read(PASTE, "paste", locale, words);
        read(CHANGE, "change", locale, words);
        return new Texts(words, locale);
    }

    /// The same keys with other words, for a look at what longer words do to the window.
    Texts mapped(UnaryOperator<String> change) {
        var changed = new HashMap<String, String>();
        words.forEach((key, text) -> changed.put(key, change.apply(text)));
        return new Texts(changed, locale);
    }

    private static void read(String name, String page, Locale locale, Map<String, String> words) {
        ResourceBundle bundle = ResourceBundle.getBundle(name, locale, Texts.class.getModule());
        bundle.keySet().forEach(key -> words.put(page + "." + key, bundle.getString(key)));
    }

    /// The words as they stand, without placeholders.
    public String get(String key) {
        String found = words.get(key);
        if (found == null) {
            throw new MissingResourceException("no words for " + key, Texts.class.getName(), key);
        }
        return found;
    }

    /// The words with `{0}`, `{1}` … filled in. Numbers are written the locale's way; hand in text for a port.
    public String get(String key, Object... values) {
        return new MessageFormat(get(key), locale).format(values);
    }

    public boolean has(String key) {
        return words.containsKey(key);
    }

    /// Milliseconds as `18 ms`, or from one second on as `3.1 s`.
    public String duration(double ms) {
        return ms < 999.5 ? get("window.ms", Math.round(ms)) : get("window.seconds", ms / 1000);
    }
}
