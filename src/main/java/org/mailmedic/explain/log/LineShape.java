package org.mailmedic.explain.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The shape of a log line: fixed texts and fields between them, such as `connect to {host:w}[{ip:ip}]: {rest:*}`.
///
/// A field reaches to the next fixed text that lets the rest fit, too; a line that would take more than [#MOST_STEPS] tries does not fit,
/// so that no line can hold the reader up.
final class LineShape {
    private static final int MOST_STEPS = 2000;
    private static final String NOT_KEPT = "_";

    /// @param text  exactly this, where there is a text
    /// @param fits  what a field may be otherwise
    private record Part(String name, @Nullable String text, @Nullable Predicate<String> fits) {}

    private final List<Part> parts;

    private LineShape(List<Part> parts) {
        this.parts = parts;
    }

    static LineShape of(String written) {
        List<Part> parts = new ArrayList<>();
        int at = 0;
        while (at < written.length()) {
            int open = written.indexOf('{', at);
            int end = open < 0 ? written.length() : open;
            if (end > at) {
                parts.add(new Part(NOT_KEPT, written.substring(at, end), null));
            }
            if (open < 0) {
                break;
            }
            int close = written.indexOf('}', open);
            parts.add(field(written.substring(open + 1, close)));
            at = close + 1;
        }
        return new LineShape(parts);
    }

    private static Part field(String written) {
        int equals = written.indexOf('=');
        if (equals >= 0) {
            return new Part(written.substring(0, equals), written.substring(equals + 1), null);
        }
        int colon = written.indexOf(':');
        return new Part(written.substring(0, colon), null, FieldKind.of(written.substring(colon + 1)));
    }

    /// Whether the line has this shape; its fields are then in `fields`.
    boolean read(String line, Map<String, String> fields) {
        String[] values = new String[parts.size()];
        if (!fit(line, 0, 0, values, new int[] {MOST_STEPS})) {
            return false;
        }
        for (int i = 0; i < values.length; i++) {
            if (!parts.get(i).name().equals(NOT_KEPT)) {
                fields.putIfAbsent("postfix_" + parts.get(i).name(), values[i]);
            }
        }
        return true;
    }

    private boolean fit(String line, int part, int at, String[] values, int[] steps) {
        if (part == parts.size()) {
            return at == line.length();
        }
        Part here = parts.get(part);
        if (here.text() != null) {
            values[part] = here.text();
            return line.startsWith(here.text(), at) && fit(line, part + 1, at + here.text().length(), values, steps);
        }
        String next = part + 1 < parts.size() ? parts.get(part + 1).text() : null;
        int end = next == null ? line.length() : line.indexOf(next, at);
        while (end >= at && steps[0]-- > 0) {
            String value = line.substring(at, end);
            if (here.fits() == null || here.fits().test(value)) {
                values[part] = value;
                if (fit(line, part + 1, end, values, steps)) {
                    return true;
                }
            }
            end = next == null || end >= line.length() ? -1 : line.indexOf(next, end + 1);
        }
        return false;
    }
}
