package org.mailmedic.explain.log;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the lines of Postfix (2.3 and later) into the book.
final class PostfixLines {
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
    private static final Word LOOPBACK = Word.of("127.");
    private static final byte[] CONNECT_TO = Line.bytes("connect to ");
    private static final byte[] WITH = Line.bytes(" with ");
    private static final Word HOST = Word.of("host ");
    private static final Word PRIVATE = Word.of("[private/");
    private static final Word NONE = Word.of("none,");
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
    /// The number of the queue name that was read last, as [Line#key] makes it.
    private long name;
    /// Where the values of the delivery line's fields stand, -1 where it has none, and where they end.
    private int relay;
    private int delay;
    private int delayTo;
    private int delays;
    private int delaysTo;
    private int dsn;
    private int dsnTo;
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
    }

    /// Takes the line when it is Postfix's.
    ///
    /// @return whether it is
    boolean take(Line line, Heading heading) {
        Daemon daemon = daemon(line, heading.tagFrom, heading.tagTo);
        int start = heading.message;
        switch (daemon) {
            case REMOTE, LOCAL -> delivery(line, start, heading.stamp, daemon == Daemon.LOCAL);
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

    private void delivery(Line line, int start, long stamp, boolean local) {
        int end = id(line, start);
        if (end < 0 || !line.has(end + 2, TO)) {
            return;
        }
        int to = end + 2 + TO.length;
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
            delivered(line, name, to, toEnd, status, state, Math.min(words, line.to), stamp, local);
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
