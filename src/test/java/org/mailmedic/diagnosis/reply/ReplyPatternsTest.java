package org.mailmedic.diagnosis.reply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mailmedic.evidence.Reply;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A server chooses the words, and shall not choose how long they are thought about: what every signature looks at is counted, character by
/// character, over texts made of its own words. Counted, not timed: the same on every computer.
final class ReplyPatternsTest {
    private static final Pattern WORD = Pattern.compile("[a-z]{3,}");
    /// A reply is cut to a thousand characters; a pattern may look at each of them some thousand times, which takes milliseconds.
    private static final long MOST = 3_000_000;

    /// A text that counts how often it is looked at.
    private static final class Watched implements CharSequence {
        private final String text;
        private long looks;

        Watched(String text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            looks++;
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private static List<String> patterns() throws IOException {
        List<String> all = new ArrayList<>();
        for (String file : List.of("wording.json", "enhanced.json", "codes.json")) {
            try (var in = ReplyReader.class.getResourceAsStream("/org/mailmedic/diagnosis/reply/" + file)) {
                collect(JsonMapper.shared().readTree(in), all);
            }
        }
        return all;
    }

    /// Wherever in the file they stand.
    private static void collect(JsonNode node, List<String> all) {
        for (String name : List.of("says", "unless")) {
            node.path(name).forEach(pattern -> all.add(pattern.asString()));
        }
        node.forEach(child -> collect(child, all));
    }

    private static String words(String text) {
        return ReplySignature.words(new Reply(550, List.of(text)));
    }

    private static List<String> madeOf(String seed) {
        return Stream.of(seed.repeat(10_000), (seed + " ").repeat(10_000), (seed + " a ").repeat(400), (seed + "-").repeat(1000),
                "<" + (seed + "@").repeat(1000)).map(ReplyPatternsTest::words).toList();
    }

    private static long looks(Pattern pattern, String text) {
        var watched = new Watched(text);
        pattern.matcher(watched).find();
        return watched.looks;
    }

    @Test
    void everySignatureLooksAtAReplyABoundedNumberOfTimes() throws IOException {
        Map<String, String> slow = new TreeMap<>();
        Map<String, List<String>> texts = new TreeMap<>();
        List<String> patterns = patterns();
        assertTrue(patterns.size() > 60, patterns.size() + " patterns");
        for (String each : patterns) {
            Pattern pattern = Pattern.compile(each, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
            var seeds = new TreeSet<String>();
            WORD.matcher(each).results().forEach(word -> seeds.add(word.group()));
            for (String seed : seeds) {
                for (String text : texts.computeIfAbsent(seed, ReplyPatternsTest::madeOf)) {
                    long looks = looks(pattern, text);
                    if (looks > MOST) {
                        slow.put(each.substring(0, Math.min(60, each.length())) + " on " + text.substring(0, 20), Long.toString(looks));
                    }
                }
            }
        }
        assertEquals(Map.of(), slow);
    }

    @Test
    void aReplyIsCutBeforeItIsRead() {
        assertTrue(words("relay".repeat(200_000)).length() <= 1000);
        assertTrue(words("x ".repeat(500_000)).length() <= 1000);
    }

    @Test
    void longWordsOfOneWritingStayWhole() {
        String chinese = "\u90ae\u7bb1\u5bc6\u7801\u4e0d\u6b63\u786e".repeat(20);
        assertEquals(chinese, words(chinese));
        String link = "https://support.example.com/mail/?p=BadCredentials";
        assertEquals("see " + link, words("see " + link));
    }
}
