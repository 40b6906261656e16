package org.mailmedic.explain.log;

/// Reads who could not sign in to Dovecot's submission service.
final class DovecotLines {
    private static final byte[] SUBMISSION = Line.bytes("submission-login: ");
    private static final byte[] FAILED = Line.bytes("(auth failed");
    private static final byte[] USER = Line.bytes("user=<");
    private static final byte[] ADDRESS = Line.bytes("rip=");

    private final MailBook book;

    DovecotLines(MailBook book) {
        this.book = book;
    }

    void take(Line line, Heading heading) {
        int start = heading.message;
        int user = line.find(USER, start);
        if (line.has(start, SUBMISSION) && line.contains(FAILED, start) && user > 0) {
            int from = line.find(ADDRESS, user);
            int end = from < 0 ? user : line.until(',', from, line.to);
            book.signIns.failed(line.text(user + USER.length, line.until('>', user, line.to)),
                    line.hash(Math.max(from + ADDRESS.length, user), end));
        }
    }
}
