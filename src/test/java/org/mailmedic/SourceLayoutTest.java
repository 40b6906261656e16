package org.mailmedic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Holds the layout of every Java source, as `.editorconfig` has it; how a line is broken is left to whoever writes it.
final class SourceLayoutTest {
    private static final int WIDTH = 140;
    private static final Path TESTS = Path.of("src", "test");
    private static final Pattern IMPORT = Pattern.compile("(?m)^import (static )?([\\w.]+\\.([\\w*]+));\n");
    private static final Pattern IN_QUOTES = Pattern.compile("'\"'|\"(?:[^\"\\\\\n]|\\\\.)*+\"");
    private static final Pattern TEXT_BLOCK = Pattern.compile("(?s)\"\"\"\n.*?\"\"\"");

    private record Source(Path path, String text) {
        List<String> lines() {
            return text.lines().toList();
        }

        List<MatchResult> imports() {
            return IMPORT.matcher(text).results().toList();
        }
    }

    @Test
    void theSourcesAreThere() {
        assertTrue(sources().size() > 1000, "hardly a source was looked at");
    }

    @Test
    void aLineHasAtMostOneHundredAndFortyColumns() {
        assertEquals(List.of(), offenders(source -> {
            // in a test, a text from elsewhere stands as it came
            boolean quoted = source.path().startsWith(TESTS);
            String text = quoted ? IN_QUOTES.matcher(withoutBlocks(source.text())).replaceAll("\"\"") : source.text();
            return numbered(text.lines().toList(), line -> line.codePointCount(0, line.length()) > WIDTH);
        }));
    }

    /// As many lines as before, so that those that are left keep their numbers.
    private static String withoutBlocks(String text) {
        return TEXT_BLOCK.matcher(text).replaceAll(block -> "\n".repeat((int) block.group().chars().filter(c -> c == '\n').count()));
    }

    @Test
    void blanksIndentAndNothingTrails() {
        assertEquals(List.of(), offenders(source -> numbered(source.lines(), line -> line.indexOf('\t') >= 0 || line.indexOf('\r') >= 0
                || line.endsWith(" "))));
    }

    @Test
    void aFileEndsWithOneEndOfLine() {
        assertEquals(List.of(), offenders(source -> source.text().endsWith("\n") && !source.text().endsWith("\n\n")
                ? Stream.empty() : Stream.of("its end")));
    }

    @Test
    void importsStandInOrderAndOnce() {
        assertEquals(List.of(), offenders(source -> {
            List<MatchResult> imports = source.imports();
            List<String> names = imports.stream().map(each -> each.group(2)).toList();
            List<String> ordered = imports.stream().sorted(Comparator.comparing((MatchResult each) -> each.group(1) == null)
                    .thenComparing(each -> each.group(2))).map(each -> each.group(2)).distinct().toList();
            return names.equals(ordered) ? Stream.empty() : Stream.of("its imports, which are " + ordered);
        }));
    }

    @Test
    void whatIsImportedIsUsed() {
        assertEquals(List.of(), offenders(source -> {
            String body = IMPORT.matcher(source.text()).replaceAll("");
            return source.imports().stream().map(each -> each.group(3)).filter(name -> !name.equals("*")
                    && !Pattern.compile("\\b" + name + "\\b").matcher(body).find());
        }));
    }

    private static List<String> offenders(Function<Source, Stream<String>> rule) {
        return sources().stream().flatMap(source -> rule.apply(source).map(what -> source.path() + ": " + what)).toList();
    }

    private static Stream<String> numbered(List<String> lines, Predicate<String> wrong) {
        return IntStream.range(0, lines.size()).filter(i -> wrong.test(lines.get(i))).mapToObj(i -> "line " + (i + 1));
    }

    private static List<Source> sources() {
        return Stream.of(Path.of("src"), Path.of("installer")).flatMap(SourceLayoutTest::javaBelow).map(SourceLayoutTest::source).toList();
    }

    private static Stream<Path> javaBelow(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Source source(Path path) {
        try {
            return new Source(path, Files.readString(path));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
