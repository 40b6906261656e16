package org.mailmedic.ui.part;

import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javafx.geometry.NodeOrientation;
import org.mailmedic.advice.AdvicePages;
import org.mailmedic.advice.Entries;
import org.mailmedic.advice.EvidenceWords;
import org.mailmedic.advice.FactWords;
import org.mailmedic.advice.NumberedText;
import org.mailmedic.advice.TextBook;

/// The window's words, from one bundle a page: `text/ui/<page>.properties`. A key begins with its page's name. A bundle is read when its
/// first word is asked for, so that the first page waits for its own words alone.
///
/// The language can change while the window is open ([#speak]): whoever holds the texts has the new words from then on, and what was
/// put together before has to be put together again. Thread-safe.
public final class Texts {
    /// What is shared with the terminal or between rooms: what the practice server can show, words about pasted settings and slips, and
    /// about
    /// what a person changed between two check-ups.
    private static final Map<String, String> SHARED = Map.of("faults", "practice", "paste", "paste", "change", "experiment");
    /// What a check-up needs; a feature's words are read with the feature.
    private static final List<String> PAGES = List.of("window", "start", "account", "checkup", "journey", "answer", "details", "contacts",
            "about", "try", "save", "open", "compare", "watch", "earlier");
    private static final String RIGHT_TO_LEFT = "rtl";

    /// Where a language's words come from.
    interface Source {
        Source BOOKS = new Source() { };

        default TextBook book(String name, Locale language) {
            return TextBook.open(name, language);
        }

        default FactWords facts(Locale language) {
            return new FactWords(language);
        }

        default EvidenceWords evidence(Locale language) {
            return new EvidenceWords(language);
        }
    }

    /// Everything in one language.
    private static final class Spoken {
        private final Map<String, Map<String, String>> pages = new ConcurrentHashMap<>();
        private final Locale language;
        private final Source source;
        private final Supplier<FactWords> facts;
        private final Supplier<EvidenceWords> evidence;
        private final Supplier<NumberedText> numbers;
        private final Entries entries;

        Spoken(Locale language, Source source) {
            this.language = language;
            this.source = source;
            facts = new Once<>(() -> source.facts(language));
            evidence = new Once<>(() -> source.evidence(language));
            numbers = new Once<>(() -> new NumberedText(language));
            entries = new Entries(new AdvicePages(language));
        }

        Map<String, String> page(String name) {
            return pages.computeIfAbsent(name, this::read);
        }

        private Map<String, String> read(String page) {
            var words = new HashMap<String, String>();
            Optional<String> name = Optional.ofNullable(SHARED.get(page)).or(() -> Optional.of("ui/" + page).filter(TextBook::exists));
            name.map(file -> source.book(file, language))
                    .ifPresent(book -> book.keys().forEach(key -> words.put(page + "." + key, book.get(key))));
            return words;
        }
    }

    private final Source source;
    private volatile Spoken now;

    private Texts(Locale language, Source source) {
        this.source = source;
        now = new Spoken(language, source);
    }

    public static Texts in(Locale language) {
        return from(Source.BOOKS, language);
    }

    /// The same keys with words from elsewhere, for a look at what longer words do to the window.
    static Texts from(Source source, Locale language) {
        return new Texts(language, source);
    }

    /// From now on in this language.
    public void speak(Locale language) {
        now = new Spoken(language, source);
    }

    public Locale language() {
        return now.language;
    }

    /// The words for the program's own terms.
    public FactWords facts() {
        return now.facts.get();
    }

    /// The words for what was seen.
    public EvidenceWords evidence() {
        return now.evidence.get();
    }

    /// Tells what of a step has to be entered somewhere.
    public Entries entries() {
        return now.entries;
    }

    /// The way in which the language is written.
    public NodeOrientation orientation() {
        return get("window.direction").equals(RIGHT_TO_LEFT) ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT;
    }

    /// Reads what nobody has asked for yet: for a thread that has the time.
    public void readAll() {
        Spoken language = now;
        PAGES.forEach(language::page);
        SHARED.keySet().forEach(language::page);
    }

    private Optional<String> find(String key) {
        return Optional.ofNullable(now.page(key.substring(0, Math.max(0, key.indexOf('.')))).get(key));
    }

    /// The words as they stand, without placeholders.
    public String get(String key) {
        return find(key).orElseThrow(() -> new MissingResourceException("no words for " + key, Texts.class.getName(), key));
    }

    /// The words with `{0}`, `{1}` … filled in. Numbers are written the language's way; hand in text for a port.
    public String get(String key, Object... values) {
        return now.numbers.get().fill(get(key), values);
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

    /// The time of day to the minute.
    public String minute(ZonedDateTime at) {
        return get("window.minute", twoDigits(at.getHour()), twoDigits(at.getMinute()));
    }

    /// The time of day to the second.
    public String second(ZonedDateTime at) {
        return get("window.second", twoDigits(at.getHour()), twoDigits(at.getMinute()), twoDigits(at.getSecond()));
    }

    /// The day, and the time of day to the minute.
    public String moment(ZonedDateTime at) {
        return get("window.moment", facts().date(at.toLocalDate()), minute(at));
    }

    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }

    /// A book of whole sentences that other rooms say as well, with its words as this window has them.
    public TextBook book(String name) {
        return source.book(name, now.language);
    }
}
