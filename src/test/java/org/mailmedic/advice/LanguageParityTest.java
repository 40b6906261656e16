package org.mailmedic.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.mailmedic.advice.AdvicePage.Section;
import org.mailmedic.advice.AdvicePage.StepLine;

/// Every language says all of it: the same keys, pages, holes, steps and marks as the English, and nothing left in English.
/// The files are those that are there; a new book or page is looked at without being named here.
final class LanguageParityTest {
    private static final Path RESOURCES = Path.of("src/main/resources/org/mailmedic");
    private static final Path BOOKS = RESOURCES.resolve("text");
    private static final Path PAGES = RESOURCES.resolve("advice");
    /// The words of the manual pages lie where those are made.
    private static final String MANUAL = "manual";
    private static final Path MANUALS = Path.of("installer/manual");
    private static final String ENDING = ".properties";
    private static final Pattern HOLE = Pattern.compile("\\{(\\w++)(,choice)?(?!\\|)");
    /// One of two words by a number that stands in the text as well: `{lines} {lines|line|lines}`. How many of them a sentence needs is
    /// each language's own affair.
    private static final Pattern COUNTED = Pattern.compile("\\{(\\w+)\\|([^}]*)\\}");
    private static final Pattern NUMBERED = Pattern.compile("\\{\\d");
    /// Short words grow; whole sentences must not double. Above [#SENTENCE] characters of English.
    private static final int SENTENCE = 40;
    private static final double SHORTEST = 0.5;
    private static final double LONGEST = 1.9;
    /// Buttons and labels of the window.
    private static final int LABEL = 20;
    private static final double LONGEST_LABEL = 2.6;
    /// Words that a person may write, of which every language has as many as it needs; and steps that name a button whose words are longer.
    private static final Set<String> AS_LONG_AS_IT_TAKES = Set.of("experiment/switched_off", "ui/website/place.file_manager.4",
            "ui/website/place.ftp.4");
    private static final int BRIEF = EvidenceWords.SHORT;

    private static Stream<Language> others() {
        return Arrays.stream(Language.values()).filter(each -> each != Language.ENGLISH);
    }

    private static Stream<DynamicTest> each(ThrowingLook look) {
        return others().map(language -> DynamicTest.dynamicTest(language.tag(), () -> {
            List<String> remarks = new ArrayList<>();
            look.at(language, remarks);
            assertEquals(List.of(), remarks, language.tag());
        }));
    }

    private interface ThrowingLook {
        void at(Language language, List<String> remarks) throws IOException;
    }

