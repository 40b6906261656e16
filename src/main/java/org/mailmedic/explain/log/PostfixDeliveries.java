package org.mailmedic.explain.log;

import org.jspecify.annotations.Nullable;

/// Reads what Postfix writes of each attempt to deliver, `to=<…>, relay=…, delay=…, delays=…, dsn=…, status=… (…)`, into the book.
final class PostfixDeliveries {
    private static final Word TO = Word.of("to=");
    private static final Word STATUS = Word.of(", status=");
    private static final Word RELAY = Word.of(", relay=");
    private static final Word DELAY = Word.of(", delay=");
    private static final Word DELAYS = Word.of(", delays=");
    private static final Word DSN = Word.of(", dsn=");
    private static final DelayPhase[] PHASES = DelayPhase.values();
    private static final byte[] END_OF_ADDRESS = Line.bytes(">,");
    private static final Word SENT = Word.of("sent");
    private static final Word DEFERRED = Word.of("deferred");
    private static final Word BOUNCED = Word.of("bounced");
    private static final Word EXPIRED = Word.of("expired");
    private static final Word SOFT = Word.of("SOFTBOUNCE");
    private static final Word LOOPBACK = Word.of("127.");
    private static final byte[] CONNECT_TO = Line.bytes("connect to ");
    private static final byte[] WITH = Line.bytes(" with ");
    private static final Word HOST = Word.of("host ");
    private static final Word PRIVATE = Word.of("[private/");
    private static final Word NONE = Word.of("none,");

    private final MailBook book;
    /// Where the values of the delivery line's fields stand, -1 where it has none, and where they end.
    private int relay;
    private int delay;
    private int delayTo;
    private int delays;
    private int delaysTo;
    private int dsn;
    private int dsnTo;

    PostfixDeliveries(MailBook book) {
        this.book = book;
    }

    /// Takes the message of a line behind its queue name.
    ///
    /// @param local whether one of the programs wrote it that put mail into own mailboxes
    void take(Line line, long id, int start, long stamp, boolean local) {
        if (!line.has(start, TO)) {
            return;
        }
        int to = start + TO.length;
        int toEnd;
        if (line.at(to) == '<') {
            to++;
            toEnd = line.find(END_OF_ADDRESS, to);
        } else {
            toEnd = line.until(',', to, line.to);
        }
        int status = toEnd < 0 ? -1 : fields(line, line.at(toEnd) == '>' ? toEnd + 1 : toEnd);
        if (status < 0) {
            return;
        }
        int word = status + STATUS.length;
        int state = line.has(word, SENT) ? LoggedMessage.SENT : line.has(word, DEFERRED) ? LoggedMessage.DEFERRED
                : line.has(word, BOUNCED) || line.has(word, EXPIRED) ? LoggedMessage.BOUNCED : line.has(word, SOFT) ? LoggedMessage.DEFERRED
                : -1;
        if (state >= 0) {
            int words = line.until('(', word, line.to) + 1;
            delivered(line, id, to, toEnd, status, state, Math.min(words, line.to), stamp, local);
        }
    }

    /// Notes where the fields behind the address stand, one after the other.
    ///
    /// @return where the status stands, -1 when there is none
    private int fields(Line line, int from) {
        relay = -1;
        delay = -1;
        delays = -1;
        dsn = -1;
        int at = from;
        while (line.at(at) == ',') {
            int end = line.until(',', at + 1, line.to);
            switch (line.at(at + 2)) {
                case 's' -> {
                    if (line.has(at, STATUS)) {
                        return at;
                    }
                }
                case 'r' -> relay = line.has(at, RELAY) ? at + RELAY.length : relay;
                case 'd' -> {
                    if (line.has(at, DELAY)) {
                        delay = at + DELAY.length;
                        delayTo = end;
                    } else if (line.has(at, DELAYS)) {
                        delays = at + DELAYS.length;
                        delaysTo = end;
                    } else if (line.has(at, DSN)) {
                        dsn = at + DSN.length;
                        dsnTo = end;
                    }
                }
                default -> { }
            }
            at = end;
        }
        return line.find(STATUS.bytes, at);
    }

    private void delivered(Line line, long id, int to, int toEnd, int status, int state, int words, long stamp, boolean local) {
        int host = relay < 0 ? status : relay;
        int hostEnd = host;
        while (hostEnd < status && line.bytes[hostEnd] != '[' && line.bytes[hostEnd] != ',') {
            hostEnd++;
        }
        boolean own = local || line.has(hostEnd, PRIVATE) || line.has(hostEnd + 1, LOOPBACK);
        int end = line.to > words && line.bytes[line.to - 1] == ')' ? line.to - 1 : line.to;
        Receiver receiver = null;
        if (!own) {
            if (line.has(host, NONE)) {
                host = named(line, words, end);
                hostEnd = host;
                while (hostEnd < end && line.bytes[hostEnd] != '[' && line.bytes[hostEnd] != ' ' && line.bytes[hostEnd] != ':') {
                    hostEnd++;
                }
            }
            int at = lastAt(line, to, toEnd);
            receiver = book.receivers().find(line, at + 1, toEnd, host, hostEnd);
        }
        Cause cause = state == LoggedMessage.SENT ? null : book.reader().read(line, words, end, Math.max(0, dsn), dsn < 0 ? 0 : dsnTo);
        book.attempt(book.seen(id, stamp), line.hash(to, toEnd), stamp, state, receiver, cause, line, words, end);
        if (state == LoggedMessage.SENT) {
            delays(line, receiver);
        }
    }

    /// The host that the words name: `connect to HOST[…`, `lost connection with HOST[…`, `host HOST[…`; none: the end.
    private static int named(Line line, int words, int end) {
        int at = line.find(CONNECT_TO, words, end);
        if (at >= 0) {
            return at + CONNECT_TO.length;
        }
        at = line.find(WITH, words, end);
        if (at >= 0) {
            return at + WITH.length;
        }
        return line.has(words, HOST) ? words + HOST.length : end;
    }

    static int lastAt(Line line, int from, int to) {
        int at = to - 1;
        while (at >= from && line.bytes[at] != '@') {
            at--;
        }
        return at < from ? to - 1 : at;
    }

    private void delays(Line line, @Nullable Receiver receiver) {
        if (delay >= 0) {
            double seconds = line.seconds(delay, delayTo);
            book.delay(DelayPhase.TOTAL, seconds);
            if (receiver != null) {
                receiver.delays.add(seconds);
            }
        }
        if (delays < 0) {
            return;
        }
        int begin = delays;
        for (DelayPhase phase : PHASES) {
            int next = line.until('/', begin, delaysTo);
            if (phase != DelayPhase.TOTAL && begin < delaysTo) {
                book.delay(phase, line.seconds(begin, next));
            }
            begin = next + 1;
        }
    }
}
