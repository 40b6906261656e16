package org.mailmedic.explain.log;

import java.util.LinkedHashMap;
import java.util.Map;

/// Reads the lines of Postfix (2.3 and later) into the book.
final class PostfixLines {
    private static final Word REMOVED = Word.of("removed");
    private static final Word FROM = Word.of("from=<");
    private static final Word QUEUE_ACTIVE = Word.of("(queue active)");
    private static final byte[] STATUS_EXPIRED = Line.bytes(", status=expired");
    private static final byte[] STATUS_FORCED = Line.bytes(", status=force-expired");
    private static final Word MESSAGE_ID = Word.of("message-id=");
    private static final Word RESENT_ID = Word.of("resent-message-id=");
    private static final Word CLIENT = Word.of("client=");
    private static final Word UID = Word.of("uid=");
    private static final Word NOQUEUE = Word.of("NOQUEUE");
    private static final Word REJECT = Word.of("reject: ");
    private static final Word MILTER_REJECT = Word.of("milter-reject: ");
    private static final Word DISCARD = Word.of("discard: ");
    private static final Word MILTER_DISCARD = Word.of("milter-discard: ");
    private static final byte[] END_OF_MESSAGE = Line.bytes("END-OF-MESSAGE");
    private static final Word DISCONNECT = Word.of("disconnect from ");
    private static final Word LOST = Word.of("lost connection after ");
    private static final Word TIMEOUT = Word.of("timeout after ");
    private static final Word TOO_MANY = Word.of("too many errors after ");
    private static final Word DATA = Word.of("DATA");
    private static final Word WARNING = Word.of("warning: ");
    private static final byte[] SASL = Line.bytes(": SASL ");
    private static final byte[] NO_SIGN_IN = Line.bytes(" authentication failed");
    private static final byte[] SASL_USER = Line.bytes("sasl_username=");
    private static final int PROCESSES = 4096;
    private static final int TAGS = 1024;

    /// What the part of the tag after the last slash does.
    private enum Daemon {
        REMOTE, LOCAL, QMGR, CLEANUP, SMTPD, PICKUP, POSTSUPER, QUIET, FOREIGN;

        static Daemon of(String name) {
            return switch (name) {
                case "smtp", "error", "retry", "relay", "smtps-out" -> REMOTE;
                case "lmtp", "local", "virtual", "pipe", "discard", "uucp", "maildrop", "spawn" -> LOCAL;
                case "qmgr", "nqmgr", "oqmgr" -> QMGR;
                case "cleanup" -> CLEANUP;
                case "smtpd", "smtps", "submission", "submissions", "postscreen" -> SMTPD;
                case "pickup" -> PICKUP;
                case "postsuper" -> POSTSUPER;
                case "anvil", "bounce", "defer", "trace", "master", "scache", "tlsproxy", "verify", "trivial-rewrite", "dnsblog", "tlsmgr",
                        "proxymap", "postfix-script", "postlog", "postlogd", "sendmail", "postdrop", "postqueue", "postmap", "postalias",
                        "flush", "showq", "qmqpd", "proxywrite", "postmulti", "fast_flush", "postkick", "nqmgr-script" -> QUIET;
                default -> FOREIGN;
            };
        }
    }

    /// Which bytes a queue name is made of.
    private static final boolean[] NAMED = queueNames();

