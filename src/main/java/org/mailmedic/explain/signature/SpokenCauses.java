package org.mailmedic.explain.signature;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.provider.ShippedData;
import tools.jackson.databind.JsonNode;

/// Reads what is said to people, in any of the languages of `explain/bounce_words.json` or `explain/program_words.json`: each cause is a
/// few ideas, and each idea some beginnings of words; a sentence that holds all ideas of a cause, in one language, tells of it.
/// Thread-safe.
public final class SpokenCauses {
    private static final int MOST_SENTENCES = 120;
    private static final int LONGEST = 500;
    /// How much less sure a cause is whose words stand on several lines.
    private static final double SCATTERED = 0.05;
    private static final Pattern PARAGRAPH = Pattern.compile("\\n[ \\t]{0,20}\\n");
    private static final Pattern SENTENCE = Pattern.compile("[.!?](?=\\s)|[。！？\\n]");
    private static final Set<UnicodeScript> UNSPACED = EnumSet.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA,
            UnicodeScript.HANGUL);
    /// A mark that Turkish capitals leave behind.
    private static final String DOTTED = "i\u0307";

    /// @param words the sentence, as it was given
    public record Told(Code code, double confidence, String words) {}

    private record Language(String tag, Map<String, List<String>> ideas) {
        boolean holds(String sentence, String idea) {
            return ideas.getOrDefault(idea, List.of()).stream().anyMatch(stem -> SpokenCauses.holds(sentence, stem));
        }

        boolean speaks(String sentence) {
            return ideas.keySet().stream().anyMatch(idea -> holds(sentence, idea));
        }
    }

    private record Shape(Code code, double confidence, List<String> ideas) {}

    private final List<Shape> shapes;
    private final List<Language> languages;

    private SpokenCauses(JsonNode book) {
        shapes = book.path("causes").valueStream().map(node -> new Shape(Code.of(node.path("code").asString()).orElseThrow(),
                node.path("confidence").asDouble(), texts(node.path("ideas")))).toList();
        languages = book.path("languages").valueStream().map(SpokenCauses::language).toList();
    }

    /// What bounces say.
    public static SpokenCauses bounces() {
        return book("bounce_words");
    }

    /// What programs say.
    public static SpokenCauses programs() {
        return book("program_words");
    }

    private static SpokenCauses book(String name) {
        return new SpokenCauses(ShippedData.read(SpokenCauses.class, "/org/mailmedic/explain/" + name + ".json"));
    }

    private static Language language(JsonNode node) {
        var ideas = new HashMap<String, List<String>>();
        node.propertyNames().stream().filter(name -> !name.equals("tag")).forEach(name -> ideas.put(name, texts(node.path(name))));
        return new Language(node.path("tag").asString(), ideas);
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    /// What the words tell: the surest cause, and of equally sure ones the first.
    public Optional<Told> read(String text) {
        return read(text, languages);
    }

    /// The same in any language but English, which the signatures know better.
    public Optional<Told> abroad(String text) {
        return read(text, languages.stream().filter(each -> !each.tag().equals("en")).toList());
    }

    /// Whether one sentence of it says that a message was not delivered.
    public boolean undelivered(String text) {
        return sentences(text).stream().map(SpokenCauses::plain).anyMatch(each -> languages.stream()
                .anyMatch(language -> language.holds(each, "undelivered") && language.holds(each, "message")));
    }

    private Optional<Told> read(String text, List<Language> among) {
        Optional<Told> line = surest(sentences(text), among);
        return line.isPresent() ? line : surest(PARAGRAPH.splitAsStream(text).limit(MOST_SENTENCES)
                .flatMap(each -> sentences(each.replace('\n', ' ')).stream()).toList(), among)
                .map(told -> new Told(told.code(), told.confidence() - SCATTERED, told.words()));
    }

    private Optional<Told> surest(List<String> sentences, List<Language> among) {
        return sentences.stream().flatMap(each -> told(each, among).stream()).max(Comparator.comparingDouble(Told::confidence));
    }

    private Optional<Told> told(String sentence, List<Language> among) {
        String plain = plain(sentence);
        List<Language> spoken = among.stream().filter(language -> language.speaks(plain)).toList();
        return shapes.stream().filter(shape -> spoken.stream().anyMatch(language -> shape.ideas().stream()
                .allMatch(idea -> language.holds(plain, idea)))).findFirst()
                .map(shape -> new Told(shape.code(), shape.confidence(), sentence.strip()));
    }

    private static List<String> sentences(String text) {
        var all = new ArrayList<String>();
        SENTENCE.splitAsStream(text).filter(each -> !each.isBlank()).limit(MOST_SENTENCES)
                .forEach(each -> all.add(each.length() > LONGEST ? each.substring(0, LONGEST) : each));
        return all;
    }

    private static String plain(String sentence) {
        return Normalizer.normalize(sentence, Normalizer.Form.NFC).toLowerCase(Locale.ROOT).replace(DOTTED, "i").replace('\u2019', '\'');
    }

    private static boolean holds(String sentence, String stem) {
        int from = 0;
        for (String piece : stem.split("~")) {
            int at = place(sentence, piece, from);
            if (at < 0) {
                return false;
            }
            from = at + piece.length();
        }
        return true;
    }

    private static int place(String sentence, String stem, int from) {
        boolean inside = stem.startsWith("*");
        boolean whole = stem.endsWith(".");
        String bare = stem.substring(inside ? 1 : 0, stem.length() - (whole ? 1 : 0));
        int at = sentence.indexOf(bare, from);
        while (at >= 0) {
            boolean begins = inside || at == 0 || !Character.isLetter(sentence.charAt(at - 1)) || unspaced(bare);
            int end = at + bare.length();
            if (begins && (!whole || end == sentence.length() || !Character.isLetter(sentence.charAt(end)))) {
                return at;
            }
            at = sentence.indexOf(bare, at + 1);
        }
        return -1;
    }

    private static boolean unspaced(String stem) {
        return UNSPACED.contains(UnicodeScript.of(stem.codePointAt(0)));
    }
}
