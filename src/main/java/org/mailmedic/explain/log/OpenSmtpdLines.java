package org.mailmedic.explain.log;

/// Reads the lines of OpenSMTPD (6.4 and later) into the book.
final class OpenSmtpdLines {
    private static final byte[] TAKEN = Line.bytes(" smtp message msgid=");
    private static final byte[] RECIPIENTS = Line.bytes(" nrcpt=");
    private static final byte[] REMOTE = Line.bytes(" mta delivery evpid=");
    private static final byte[] LOCAL = Line.bytes(" mda delivery evpid=");
    private static final byte[] TO = Line.bytes(" to=<");
    private static final byte[] RELAY = Line.bytes(" relay=\"");
    private static final byte[] DELAY = Line.bytes(" delay=");
    private static final byte[] RESULT = Line.bytes(" result=");
    private static final byte[] STAT = Line.bytes(" stat=");
    private static final byte[] REFUSED = Line.bytes(" smtp failed-command ");
    private static final byte[] SIGN_IN = Line.bytes(" smtp authentication user=");
    private static final byte[] NOT_OK = Line.bytes("permfail");
    private static final byte[] SESSION = Line.bytes(" smtp ");
    private static final byte[] SERVER = Line.bytes(" mta ");
    private static final int NAME = 8;

    private final MailBook book;

    OpenSmtpdLines(MailBook book) {
        this.book = book;
    }

    /// Takes the message of a line whose tag is `smtpd`, when it is OpenSMTPD's.
    boolean take(Line line, Heading heading) {
        int start = line.until(' ', heading.message, line.to);
        if (line.has(start, TAKEN)) {
            int id = start + TAKEN.length;
            long name = line.key(id, Math.min(line.to, id + NAME));
            book.taken(name, heading.stamp);
            int count = line.find(RECIPIENTS, id);
            book.get(name).expected = count < 0 ? 0
                    : Math.max(0, line.number(count + RECIPIENTS.length, line.until(' ', count + RECIPIENTS.length, line.to)));
            return true;
        }
        if (line.has(start, REMOTE) || line.has(start, LOCAL)) {
            delivery(line, start + REMOTE.length, heading.stamp, line.has(start, LOCAL));
            return true;
        }
        if (line.has(start, REFUSED)) {
            book.rejected++;
            return true;
        }
        if (line.has(start, SIGN_IN) && line.contains(NOT_OK, start)) {
            int user = start + SIGN_IN.length;
            book.signIns.failed(line.text(user, line.until(' ', user, line.to)), line.hash(heading.message, start));
            return true;
        }
        return line.has(start, SESSION) || line.has(start, SERVER);
    }

    private void delivery(Line line, int id, long stamp, boolean own) {
        int to = line.find(TO, id);
        int result = line.find(RESULT, id);
        int stat = line.find(STAT, Math.max(id, result));
        if (to < 0 || result < 0 || stat < 0) {
            return;
        }
        int word = line.at(result + RESULT.length) == '"' ? result + RESULT.length + 1 : result + RESULT.length;
        int state = switch (line.at(word)) {
            case 'O', 'D' -> LoggedMessage.SENT;
            case 'T' -> LoggedMessage.DEFERRED;
            default -> LoggedMessage.BOUNCED;
        };
        int begin = to + TO.length;
        int end = line.until('>', begin, line.to);
        int words = line.at(stat + STAT.length) == '"' ? stat + STAT.length + 1 : stat + STAT.length;
        int wordsEnd = line.bytes[line.to - 1] == '"' ? Math.max(words, line.to - 1) : line.to;
        Receiver receiver = own ? null : receiver(line, begin, end, id);
        long name = line.key(id, Math.min(line.to, id + NAME));
        LoggedMessage message = book.seen(name, stamp);
        Cause cause = state == LoggedMessage.SENT ? null : book.reader().read(line, words, wordsEnd, 0, 0);
        book.attempt(message, line.hash(begin, end), stamp, state, receiver, cause, line, words, wordsEnd);
        int delay = line.find(DELAY, end);
        if (state == LoggedMessage.SENT && delay > 0) {
            double seconds = EximLines.time(line, delay, DELAY.length);
            book.delay(DelayPhase.TOTAL, seconds);
            if (receiver != null) {
                receiver.delays.add(seconds);
            }
        }
        if (message.done()) {
            book.close(name);
        }
    }

    /// `relay="192.0.2.1 (mx.example.org)"`.
    private Receiver receiver(Line line, int begin, int end, int id) {
        int relay = line.find(RELAY, id);
        int close = relay < 0 ? end : line.until('"', relay + RELAY.length, line.to);
        int open = relay < 0 ? close : line.until('(', relay, close);
        int hostEnd = line.until(')', open, close);
        return book.receivers().find(line, PostfixDeliveries.lastAt(line, begin, end) + 1, end, Math.min(open + 1, hostEnd), hostEnd);
    }
}