    private final MailBook book;
    private final PostfixDeliveries deliveries;
    /// The number of the queue name that was read last, as [Line#key] makes it.
    private long name;
    private final Map<Integer, Long> processes = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Long> eldest) {
            return size() > PROCESSES;
        }
    };
    private final long[] tags = new long[TAGS];
    private final Daemon[] daemons = new Daemon[TAGS];

    private static boolean[] queueNames() {
        var named = new boolean[256];
        for (int each = 0; each < named.length; each++) {
            named[each] = Line.letterOrDigit(each);
        }
        return named;
    }

    PostfixLines(MailBook book) {
        this.book = book;
        deliveries = new PostfixDeliveries(book);
    }

    /// Takes the line when it is Postfix's.
    ///
    /// @return whether it is
    boolean take(Line line, Heading heading) {
        Daemon daemon = daemon(line, heading.tagFrom, heading.tagTo);
        int start = heading.message;
        switch (daemon) {
            case REMOTE, LOCAL -> delivered(line, start, heading.stamp, daemon == Daemon.LOCAL);
            case QMGR -> queue(line, start, heading.stamp);
            case CLEANUP -> cleanup(line, start, heading.stamp);
            case SMTPD -> incoming(line, start, heading);
            case PICKUP -> pickup(line, start, heading.stamp);
            case POSTSUPER -> removed(line, start);
            case QUIET -> { }
            case FOREIGN -> {
                return false;
            }
        }
        return true;
    }

    private Daemon daemon(Line line, int from, int to) {
        if (to <= from) {
            return Daemon.FOREIGN;
        }
        long hash = line.hash(from, to) | 1;
        int slot = (int) (hash >>> 40) & TAGS - 1;
        if (tags[slot] != hash) {
            String tag = line.name(from, to);
            int slash = tag.lastIndexOf('/');
            Daemon daemon = slash > 0 ? Daemon.of(tag.substring(slash + 1)) : Daemon.FOREIGN;
            tags[slot] = hash;
            daemons[slot] = daemon == Daemon.FOREIGN && tag.startsWith("postfix/") ? Daemon.QUIET : daemon;
        }
        return daemons[slot];
    }

    /// Where the queue name that the message begins with ends; -1 when it begins with something else. Its number is [#name] then.
    private int id(Line line, int start) {
        byte[] bytes = line.bytes;
        int end = line.to;
        long hash = Line.SEED;
        int i = start;
        for (; i < end && NAMED[bytes[i] & 0xff]; i++) {
            hash = (hash ^ bytes[i]) * Line.PRIME;
        }
        if (i - start < 5 || line.at(i) != ':' || line.at(i + 1) != ' ') {
            return -1;
        }
        name = hash ^ hash >>> 29;
        return i;
    }

    private void queue(Line line, int start, long stamp) {
        int end = id(line, start);
        if (end < 0) {
            return;
        }
        int body = end + 2;
        long id = name;
        if (line.has(body, REMOVED)) {
            book.close(id);
        } else if (line.has(body, FROM)) {
            LoggedMessage message = book.seen(id, stamp);
            message.queued = true;
            boolean active = line.has(line.to - QUEUE_ACTIVE.length, QUEUE_ACTIVE);
            if (!active && (line.contains(STATUS_EXPIRED, body) || line.contains(STATUS_FORCED, body))) {
                message.expired = true;
            }
        }
    }

    private void removed(Line line, int start) {
        int end = id(line, start);
        if (end > 0 && line.has(end + 2, REMOVED)) {
            book.close(name);
        }
    }

    private void pickup(Line line, int start, long stamp) {
        int end = id(line, start);
        if (end > 0 && line.has(end + 2, UID)) {
            book.taken(name, stamp);
        }
    }

    private void cleanup(Line line, int start, long stamp) {
        int end = id(line, start);
        if (end < 0) {
            return;
        }
        long id = name;
        int body = end + 2;
        if (line.has(body, MESSAGE_ID) || line.has(body, RESENT_ID)) {
            book.seen(id, stamp).hasHeader = true;
        } else if (line.has(body, REJECT) || line.has(body, MILTER_REJECT)) {
            book.rejected++;
            book.forget(id);
        } else if (line.has(body, DISCARD) || line.has(body, MILTER_DISCARD)) {
            book.forget(id);
        }
    }

    private void incoming(Line line, int start, Heading heading) {
        if (line.has(start, NOQUEUE)) {
            int body = start + NOQUEUE.length + 2;
            if (line.has(body, REJECT) || line.has(body, MILTER_REJECT)) {
                book.rejected++;
            }
            return;
        }
        if (line.has(start, WARNING)) {
            signIn(line, start + WARNING.length);
            return;
        }
        int end = id(line, start);
        if (end > 0) {
            withId(line, end, heading);
        } else if (line.has(start, DISCONNECT)) {
            leave(heading.pid, false);
        } else if (line.has(start, LOST) || line.has(start, TIMEOUT) || line.has(start, TOO_MANY)) {
            leave(heading.pid, line.contains(DATA.bytes, start) || line.contains(END_OF_MESSAGE, start));
        }
    }

    private void withId(Line line, int end, Heading heading) {
        long id = name;
        int body = end + 2;
        if (line.has(body, CLIENT)) {
            leave(heading.pid, false);
            book.taken(id, heading.stamp);
            processes.put(heading.pid, id);
        } else if (line.has(body, REJECT) || line.has(body, MILTER_REJECT)) {
            book.rejected++;
            if (line.contains(END_OF_MESSAGE, body) || line.has(body + REJECT.length, DATA)) {
                drop(id);
            }
        }
    }

    /// The client is gone: what it had announced and not handed over is no message.
    private void leave(int pid, boolean duringData) {
        Long id = processes.remove(pid);
        if (id != null) {
            LoggedMessage message = book.get(id);
            if (message != null && !message.queued && (!message.hasHeader || duringData)) {
                book.forget(id);
            }
        }
    }

    private void drop(long id) {
        LoggedMessage message = book.get(id);
        if (message != null && !message.queued) {
            book.forget(id);
        }
    }

    private void signIn(Line line, int start) {
        int sasl = line.find(SASL, start);
        if (sasl < 0 || line.find(NO_SIGN_IN, sasl) < 0) {
            return;
        }
        int user = line.find(SASL_USER, sasl);
        int address = line.until('[', start, sasl) + 1;
        book.signIns.failed(user < 0 ? "" : line.text(user + SASL_USER.length, line.until(',', user, line.to)),
                line.hash(Math.min(address, sasl), line.until(']', address, sasl)));
    }

    private void delivered(Line line, int start, long stamp, boolean local) {
        int end = id(line, start);
        if (end >= 0) {
            deliveries.take(line, name, end + 2, stamp, local);
        }
    }
}
