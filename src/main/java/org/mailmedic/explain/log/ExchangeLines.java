package org.mailmedic.explain.log;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Reads the message tracking logs of Exchange (2013 and later; CSV whose columns a `#Fields:` line names) into the book.
final class ExchangeLines {
    private static final byte[] FIELDS = Line.bytes("#Fields: ");
    private static final byte[] COMMENT = Line.bytes("#");
    private static final int MOST_COLUMNS = 100;
    private static final int MOST_RECIPIENTS = 5000;

    private final MailBook book;
    private List<String> columns = List.of();

    ExchangeLines(MailBook book) {
        this.book = book;
    }

    /// Takes a line that names the columns, or is another comment of such a log.
    boolean comment(Line line) {
        if (line.has(line.from, FIELDS)) {
            columns = List.of(line.text(line.from + FIELDS.length, line.to).toLowerCase(Locale.ROOT).split(","));
            return tracking();
        }
        return tracking() && line.has(line.from, COMMENT);
    }

    private boolean tracking() {
        return columns.contains("event-id") && columns.contains("recipient-address");
    }

    /// Takes a line of values; its time is in the heading.
    boolean take(Line line, Heading heading) {
        if (!tracking()) {
            return false;
        }
        List<String> values = values(line.text(line.from, line.to));
        if (values.size() < columns.size() / 2) {
            return false;
        }
        long id = Line.key(value(values, "message-id").isEmpty() ? value(values, "internal-message-id") : value(values, "message-id"));
        List<String> recipients = List.of(value(values, "recipient-address").split(";", MOST_RECIPIENTS));
        switch (value(values, "event-id")) {
            case "RECEIVE" -> received(id, values, recipients.size(), heading.stamp);
            case "SEND" -> tried(id, values, recipients, LoggedMessage.SENT, heading.stamp, false);
            case "DELIVER" -> tried(id, values, recipients, LoggedMessage.SENT, heading.stamp, true);
            case "DEFER" -> tried(id, values, recipients, LoggedMessage.DEFERRED, heading.stamp, false);
            case "FAIL" -> tried(id, values, recipients, LoggedMessage.BOUNCED, heading.stamp, false);
            default -> { }
        }
        return true;
    }

    private void received(long id, List<String> values, int recipients, long stamp) {
        boolean notice = value(values, "source").equals("DSN") || value(values, "sender-address").equals("<>");
        LoggedMessage message = book.get(id);
        if (message == null && notice) {
            message = book.seen(id, stamp);
        } else if (message == null) {
            book.taken(id, stamp);
            message = book.get(id);
        }
        message.expected = Math.max(message.expected, recipients);
    }

    private void tried(long id, List<String> values, List<String> recipients, int state, long stamp, boolean own) {
        LoggedMessage message = book.seen(id, stamp);
        String words = value(values, "recipient-status").isEmpty() ? value(values, "source-context") : value(values, "recipient-status");
        String host = value(values, "server-hostname");
        long first = 0;
        for (String recipient : recipients) {
            byte[] text = (recipient + " " + host + " " + words).getBytes(StandardCharsets.UTF_8);
            int end = recipient.getBytes(StandardCharsets.UTF_8).length;
            int hostEnd = end + 1 + host.length();
            Line line = new Line().over(text, 0, text.length);
            long name = line.hash(0, end);
            if (first != 0) {
                book.also(message, name, state, first);
                continue;
            }
            first = name;
            int at = PostfixDeliveries.lastAt(line, 0, end) + 1;
            Receiver receiver = own ? null : book.receivers().find(line, at, end, end + 1, state == LoggedMessage.SENT ? hostEnd : end + 1);
            Cause cause = state == LoggedMessage.SENT ? null : book.reader().read(line, hostEnd + 1, text.length, 0, 0);
            book.attempt(message, name, stamp, state, receiver, cause, line, hostEnd + 1, text.length);
        }
        if (message.done()) {
            book.close(id);
        }
    }

    private String value(List<String> values, String column) {
        int index = columns.indexOf(column);
        return index >= 0 && index < values.size() ? values.get(index) : "";
    }

    /// The values of one line of CSV (RFC 4180).
    private static List<String> values(String line) {
        List<String> values = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length() && values.size() < MOST_COLUMNS; i++) {
            char each = line.charAt(i);
            if (each == '"') {
                if (quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                    value.append('"');
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (each == ',' && !quoted) {
                values.add(value.toString());
                value.setLength(0);
            } else {
                value.append(each);
            }
        }
        values.add(value.toString());
        return values;
    }
}
