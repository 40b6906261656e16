package org.mailmedic.report.story;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mailmedic.advice.PlainText;

/// Texts of a report as a story shows them: inert and bounded.
final class InertText {
    /// The most items of one list.
    static final int MOST = 200;
    private static final int LONGEST_TEXT = 6000;

    private InertText() {}

    /// A fact of any kind.
    static String value(Object value) {
        return switch (value) {
            case List<?> items -> items.stream().limit(MOST).map(InertText::value).collect(Collectors.joining(", "));
            case Map<?, ?> entries -> entries.entrySet().stream().limit(MOST).map(each -> line(each.getKey().toString()) + ": "
                    + value(each.getValue())).collect(Collectors.joining(", "));
            case Double number when number == Math.rint(number) && Math.abs(number) < 1e9 -> Long.toString(number.longValue());
            case null -> "";
            default -> text(value.toString());
        };
    }

    static List<String> texts(List<String> all) {
        return all.stream().limit(MOST).map(InertText::text).toList();
    }

    /// With its line breaks.
    static String text(String hostile) {
        return PlainText.lines(hostile.length() <= LONGEST_TEXT ? hostile : hostile.substring(0, LONGEST_TEXT) + "…");
    }

    /// As one line.
    static String line(String hostile) {
        return PlainText.of(hostile);
    }
}
