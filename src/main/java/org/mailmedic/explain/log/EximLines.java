package org.mailmedic.explain.log;

import org.jspecify.annotations.Nullable;

/// Reads the lines of Exim's main log (4.x, queue names of both lengths) into the book.
final class EximLines {
    private static final byte[] EXPIRED = Line.bytes("retry timeout exceeded");
    private static final byte[] NOT_REACHED = Line.bytes("retry time not reached");
    private static final byte[] LONG_FAILING = Line.bytes("have been failing for a long time");
    private static final byte[] COMPLETED = Line.bytes("Completed");
    private static final byte[] LOCAL = Line.bytes(" P=local");
    private static final byte[] PARENT = Line.bytes(" R=");
    private static final byte[] NOBODY = Line.bytes("<> ");
    private static final byte[] HOST = Line.bytes(" H=");
    private static final byte[] QUEUE_TIME = Line.bytes(" QT=");
    private static final byte[] DELIVERY_TIME = Line.bytes(" DT=");
    private static final byte[] REJECTED = Line.bytes("rejected ");
    private static final byte[] NO_SIGN_IN = Line.bytes(" authenticator failed for ");
    private static final byte[] SET_ID = Line.bytes("(set_id=");
    private static final byte[] DEFER = Line.bytes("defer");
    private static final byte[][] DOORS = {Line.bytes("RCPT"), Line.bytes("MAIL"), Line.bytes("after DATA"), Line.bytes("DATA"),
        Line.bytes("EHLO"), Line.bytes("HELO"), Line.bytes("connection"), Line.bytes("during MIME")};
    private static final byte[][] KNOWN = {Line.bytes("no host name found for IP address"), Line.bytes("Start queue run"),
        Line.bytes("End queue run"), Line.bytes("exim "), Line.bytes("SMTP "), Line.bytes("no IP address found for host"),
        Line.bytes("TLS error"), Line.bytes("H="), Line.bytes("unexpected disconnection"), Line.bytes("Failed to "),
        Line.bytes("daemon"), Line.bytes("Warning: "), Line.bytes("cwd="), Line.bytes("SIGHUP received"), Line.bytes("no matching ")};
    private static final int SHORT_ID = 16;
    private static final int LONG_ID = 23;

    private final MailBook book;

    EximLines(MailBook book) {
        this.book = book;
    }

    /// Takes the message when it looks like Exim's.
    ///
    /// @param certain whether the line's tag says that it is
    boolean take(Line line, Heading heading, boolean certain) {
        int start = heading.message;
        if (line.at(start) == '[' && Line.digit(line.at(start + 1))) {
            start = Math.min(line.to, line.until(' ', start, line.to) + 1);
        }
        int end = id(line, start);
        if (end > 0) {
            event(line, line.key(start, end), end + 1, heading.stamp);
            return true;
        }
        return withoutId(line, start) || certain;
    }

    /// `1wAbCd-000EfG-Hi` or `1wAbCd-0000000EfGh-Hijk`.
    static int id(Line line, int start) {
        if (line.at(start + 6) != '-') {
            return -1;
        }
        int end = shaped(line, start, 13, SHORT_ID) ? start + SHORT_ID : shaped(line, start, 18, LONG_ID) ? start + LONG_ID : -1;
        return end > 0 && (line.at(end) == ' ' || end >= line.to) ? end : -1;
    }

