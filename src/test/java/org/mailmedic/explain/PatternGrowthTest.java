package org.mailmedic.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mailmedic.explain.signature.SignatureBook;
import org.mailmedic.explain.signature.TextSignature;

/// A pasted text shall not choose how long it is thought about: what every signature and every reader's pattern looks at is counted,
/// character by character, over texts made of its own words and examples. Counted, not timed: the same on every computer, however busy.
final class PatternGrowthTest {
    private static final int SMALL = 256;
    private static final int TIMES = 8;
    /// Linear work looks eight times as often, quadratic work 64 times.
    private static final double MOST = 32;
    /// Looks at each character, below which nothing can be told.
    private static final long NOTICEABLE = 60;
    /// In bytes: a loop that takes a frame of the stack for each turn does not fit into it.
    private static final long STACK = 256 * 1024;
    /// What loops over groups are made for, long enough for a stack that compiled code uses sparingly.
    private static final String GROUPS = "a.";
    private static final int DEEP = 16 * 1024;
    private static final List<String> RUNS = List.of(" ", "\n", "1", "\"'", GROUPS);
    private static final List<String> COMMON = List.of("a", "a b ", "a@b.c ", "<a@", "[", "{\"a\":", "--", "> ", "a: b\n", "550 5.1.1 ",
            "1:", "é", "\\", "/", "x[1]: ");

    /// A text that counts how often it is looked at.
    private static final class Watched implements CharSequence {
        private final String text;
        private final long most;
        private long looks;

