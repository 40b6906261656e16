package org.mailmedic.ui.page.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mailmedic.advice.PlainText;
import org.mailmedic.explain.TextMark;

/// A pasted text as it stands in the field: dots in place of every secret, line ends as the field has them, no control characters.
///
/// @param marks  what was understood, in places of this text
/// @param masked whether there was a secret
/// @param whole  false when only the beginning is shown
record ShownText(String text, List<Mark> marks, boolean masked, boolean whole) {
    static final String DOTS = "••••";
    /// A field with more would hold up the window.
    private static final int LONGEST = 30_000;
    private static final int MOST_MARKS = 12;
    private static final int LONGEST_WORDS = 60;

    ShownText {
        marks = List.copyOf(marks);
    }

    /// @param from,to in characters of the shown text, `to` exclusive
    /// @param what    see [TextMark]
    /// @param words   the place itself, cut where it is long; a program's name
    record Mark(int from, int to, String what, String words) {}

    /// @param marks in code points of the text as it was given
    static ShownText of(String given, List<TextMark> marks) {
        List<TextMark> secrets = marks.stream().filter(mark -> mark.what().equals("secret")).sorted(Comparator.comparingInt(TextMark::from))
                .toList();
        int[] points = given.codePoints().limit(LONGEST).toArray();
        var at = new int[points.length + 1];
        var shown = new StringBuilder();
        int next = 0;
        int hiddenTo = 0;
        for (int i = 0; i < points.length; i++) {
            at[i] = shown.length();
            for (; next < secrets.size() && secrets.get(next).from() <= i; next++) {
                if (i >= hiddenTo && secrets.get(next).to() > i) {
                    shown.append(DOTS);
                }
                hiddenTo = Math.max(hiddenTo, secrets.get(next).to());
            }
            if (i >= hiddenTo) {
                append(shown, points, i);
            }
        }
        at[points.length] = shown.length();
        String text = shown.toString();
        return new ShownText(text, placed(text, at, marks), !secrets.isEmpty(), given.codePointCount(0, given.length()) <= LONGEST);
    }

    /// The same, with the program called by its name instead of by the words that gave it away ("postfix/").
    ShownText calling(Optional<String> program) {
        return program.map(name -> new ShownText(text, marks.stream().map(mark -> mark.what().equals("program")
                ? new Mark(mark.from(), mark.to(), mark.what(), name) : mark).toList(), masked, whole)).orElse(this);
    }

    private static void append(StringBuilder shown, int[] points, int i) {
        int point = points[i];
        if (point == '\r') {
            if (i + 1 == points.length || points[i + 1] != '\n') {
                shown.append('\n');
            }
        } else if (point == '\n' || point == '\t' || !Character.isISOControl(point)) {
            shown.appendCodePoint(point);
        }
    }

    private static List<Mark> placed(String text, int[] at, List<TextMark> marks) {
        var placed = new ArrayList<Mark>();
        for (TextMark mark : marks) {
            if (!mark.what().equals("secret") && mark.to() < at.length && at[mark.from()] < at[mark.to()]) {
                int from = at[mark.from()];
                int to = at[mark.to()];
                String words = PlainText.of(text.substring(from, to).strip(), LONGEST_WORDS);
                boolean known = placed.stream().anyMatch(each -> each.what().equals(mark.what()) && each.words().equals(words));
                if (!words.isEmpty() && !known && placed.size() < MOST_MARKS) {
                    placed.add(new Mark(from, to, mark.what(), words));
                }
            }
        }
        return placed;
    }
}
