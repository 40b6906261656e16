package org.mailmedic.report.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.mailmedic.report.Fixtures;
import org.mailmedic.report.Report;
import org.mailmedic.report.Samples;
import org.mailmedic.report.html.HtmlReport;

/// What is read before a report is passed on is what is passed on.
final class StoryTextTest {
    private static final Pattern UNSEEN = Pattern.compile("(?s)<head>.*?</head>|<svg.*?</svg>|<[^>]*>");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    @TestFactory
    Stream<DynamicTest> theSameWordsAsTheHtmlInTheSameOrder() {
        return Fixtures.FIRST.stream().map(name -> DynamicTest.dynamicTest(name, () -> same(Fixtures.report(name))));
    }

    @Test
    void hostileTextToo() {
        same(Samples.hostile());
        lines(Samples.hostile()).forEach(line -> assertFalse(line.chars().anyMatch(c -> c < ' ' || c == 0x202e), line));
    }

    private static void same(Report report) {
        String html = UNSEEN.matcher(new HtmlReport(Locale.ENGLISH, ZoneOffset.UTC).write(report)).replaceAll(" ");
        List<String> expected = words(html.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'")
                .replace("&amp;", "&"));
        assertTrue(expected.size() > 50, "there is something to compare");
        assertEquals(expected, words(String.join("\n", lines(report))));
    }

    private static List<String> lines(Report report) {
        return new StoryText(Locale.ENGLISH, ZoneOffset.UTC).lines(report);
    }

    /// Without numbers, since a browser counts the steps itself.
    private static List<String> words(String text) {
        return BETWEEN.splitAsStream(text).filter(word -> !word.isEmpty() && !word.chars().allMatch(Character::isDigit)).toList();
    }
}