    private static boolean shaped(Line line, int start, int dash, int length) {
        if (start + length > line.to) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            int each = line.bytes[start + i];
            if (i == 6 || i == dash ? each != '-' : !Line.letterOrDigit(each)) {
                return false;
            }
        }
        return true;
    }

    private boolean withoutId(Line line, int start) {
        int rejected = line.find(REJECTED, start);
        if (rejected >= 0 && atDoor(line, rejected + REJECTED.length)) {
            book.rejected++;
            return true;
        }
        int failed = line.find(NO_SIGN_IN, start);
        if (failed >= 0) {
            int user = line.find(SET_ID, failed);
            int from = line.until('[', failed, line.to);
            book.signIns.failed(user < 0 ? "" : line.text(user + SET_ID.length, line.until(')', user, line.to)),
                    line.hash(from, line.until(']', from, line.to)));
            return true;
        }
        for (byte[] known : KNOWN) {
            if (line.has(start, known)) {
                return true;
            }
        }
        return false;
    }

    private static boolean atDoor(Line line, int at) {
        for (byte[] door : DOORS) {
            if (line.has(at, door)) {
                return true;
            }
        }
        return false;
    }

    private void event(Line line, long id, int body, long stamp) {
        int first = line.at(body);
        int second = line.at(body + 1);
        int rest = body + 3;
        if (first == '<' && second == '=') {
            arrived(line, id, rest, stamp);
        } else if (first == 'C' && line.has(body, COMPLETED)) {
            book.close(id);
        } else if (line.at(body + 2) != ' ') {
            rejectedAfterData(line, id, body);
        } else if (first == '=' && second == '>' || first == '-' && second == '>' || first == '>' && second == '>') {
            attempt(line, id, rest, stamp, LoggedMessage.SENT);
        } else if (first == '=' && second == '=') {
            attempt(line, id, rest, stamp, LoggedMessage.DEFERRED);
        } else if (first == '*' && second == '*') {
            attempt(line, id, rest, stamp, LoggedMessage.BOUNCED);
        }
    }

    private void rejectedAfterData(Line line, long id, int body) {
        int rejected = line.find(REJECTED, body);
        if (rejected >= 0 && atDoor(line, rejected + REJECTED.length)) {
            book.rejected++;
            book.forget(id);
        }
    }

    /// The server's own notices come from nobody, from this machine, and name the message that they are about.
    private void arrived(Line line, long id, int rest, long stamp) {
        boolean notice = line.has(rest, NOBODY) && line.contains(LOCAL, rest) && line.contains(PARENT, rest);
        if (notice) {
            book.seen(id, stamp);
        } else {
            book.taken(id, stamp);
        }
    }

    /// `=> address <original> R=router T=transport H=host [ip] …`.
    private void attempt(Line line, long id, int rest, long stamp, int state) {
        int to = rest;
        int toEnd = line.until(' ', to, line.to);
        int after = toEnd;
        if (line.at(toEnd + 1) == '<') {
            int close = line.until('>', toEnd + 2, line.to);
            if (line.find('@', toEnd + 2) < close && line.find('@', toEnd + 2) > 0) {
                to = toEnd + 2;
                toEnd = close;
            }
            after = Math.min(line.to, close + 1);
        }
        if (toEnd > to && line.bytes[toEnd - 1] == ':') {
            toEnd--;
        }
        int host = line.find(HOST, after);
        boolean own = host < 0 && state == LoggedMessage.SENT;
        Receiver receiver = own ? null : receiver(line, to, toEnd, host);
        long name = line.hash(to, toEnd);
        long domain = line.hash(PostfixDeliveries.lastAt(line, to, toEnd) + 1, toEnd);
        LoggedMessage message = book.seen(id, stamp);
        Cause cause = null;
        int words = after;
        if (state != LoggedMessage.SENT) {
            words = words(line, after);
            cause = again(line, words) ? book.earlier(message, name, domain) : book.reader().read(line, words, line.to, 0, 0);
            if (receiver != null) {
                book.domainWaits(domain, cause, receiver);
            }
        }
        book.attempt(message, name, stamp, state, receiver, cause, line, words, line.to);
        if (state == LoggedMessage.SENT) {
            delays(line, after, receiver);
        }
    }

    private Receiver receiver(Line line, int to, int toEnd, int host) {
        int at = PostfixDeliveries.lastAt(line, to, toEnd);
        int hostFrom = host < 0 ? toEnd : host + HOST.length;
        int hostTo = host < 0 ? toEnd : line.until(' ', hostFrom, line.to);
        return book.receivers().find(line, at + 1, toEnd, hostFrom, hostTo);
    }

    private static boolean again(Line line, int words) {
        return line.contains(EXPIRED, words) || line.contains(NOT_REACHED, words) || line.contains(LONG_FAILING, words);
    }

    /// Where the words about it begin, behind `R=… T=… defer (-44) H=… [ip] X=…:`.
    private static int words(Line line, int after) {
        int i = after;
        while (i < line.to) {
            int start = i;
            while (start < line.to && (line.bytes[start] == ' ' || line.bytes[start] == ':')) {
                start++;
            }
            int end = line.until(' ', start, line.to);
            int first = line.at(start);
            boolean field = first == '[' || first == '(' || line.has(start, DEFER)
                    || line.at(start + 1) == '=' || line.at(start + 2) == '=' || line.at(start + 3) == '=';
            if (!field) {
                return start;
            }
            i = end;
        }
        return line.to;
    }

    private void delays(Line line, int after, @Nullable Receiver receiver) {
        double queue = time(line, line.find(QUEUE_TIME, after), QUEUE_TIME.length);
        double delivery = time(line, line.find(DELIVERY_TIME, after), DELIVERY_TIME.length);
        if (queue >= 0) {
            book.delay(DelayPhase.TOTAL, queue);
            if (receiver != null) {
                receiver.delays.add(queue);
            }
        }
        if (delivery >= 0) {
            book.delay(DelayPhase.SENDING, delivery);
            if (queue >= 0) {
                book.delay(DelayPhase.BEFORE_QUEUE, Math.max(0, queue - delivery));
            }
        }
    }

    /// `1d2h3m4.567s` as seconds, or -1.
    static double time(Line line, int at, int skip) {
        if (at < 0) {
            return -1;
        }
        double total = 0;
        int from = at + skip;
        for (int i = from; i < line.to && i - from < 40 && line.bytes[i] != ' '; i++) {
            int unit = switch (line.bytes[i]) {
                case 'w' -> 604_800;
                case 'd' -> 86_400;
                case 'h' -> 3600;
                case 'm' -> 60;
                case 's' -> 1;
                default -> 0;
            };
            if (unit > 0) {
                double value = line.seconds(from, i);
                if (value < 0) {
                    return -1;
                }
                total += value * unit;
                from = i + 1;
            }
        }
        return total;
    }
}
