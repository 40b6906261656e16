package org.mailmedic.explain.log;

/// Reads the lines of Sendmail (8.12 and later) into the book.
///
/// What a program hands to the submission queue goes on to the daemon under another name and is counted once.
final class SendmailLines {
    private static final byte[] FROM = Line.bytes("from=");
    private static final byte[] TO = Line.bytes("to=");
    private static final byte[] RECIPIENTS = Line.bytes(", nrcpts=");
    private static final byte[] DELAY = Line.bytes(", delay=");
    private static final byte[] RELAY = Line.bytes(", relay=");
    private static final byte[] DSN = Line.bytes(", dsn=");
    private static final byte[] STAT = Line.bytes(", stat=");
    private static final byte[] MAILER = Line.bytes(", mailer=");
    private static final byte[] LOCAL = Line.bytes("local");
    private static final byte[] SENT = Line.bytes("Sent");
    private static final byte[] QUEUED = Line.bytes("queued");
    private static final byte[] DEFERRED = Line.bytes("Deferred");
    private static final byte[] REJECT = Line.bytes(", reject=");
    private static final byte[] NOTICE = Line.bytes(": DSN: ");
    private static final byte[] LOOPBACK = Line.bytes("127.0.0.1]");

    private final MailBook book;

    SendmailLines(MailBook book) {
        this.book = book;
    }

    /// Takes the message of a line whose tag is Sendmail's.
    boolean take(Line line, Heading heading) {
        int start = heading.message;
        int end = start;
        while (Line.letterOrDigit(line.at(end))) {
            end++;
        }
        if (line.contains(REJECT, start)) {
            book.rejected++;
            return true;
        }
        if (end - start < 8 || line.at(end) != ':') {
            return true;
        }
        long id = line.key(start, end);
        int body = end + 2;
        if (line.has(body, FROM)) {
            arrived(line, id, body, heading.stamp);
        } else if (line.has(body, TO)) {
            delivery(line, id, body + TO.length, heading.stamp);
        } else {
            int notice = line.find(NOTICE, body, body + 24);
            if (notice > 0) {
                book.seen(line.key(body, notice), heading.stamp);
            }
        }
        return true;
    }

    private void arrived(Line line, long id, int body, long stamp) {
        int at = line.find(RECIPIENTS, body);
        int count = at < 0 ? 0 : Math.max(0, line.number(at + RECIPIENTS.length, line.until(',', at + RECIPIENTS.length, line.to)));
        if (count > 0) {
            book.taken(id, stamp);
            book.get(id).expected = count;
        }
    }

    private void delivery(Line line, long id, int to, long stamp) {
        int stat = line.find(STAT, to);
        if (stat < 0) {
            return;
        }
        int words = stat + STAT.length;
        int dsn = line.find(DSN, to, stat);
        int status = dsn < 0 ? 0 : line.at(dsn + DSN.length);
        if (line.has(words, QUEUED)) {
            return;
        }
        int state = line.has(words, SENT) ? LoggedMessage.SENT : line.has(words, DEFERRED) || status == '4' ? LoggedMessage.DEFERRED
                : LoggedMessage.BOUNCED;
        LoggedMessage message = book.seen(id, stamp);
        int relay = line.find(RELAY, to, stat);
        if (state == LoggedMessage.SENT && relay > 0 && line.find(LOOPBACK, relay, stat) > 0 && message.counted) {
            message.counted = false;
            book.messages--;
        }
        recipients(line, message, to, relay, dsn, stat, state, stamp);
        if (message.done()) {
            book.close(id);
        }
    }

    private void recipients(Line line, LoggedMessage message, int to, int relay, int dsn, int stat, int state, long stamp) {
        int from = to;
        long first = 0;
        while (from < stat) {
            boolean angle = line.at(from) == '<';
            int begin = angle ? from + 1 : from;
            int end = line.until(angle ? '>' : ',', begin, stat);
            long name = line.hash(begin, end);
            if (first == 0) {
                first = name;
                attempt(line, message, begin, end, relay, dsn, stat, state, stamp);
            } else {
                book.also(message, name, state, first);
            }
            int next = line.until(',', end, stat) + 1;
            if (line.at(next) == ' ') {
                return;
            }
            from = next;
        }
    }

    private void attempt(Line line, LoggedMessage message, int begin, int end, int relay, int dsn, int stat, int state, long stamp) {
        int mailer = line.find(MAILER, end, stat);
        boolean own = mailer > 0 && line.has(mailer + MAILER.length, LOCAL) || relay > 0 && line.find(LOOPBACK, relay, stat) > 0;
        int host = relay < 0 ? end : relay + RELAY.length;
        Receiver receiver = own ? null
                : book.receivers().find(line, PostfixDeliveries.lastAt(line, begin, end) + 1, end, host,
                        relay < 0 ? end : line.until(' ', host, stat));
        Cause cause = null;
        if (state != LoggedMessage.SENT) {
            int code = dsn < 0 ? stat : dsn + DSN.length;
            cause = book.reader().read(line, stat + STAT.length, line.to, code, line.until(',', code, stat));
        }
        book.attempt(message, line.hash(begin, end), stamp, state, receiver, cause, line, stat + STAT.length, line.to);
        int delay = line.find(DELAY, end, stat);
        double seconds = delay < 0 ? -1 : clock(line, delay + DELAY.length, line.until(',', delay + DELAY.length, stat));
        if (state == LoggedMessage.SENT && seconds >= 0) {
            book.delay(DelayPhase.TOTAL, seconds);
            if (receiver != null) {
                receiver.delays.add(seconds);
            }
        }
    }

    /// `2+03:04:05` as seconds, or -1.
    private static double clock(Line line, int from, int to) {
        int plus = line.until('+', from, to);
        int start = plus < to ? plus + 1 : from;
        int days = plus < to ? line.number(from, plus) : 0;
        if (to - start != 8 || days < 0) {
            return -1;
        }
        int hours = line.number(start, start + 2);
        int minutes = line.number(start + 3, start + 5);
        int seconds = line.number(start + 6, start + 8);
        return hours < 0 || minutes < 0 || seconds < 0 ? -1 : days * 86_400.0 + hours * 3600 + minutes * 60 + seconds;
    }
}
