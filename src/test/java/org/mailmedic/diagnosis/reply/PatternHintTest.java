package org.mailmedic.diagnosis.reply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A hint that hides a match would change what a text means, without a word.
final class PatternHintTest {
    private static final Path DATA = Path.of("src", "main", "resources", "org", "mailmedic");
    private static final Path SHARED = Path.of("..", "shared");
    /// Of the examples and of the corpora's lines every so-manieth is held against every expression.
    private static final int EXAMPLES = 7;
    private static final int LINES = 97;

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', value = {
        "connection refused~connection refused",
        "Connection (?:was )?refused~`connection `",
        "(?:too many|busy) x~too many,busy",
        "colou?r~colo",
        "ab{2,3}cdef~cdef",
        "ab{0,3}cde~cde",
        "ab+cde~cde",
        "one|three~one,three",
        "one|\\d+~``",
        "(?:a|busy)~``",
        "[a-z]+~``",
        "[^]x]abcd[[ef]&&[e]]~abcd",
        "(?<=error )code(?! of)~code",
        "(?<name>host|server) (?:said)?~host,server",
        "(?i)wait(?i:ing)~wait",
        "(?x)a b c d~``",
        "a\\.b\\|cd~a.b",
        "\\bsaid\\p{L}{2}words\\W~words",
        "\\x41bcdef~``",
        "(\\w)\\1abcdef~``",
        "Straße ÄÖ~straße äö",
        "(?:long enough|never) ?(?:this is longer)?~long enough,never",
        "(?:abc)*(?:def){1,2}~def"})
    void isReadOffTheExpression(String expression, String hints) {
        assertEquals(hints.isEmpty() ? Set.of() : Set.of(hints.split(",")), Set.copyOf(PatternHint.of(expression)), expression);
    }

    @Test
    void lettersThatAreTheSameWithoutCaseAreFoldedToOne() {
        for (char c = 0; c < Character.MAX_VALUE; c++) {
            String letter = String.valueOf(c);
            for (char same : new char[] {Character.toUpperCase(c), Character.toLowerCase(c)}) {
                boolean matches = Pattern.compile(Pattern.quote(letter), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                        .matcher(String.valueOf(same)).matches();
                if (matches) {
                    assertEquals(FoldedText.folded(letter), FoldedText.folded(String.valueOf(same)), Integer.toHexString(c));
                }
            }
        }
        assertEquals("kelvin", FoldedText.folded("\u212aelvin"));
        assertEquals("\u212a".length(), FoldedText.folded("\u212a").length());
    }

    /// Every expression of every signature, over examples of all of them and, where they are at hand, over what people and servers have
    /// sent. That each is found by its own examples, the tests of the books show.
    @Test
    void noHintHidesAMatch() throws IOException {
        Set<String> expressions = new LinkedHashSet<>();
        Set<String> texts = new LinkedHashSet<>();
        for (String folder : List.of("explain", "diagnosis/reply")) {
            try (var files = Files.newDirectoryStream(DATA.resolve(folder), "*.json")) {
                for (Path file : files) {
                    collect(JsonMapper.shared().readTree(file.toFile()), expressions, texts);
                }
            }
        }
        List<String> some = Stream.concat(everyOne(List.copyOf(texts), EXAMPLES), everyOne(corpora(), LINES)).toList();
        int hinted = 0;
        Map<String, String> folded = new HashMap<>();
        some.forEach(text -> folded.put(text, FoldedText.folded(text)));
        var hidden = new ArrayList<String>();
        for (String expression : expressions) {
            List<String> hints = PatternHint.of(expression);
            if (hints.isEmpty()) {
                continue;
            }
            hinted++;
            var pattern = Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
            for (String text : some) {
                // a match is looked for only where the hint says that there is none
                if (hints.stream().noneMatch(folded.get(text)::contains) && pattern.matcher(text).find()) {
                    hidden.add(expression + " in " + text);
                }
            }
        }
        assertEquals(List.of(), hidden);
        assertTrue(hinted > expressions.size() * 9 / 10, hinted + " of " + expressions.size() + " have a hint");
    }

    private static void collect(JsonNode node, Set<String> expressions, Set<String> texts) {
        for (String name : List.of("says", "unless")) {
            node.path(name).forEach(each -> expressions.add(each.asString()));
        }
        for (String name : List.of("examples", "near")) {
            node.path(name).forEach(each -> texts.add(each.asString()));
        }
        node.forEach(child -> collect(child, expressions, texts));
    }

    private static List<String> corpora() throws IOException {
        var lines = new ArrayList<String>();
        Path errors = SHARED.resolve("corpus").resolve("errors.jsonl");
        if (Files.exists(errors)) {
            Files.readAllLines(errors).forEach(line -> JsonMapper.shared().readTree(line).path("text").asString().lines()
                    .forEach(lines::add));
        }
        Path bounces = SHARED.resolve("bounces");
        if (Files.exists(bounces)) {
            try (Stream<Path> files = Files.list(bounces)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    Files.readString(file, StandardCharsets.ISO_8859_1).lines().forEach(lines::add);
                }
            }
        }
        return lines.stream().map(line -> line.length() > 1000 ? line.substring(0, 1000) : line).distinct().toList();
    }

    private static Stream<String> everyOne(List<String> all, int step) {
        return IntStream.iterate(0, i -> i < all.size(), i -> i + step).mapToObj(all::get);
    }
}
