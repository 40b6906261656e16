package org.mailmedic.discover.paste.format;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.mailmedic.pasted.Snippet;

/// Whether a text is written for people: with labels of several words, which the keys of a file are not.
public final class PageSpeech {
    private static final int MOST_WORDS_OF_HEADING = 5;

    private PageSpeech() {}

    /// Whether the text has labels of several words, such as "Outgoing server:", that tell sending from receiving.
    public static boolean in(Snippet snippet) {
        List<String> words = Stream.of(PageWords.OUTGOING, PageWords.INCOMING).flatMap(List::stream).toList();
        boolean told = lines(snippet, words.toArray(String[]::new)).anyMatch(line -> spoken(line, words) || heading(line, words));
        return told || severalLabels(snippet);
    }

    private static Stream<Snippet.Line> lines(Snippet snippet, String... words) {
        return snippet.linesWith(HelpPage.MOST_LINES, words).stream().filter(line -> !PageLine.remark(line)).map(PageLine::bare);
    }

    /// "Postausgang (SMTP)" or "Outgoing Server Settings", on a line of its own.
    private static boolean heading(Snippet.Line line, List<String> words) {
        String text = line.text().strip();
        return text.indexOf(' ') > 0 && PageLine.separator(text) < 0 && Character.isUpperCase(text.charAt(0))
                && text.split(" +").length <= MOST_WORDS_OF_HEADING && text.chars().allMatch(PageSpeech::ofWords)
                && PageWords.first(line.lower(), words) >= 0;
    }

    /// At least two labels of several words, such as "From Email:".
    private static boolean severalLabels(Snippet snippet) {
        var words = new PageWords(snippet);
        return lines(snippet, ":", "\t").filter(line -> {
            int separator = PageLine.separator(line.lower());
            String label = separator < 0 ? "" : line.lower().substring(0, separator).strip();
            return label.indexOf(' ') > 0 && line.text().charAt(separator) != '=' && words.of(label).isPresent();
        }).limit(2).count() == 2;
    }

    private static boolean spoken(Snippet.Line line, List<String> words) {
        int separator = PageLine.separator(line.lower());
        String label = separator < 0 ? "" : line.text().substring(0, separator).strip();
        int behind = label.indexOf('-') + 1;
        boolean hyphen = behind > 1 && behind < label.length() && Character.isUpperCase(label.charAt(behind))
                && Character.isUpperCase(label.charAt(0));
        return (label.indexOf(' ') > 0 || hyphen) && line.text().charAt(separator) != '=' && label.chars().allMatch(PageSpeech::ofWords)
                && PageWords.first(label.toLowerCase(Locale.ROOT), words) >= 0;
    }

    private static boolean ofWords(int character) {
        return Character.isLetterOrDigit(character) || " '’()/-.*".indexOf(character) >= 0;
    }
}
