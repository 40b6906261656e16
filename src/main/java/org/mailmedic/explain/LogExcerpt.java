package org.mailmedic.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The lines of a log that tell of one message, or of one process where they name no message. What stands on the others is somebody
/// else's: a healthy delivery's server has nothing to do with the one that failed.
///
/// @param text   those lines
/// @param places where each of them begins: in the excerpt, and in the whole
record LogExcerpt(String text, List<Place> places) {
    record Place(int here, int whole) {}

    private static final int MOST_LINES = 2000;
    private static final int LONGEST = 64 * 1024;

    /// How a server's line begins: the process, and the message's number in its queue (Postfix, Sendmail, OpenSMTPD; Exim after the time).
    private static final Pattern LINE = Pattern.compile("^.{0,120}?\\b(?<process>[\\w./-]{1,60}\\[\\d{1,9}\\]): "
            + "(?:(?<id>[0-9A-Za-z]{8,20})(?::| (?=\\w+ )))?"
            + "|^\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,6})? (?:[+-]\\d{4} )?(?:\\[\\d{1,9}\\] )?"
            + "(?<exim>\\w{6}-\\w{6,11}-\\w{2,4}) ");

    /// What a line is about.
    private record Subject(String name, boolean message) {
        static Optional<Subject> of(String line) {
            Matcher begin = LINE.matcher(line.length() > 200 ? line.substring(0, 200) : line);
            if (!begin.find()) {
                return Optional.empty();
            }
            String id = begin.group("exim") != null ? begin.group("exim") : begin.group("id");
            return Optional.of(id == null || id.matches("\\p{Alpha}+") ? new Subject(begin.group("process"), false)
                    : new Subject(id, true));
        }

        /// Postfix keeps a process for many deliveries: its number ties no two lines together.
        private boolean alone() {
            return !message && name.startsWith("postfix");
        }
    }

    /// @param at a place in a line; -1 for none
    /// @return empty where that line is none of a log, or the only one
    static Optional<LogExcerpt> about(String whole, int at) {
        if (at < 0 || at >= whole.length()) {
            return Optional.empty();
        }
        int start = whole.lastIndexOf('\n', at - 1) + 1;
        Optional<Subject> subject = Subject.of(line(whole, start));
        if (subject.isEmpty()) {
            return Optional.empty();
        }
        var text = new StringBuilder();
        List<Place> places = new ArrayList<>();
        int others = 0;
        int from = 0;
        for (int i = 0; i < MOST_LINES && from < whole.length() && text.length() < LONGEST; i++) {
            String line = line(whole, from);
            Optional<Subject> its = Subject.of(line);
            others += its.isPresent() && from != start ? 1 : 0;
            if (from == start || its.equals(subject) && !subject.get().alone()) {
                places.add(new Place(text.length(), from));
                text.append(line).append('\n');
            }
            from += line.length() + 1;
        }
        return others == 0 || places.isEmpty() ? Optional.empty() : Optional.of(new LogExcerpt(text.toString(), List.copyOf(places)));
    }

    /// The same place in the whole text.
    int inWhole(int place) {
        Place line = places.getFirst();
        for (Place each : places) {
            line = each.here() <= place ? each : line;
        }
        return place - line.here() + line.whole();
    }

    private static String line(String whole, int start) {
        int end = whole.indexOf('\n', start);
        return whole.substring(start, end < 0 ? whole.length() : end);
    }
}
