package org.mailmedic.explain.log;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads what waits out of a queue listing: `mailq` of Postfix and Sendmail, `postqueue -p`, `postqueue -j`, `exim -bp`.
final class QueueListing {
    private static final byte[] POSTFIX_TITLE = Line.bytes("-Queue ID-");
    private static final byte[] SENDMAIL_TITLE = Line.bytes("-----Q-ID-----");
    private static final byte[] POSTFIX_EMPTY = Line.bytes("Mail queue is empty");
    private static final byte[] SENDMAIL_EMPTY = Line.bytes("/var/spool/mqueue is empty");
    private static final byte[] DELIVERED = Line.bytes("D ");
    private static final int LONGEST_REASON = 4000;

    private final MailBook book;
    private final Years years;
    private final LocalDateTime now;
    private @Nullable MailProgram program;
    private @Nullable LoggedMessage message;
    private byte[] reason = new byte[0];
    private boolean listed;

    QueueListing(MailBook book, Years years, LocalDateTime now) {
        this.book = book;
        this.years = years;
        this.now = now;
    }

    boolean listed() {
        return listed;
    }

    /// Takes the line when it belongs to a listing.
    Optional<MailProgram> take(Line line) {
        int start = line.from;
        while (line.at(start) == ' ' || line.at(start) == '\t') {
            start++;
        }
        boolean indented = start > line.from;
        if (line.has(start, POSTFIX_TITLE) || line.has(start, POSTFIX_EMPTY)) {
            return title(MailProgram.POSTFIX);
        }
        if (line.has(start, SENDMAIL_TITLE) || line.has(start, SENDMAIL_EMPTY)) {
            return title(MailProgram.SENDMAIL);
        }
        if (exim(line, start) || program != null && program != MailProgram.EXIM && !indented && message(line, start)) {
            return Optional.ofNullable(program);
        }
        if (message == null) {
            return Optional.empty();
        }
        return line.at(start) == '(' ? reason(line, start) : indented ? recipient(line, start) : over();
    }

    private Optional<MailProgram> title(MailProgram whose) {
        program = whose;
        listed = true;
        return over();
    }

    private Optional<MailProgram> over() {
        message = null;
        return Optional.ofNullable(program).filter(any -> listed);
    }

    /// `25h  2.9K 0t5C6f-0000c8-00 <alice@example.org> *** frozen ***`.
    private boolean exim(Line line, int start) {
        int end = line.until(' ', start, line.to);
        int unit = switch (line.at(end - 1)) {
            case 's' -> 1;
            case 'm' -> 60;
            case 'h' -> 3600;
            case 'd' -> 86_400;
            default -> 0;
        };
        int age = unit == 0 || end == start ? -1 : line.number(start, end - 1);
        if (age < 0) {
            return false;
        }
        int size = skip(line, end);
        int id = skip(line, line.until(' ', size, line.to));
        int idEnd = EximLines.id(line, id);
        if (idEnd < 0 || line.at(idEnd + 1) != '<') {
            return false;
        }
        program = MailProgram.EXIM;
        open(line.key(id, idEnd), Stamp.of(now.toEpochSecond(ZoneOffset.UTC) - (long) age * unit));
        return true;
    }

    /// `A1B2C3D4E5*    1234 Mon Mar  2 10:00:00  sender@example.org`.
    private boolean message(Line line, int start) {
        int end = start;
        while (Line.letterOrDigit(line.at(end))) {
            end++;
        }
        int mark = end;
        while ("*!#-X?".indexOf(line.at(mark)) >= 0 && mark < line.to) {
            mark++;
        }
        int size = skip(line, mark);
        int sizeEnd = line.until(' ', size, line.to);
        int day = skip(line, sizeEnd);
        int month = month(line, day + 4);
        if (end - start < 5 || size == mark || line.number(size, sizeEnd) < 0 || month == 0) {
            return false;
        }
        int date = skip(line, day + 7);
        int dateEnd = line.until(' ', date, line.to);
        int clock = skip(line, dateEnd);
        int hour = line.number(clock, clock + 2);
        int minute = line.number(clock + 3, clock + 5);
        int second = line.at(clock + 5) == ':' ? line.number(clock + 6, clock + 8) : 0;
        int dayOfMonth = line.number(date, dateEnd);
        if (dayOfMonth < 1 || dayOfMonth > 31 || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60) {
            return false;
        }
        open(line.key(start, end), years.past(month, dayOfMonth, hour * 3600 + minute * 60 + second));
        return true;
    }

    private static int month(Line line, int at) {
        int found = at + 3 <= line.to ? "JanFebMarAprMayJunJulAugSepOctNovDec".indexOf(line.name(at, at + 3)) : -1;
        return found >= 0 && found % 3 == 0 ? found / 3 + 1 : 0;
    }

    private static int skip(Line line, int from) {
        int i = from;
        while (line.at(i) == ' ' || line.at(i) == '\t') {
            i++;
        }
        return i;
    }

    private void open(long id, long stamp) {
        listed = true;
        message = book.seen(id, stamp);
        message.queued = true;
        reason = new byte[0];
    }

    private Optional<MailProgram> reason(Line line, int start) {
        int end = line.bytes[line.to - 1] == ')' ? line.to - 1 : line.to;
        reason = Arrays.copyOfRange(line.bytes, start + 1, Math.min(Math.max(start + 1, end), start + 1 + LONGEST_REASON));
        return Optional.ofNullable(program);
    }

    private Optional<MailProgram> recipient(Line line, int start) {
        if (line.has(start, DELIVERED)) {
            return Optional.ofNullable(program);
        }
        int from = line.at(start) == '<' ? start + 1 : start;
        int end = from;
        while (end < line.to && line.bytes[end] != ' ' && line.bytes[end] != '>') {
            end++;
        }
        int rest = line.at(end) == '>' ? end + 1 : end;
        if (end > from && rest >= line.to) {
            Line words = new Line().over(reason, 0, reason.length);
            waits(line, from, end, words);
        }
        return Optional.ofNullable(program);
    }

    private void waits(Line line, int from, int end, Line words) {
        int at = PostfixDeliveries.lastAt(line, from, end);
        Receiver receiver = book.receivers().find(line, at + 1, end, end, end);
        Cause cause = words.to == 0 ? null : book.reader().read(words, 0, words.to, 0, 0);
        book.waits(Objects.requireNonNull(message), line.hash(from, end), receiver, cause, words, 0, words.to);
    }

    /// Takes a message of `postqueue -j`.
    void take(JsonLine.Queued queued) {
        program = MailProgram.POSTFIX;
        open(Line.key(queued.id()), Stamp.of(queued.arrival(), 0));
        for (JsonLine.Waiting each : queued.recipients()) {
            byte[] address = each.address().getBytes(StandardCharsets.UTF_8);
            byte[] words = each.reason().getBytes(StandardCharsets.UTF_8);
            Line line = new Line().over(address, 0, address.length);
            waits(line, 0, address.length, new Line().over(words, 0, Math.min(words.length, LONGEST_REASON)));
        }
        message = null;
    }
}