    /// The names of all books as [TextBook] opens them: `words`, `ui/answer`.
    private static List<String> books() {
        try (var files = Files.walk(BOOKS)) {
            var names = files.filter(Files::isRegularFile).map(file -> BOOKS.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.endsWith(ENDING) && !name.contains("_") && !name.startsWith("glossary."))
                    .map(name -> name.substring(0, name.length() - ENDING.length()));
            return Stream.concat(names, Stream.of(MANUAL)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(String book, Language language) {
        return (book.equals(MANUAL) ? MANUALS : BOOKS).resolve(book + language.suffixes().getLast() + ENDING);
    }

    private static Map<String, String> read(Path file) throws IOException {
        var properties = new Properties();
        if (Files.exists(file)) {
            properties.load(new StringReader(Files.readString(file)));
        }
        var texts = new TreeMap<String, String>();
        properties.forEach((key, value) -> texts.put((String) key, (String) value));
        return texts;
    }

    private static void eachText(Language language, BiConsumer<String, Pair> look) throws IOException {
        for (String book : books()) {
            var english = read(file(book, Language.ENGLISH));
            var theirs = read(file(book, language));
            english.forEach((key, text) -> {
                if (theirs.containsKey(key)) {
                    look.accept(book + "/" + key, new Pair(text, theirs.get(key)));
                }
            });
        }
    }

    private record Pair(String english, String theirs) {}

    private static List<String> pages(String tag) throws IOException {
        Path folder = PAGES.resolve(tag);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static void eachPage(Language language, BiConsumer<String, Pair> look) throws IOException {
        for (String page : pages(Language.ENGLISH.tag())) {
            Path theirs = PAGES.resolve(language.tag()).resolve(page);
            if (Files.exists(theirs)) {
                Path english = PAGES.resolve(Language.ENGLISH.tag()).resolve(page);
                look.accept(page, new Pair(Files.readString(english), Files.readString(theirs)));
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> wordsAreCountedByANumberThatIsSaid() {
        return Arrays.stream(Language.values()).map(language -> DynamicTest.dynamicTest(language.tag(), () -> {
            List<String> remarks = new ArrayList<>();
            for (String book : books()) {
                read(file(book, language)).forEach((key, text) -> COUNTED.matcher(text).results()
                        .filter(counted -> !text.contains("{" + counted.group(1) + "}") || counted.group(2).split("\\|", -1).length != 2)
                        .forEach(counted -> remarks.add(book + "/" + key + ": " + counted.group())));
            }
            assertEquals(List.of(), remarks);
        }));
    }

    @TestFactory
    Stream<DynamicTest> everyKeyIsThereAndNoOther() {
        return each((language, remarks) -> {
            for (String book : books()) {
                Set<String> english = read(file(book, Language.ENGLISH)).keySet();
                Set<String> theirs = read(file(book, language)).keySet();
                assertFalse(english.isEmpty(), book);
                english.stream().filter(key -> !theirs.contains(key)).forEach(key -> remarks.add(book + " lacks " + key));
                theirs.stream().filter(key -> !english.contains(key)).forEach(key -> remarks.add(book + " has nothing to do with " + key));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> everyPageIsThereAndNoOther() {
        return each((language, remarks) -> assertEquals(pages("en"), pages(language.tag())));
    }

    @TestFactory
    Stream<DynamicTest> noBookIsOfALanguageThatNobodyCanChoose() throws IOException {
        Set<String> suffixes = Arrays.stream(Language.values()).map(each -> each.suffixes().getLast()).collect(Collectors.toSet());
        try (var files = Files.walk(BOOKS)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.contains("_") && name.endsWith(ENDING)).toList()
                    .stream().map(name -> DynamicTest.dynamicTest(name, () -> assertTrue(suffixes.contains(
                            name.substring(name.indexOf('_'), name.length() - ENDING.length())), name)));
        }
    }

    @TestFactory
    Stream<DynamicTest> everyTextHasTheHolesOfTheEnglishOne() {
        return each((language, remarks) -> eachText(language, (key, both) -> {
            if (!holes(both.english()).equals(holes(both.theirs()))) {
                remarks.add(key + ": " + holes(both.english()) + " became " + holes(both.theirs()));
            }
        }));
    }

    /// Each with how often it is there.
    private static Map<String, Long> holes(String text) {
        return HOLE.matcher(text).results().collect(Collectors.groupingBy(match -> match.group(), TreeMap::new, Collectors.counting()));
    }

    @TestFactory
    Stream<DynamicTest> everyTextCanBeFilled() {
        return each((language, remarks) -> eachText(language, (key, both) -> {
            String filled = NUMBERED.matcher(both.english()).find() ? formatted(both.theirs(), language, key, remarks)
                    : TextBook.fill(both.theirs(), filling(both.theirs()));
            if (filled.contains("{") || filled.contains("}") || filled.isBlank() && !both.english().isBlank()) {
                remarks.add(key + ": " + filled);
            }
        }));
    }

    private static Map<String, String> filling(String text) {
        var values = new HashMap<String, String>();
        HOLE.matcher(text).results().forEach(match -> values.put(match.group(1), "here"));
        return values;
    }

    /// As the window does; a straight apostrophe would hide what follows it.
    private static String formatted(String text, Language language, String key, List<String> remarks) {
        if (text.indexOf('\'') >= 0) {
            remarks.add(key + ": a straight apostrophe");
        }
        try {
            var format = new MessageFormat(text, language.locale());
            var numbers = new Object[10];
            Arrays.fill(numbers, 1);
            String one = format.format(numbers);
            Arrays.fill(numbers, 2);
            return one + format.format(numbers);
        } catch (IllegalArgumentException broken) {
            return "{" + broken.getMessage();
        }
    }

    @TestFactory
    Stream<DynamicTest> everyPageHasTheSectionsStepsAndMarksOfTheEnglishOne() {
        return each((language, remarks) -> eachPage(language, (name, both) -> {
            AdvicePage english = PageReader.read(both.english());
            AdvicePage theirs;
            try {
                theirs = PageReader.read(both.theirs());
            } catch (IllegalArgumentException unreadable) {
                remarks.add(name + ": " + unreadable.getMessage());
                return;
            }
            if (!headings(english).equals(headings(theirs))) {
                remarks.add(name + ": other sections");
                return;
            }
            same(name + ", title", english.title(), theirs.title(), remarks);
            same(name + ", summary", english.summary(), theirs.summary(), remarks);
            for (int i = 0; i < english.sections().size(); i++) {
                same(name + ", " + english.sections().get(i).heading(), english.sections().get(i), theirs.sections().get(i), remarks);
            }
        }));
    }

    private static List<AdvicePage.Heading> headings(AdvicePage page) {
        return page.sections().stream().map(Section::heading).toList();
    }

    private static void same(String where, Section english, Section theirs, List<String> remarks) {
        if (english.steps().size() != theirs.steps().size() || english.paragraphs().size() != theirs.paragraphs().size()) {
            remarks.add(where + ": other steps or paragraphs");
            return;
        }
        for (int i = 0; i < english.steps().size(); i++) {
            StepLine one = english.steps().get(i);
            StepLine other = theirs.steps().get(i);
            if (one.kind() != other.kind() || !one.only().equals(other.only())
                    || !one.value().holes().toList().equals(other.value().holes().toList())) {
                remarks.add(where + ", step " + (i + 1) + ": other marks");
            }
            same(where + ", step " + (i + 1), one.text(), other.text(), remarks);
        }
        for (int i = 0; i < english.paragraphs().size(); i++) {
            if (english.paragraphs().get(i).listed() != theirs.paragraphs().get(i).listed()) {
                remarks.add(where + ": a list became none, or the other way round");
            }
            same(where, english.paragraphs().get(i).text(), theirs.paragraphs().get(i).text(), remarks);
        }
    }

    /// A sentence is left out whole when one of its facts is missing: facts that stand together in English stand together.
    private static void same(String where, Passage english, Passage theirs, List<String> remarks) {
        if (!together(english).equals(together(theirs))) {
            remarks.add(where + ": " + together(english) + " became " + together(theirs));
        }
    }

    private static List<String> together(Passage passage) {
        return passage.sentences().stream().map(sentence -> sentence.stream().filter(Piece.Hole.class::isInstance)
                .map(hole -> ((Piece.Hole) hole).name()).collect(Collectors.toCollection(TreeSet::new)))
                .filter(names -> !names.isEmpty()).map(Object::toString).distinct().sorted().toList();
    }

    @TestFactory
    Stream<DynamicTest> nothingIsLeftInEnglish() {
        return each((language, remarks) -> {
            BiConsumer<String, String> look = (where, text) -> EnglishWords.in(text, language).forEach(word ->
                    remarks.add(where + ": “" + word + "”"));
            eachText(language, (key, both) -> look.accept(key, both.theirs().replace("_", "")));
            eachPage(language, (name, both) -> look.accept(name, both.theirs().lines().filter(line -> !line.startsWith("## "))
                    .map(line -> line.replaceFirst("\\[(ask|change: [^\\]]+|(when|unless) [^\\]]+)\\]$", ""))
                    .collect(Collectors.joining("\n"))));
        });
    }

    @TestFactory
    Stream<DynamicTest> nothingIsMuchLongerOrShorter() {
        return each((language, remarks) -> {
            eachText(language, (key, both) -> {
                double ratio = (double) both.theirs().length() / Math.max(1, both.english().length());
                if (AS_LONG_AS_IT_TAKES.contains(key)) {
                    return;
                }
                if (both.english().length() > SENTENCE && (ratio < SHORTEST || ratio > LONGEST)
                        || key.startsWith("ui/") && both.english().length() > LABEL && ratio > LONGEST_LABEL) {
                    remarks.add(key + ": %.2f times as long".formatted(ratio));
                }
                if (key.startsWith("evidence/") && key.endsWith(".short") && HOLE.matcher(both.theirs()).replaceAll("1234").replace("}", "")
                        .length() > BRIEF) {
                    remarks.add(key + ": longer than " + BRIEF);
                }
            });
            eachPage(language, (name, both) -> {
                double ratio = (double) both.theirs().length() / both.english().length();
                if (ratio < 0.9 || ratio > 1.5) {
                    remarks.add(name + ": %.2f times as long".formatted(ratio));
                }
            });
        });
    }

    @TestFactory
    Stream<DynamicTest> theGlossaryIsKept() {
        return each((language, remarks) -> {
            var glossary = read(BOOKS.resolve("glossary." + language.tag() + ENDING));
            assertTrue(glossary.size() >= 40, "its glossary has " + glossary.size() + " words");
            var all = new StringBuilder();
            eachText(language, (key, both) -> all.append(both.theirs()).append('\n'));
            eachPage(language, (name, both) -> all.append(both.theirs()).append('\n'));
            String text = all.toString().toLowerCase(Locale.ROOT);
            glossary.forEach((term, value) -> {
                if (!term.endsWith(".avoid")) {
                    if (!text.contains(value.toLowerCase(Locale.ROOT))) {
                        remarks.add(term + ": nothing says “" + value + "”");
                    }
                    return;
                }
                for (String word : value.split("\\|")) {
                    Matcher said = Pattern.compile("(?<!\\p{L})" + Pattern.quote(word.strip().toLowerCase(Locale.ROOT)) + "(?!\\p{L})")
                            .matcher(text);
                    if (said.find()) {
                        remarks.add(term + ": “" + word + "” in “" + text.substring(Math.max(0, said.start() - 40),
                                Math.min(text.length(), said.end() + 20)).replace('\n', ' ') + "”");
                    }
                }
            });
        });
    }
}