        Watched(String text) {
            this.text = text;
            this.most = 1000L * text.length();
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            looks++;
            if (looks > most) {
                throw new IllegalStateException("looked at too often");
            }
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

    /// @param start what a text begins with
    /// @param run   what goes on and on behind it
    private record Bomb(String start, String run) {
        String of(int size) {
            return start + run.repeat(size / run.length() + 1).substring(0, size);
        }
    }

    private static long looks(Pattern pattern, String text) {
        var watched = new Watched(text);
        var matcher = pattern.matcher(watched);
        try {
            while (matcher.find()) {
                assertTrue(matcher.end() >= matcher.start());
            }
            return watched.looks;
        } catch (IllegalStateException tooOften) {
            return Long.MAX_VALUE;
        }
    }

    private static boolean linear(Pattern pattern, Bomb bomb) {
        long many = looks(pattern, bomb.of(SMALL * TIMES));
        return many < NOTICEABLE * SMALL * TIMES || many < MOST * looks(pattern, bomb.of(SMALL));
    }

    private static List<String> growing(Map<Pattern, List<Bomb>> bombs) throws InterruptedException {
        var growing = new ArrayList<String>();
        var narrow = new Thread(null, () -> bombs.forEach((pattern, all) -> {
            for (Bomb bomb : all) {
                try {
                    if (!linear(pattern, bomb)) {
                        growing.add(bomb + " for " + pattern);
                    } else if (bomb.run().equals(GROUPS)) {
                        looks(pattern, bomb.of(DEEP));
                    }
                } catch (StackOverflowError deep) {
                    growing.add(bomb + " goes too deep for " + pattern);
                }
            }
        }), "narrow", STACK);
        narrow.start();
        narrow.join();
        return growing;
    }

    @Test
    void whatGrowsWithTheSquareIsFoundOut() throws InterruptedException {
        var bomb = List.of(new Bomb("", "a."), new Bomb("", " "));

        assertEquals(0, growing(Map.of(Pattern.compile("(?<!\\s)\\s*x|b{1,9}"), bomb)).size());
        assertEquals(1, growing(Map.of(Pattern.compile("\\s*x"), bomb)).size());
        assertEquals(1, growing(Map.of(Pattern.compile("^(?:\\w+\\.)+b"), bomb)).size());
    }

    @Test
    void signaturesGrowWithTheTextAndNotWithItsSquare() throws InterruptedException {
        var bombs = new LinkedHashMap<Pattern, List<Bomb>>();
        SignatureBook.withExamples().stream().forEach(signature -> {
            for (String says : signature.says()) {
                var pattern = Pattern.compile(says, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
                String example = signature.examples().stream().map(TextSignature.Example::text).filter(text -> pattern.matcher(text).find())
                        .findFirst().orElseThrow();
                var its = new ArrayList<>(List.of(new Bomb("", example), new Bomb("", example.substring(0, example.length() / 2)),
                        new Bomb("", example.substring(example.length() / 2)), new Bomb("", example + "\n")));
                RUNS.forEach(run -> its.add(new Bomb(example.substring(0, example.length() / 2), run)));
                bombs.put(pattern, its);
            }
        });

        assertTrue(bombs.size() > 300, () -> "only " + bombs.size());
        assertEquals(List.of(), growing(bombs));
    }

    @Test
    void patternsOfReadersGrowWithTheTextAndNotWithItsSquare() throws Exception {
        var bombs = new LinkedHashMap<Pattern, List<Bomb>>();
        for (Pattern pattern : patterns()) {
            var its = new ArrayList<Bomb>();
            COMMON.forEach(run -> its.add(new Bomb("", run)));
            RUNS.forEach(run -> its.add(new Bomb("", run)));
            for (String word : words(pattern)) {
                its.add(new Bomb("", word));
                RUNS.forEach(run -> its.add(new Bomb(word, run)));
            }
            bombs.put(pattern, its);
        }

        assertTrue(bombs.size() > 80, () -> "only " + bombs.size());
        assertEquals(List.of(), growing(bombs));
    }

    /// Some of the words that a pattern looks for, spread over it.
    private static List<String> words(Pattern pattern) {
        String bare = pattern.pattern()
                .replaceAll("\\\\[bBwWsSdDAZz]|\\\\p\\{..?}|\\{\\d+,?\\d*}|\\[[^]]*]|\\(\\?(?:<\\w+>|<?[:=!]|\\w+\\))", "|");
        var all = Stream.of(bare.split("[|()?*+^$]")).map(word -> word.replace("\\", "")).filter(word -> word.strip().length() >= 3)
                .distinct().toList();
        int step = Math.max(1, all.size() / 4);
        return all.stream().filter(word -> all.indexOf(word) % step == 0).toList();
    }

    /// Every constant pattern of the room, wherever in its constants it stands, and those of the forms of facts.
    private static Set<Pattern> patterns() throws Exception {
        var all = new LinkedHashMap<String, Pattern>();
        Path room = room();
        List<Path> classes;
        try (Stream<Path> files = Files.walk(room)) {
            classes = files.filter(file -> file.toString().endsWith(".class")).sorted().toList();
        }
        for (Path each : classes) {
            String name = room.relativize(each).toString().replace(each.getFileSystem().getSeparator(), ".");
            Class<?> type = Class.forName("org.mailmedic.explain." + name.substring(0, name.length() - ".class".length()));
            for (Field field : type.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers())) {
                    field.setAccessible(true);
                    collect(field.get(null), all);
                }
            }
        }
        FactForms.load().all().forEach(form -> all.put(form.signature().pattern().pattern(), form.signature().pattern()));
        return new LinkedHashSet<>(all.values());
    }

    private static Path room() throws URISyntaxException, IOException {
        return Path.of(Explainer.class.getProtectionDomain().getCodeSource().getLocation().toURI()).resolve("org/mailmedic/explain");
    }

    private static void collect(Object value, Map<String, Pattern> all) throws IllegalAccessException {
        if (value instanceof Pattern pattern) {
            all.put(pattern.pattern(), pattern);
        } else if (value instanceof Collection<?> several) {
            for (Object each : several) {
                collect(each, all);
            }
        } else if (value instanceof Map<?, ?> map) {
            collect(map.values(), all);
        } else if (value instanceof Record its && its.getClass().getName().startsWith("org.mailmedic.explain.")) {
            for (var part : its.getClass().getDeclaredFields()) {
                if (!Modifier.isStatic(part.getModifiers())) {
                    part.setAccessible(true);
                    collect(part.get(its), all);
                }
            }
        }
    }
}
