package org.mailmedic.explain.log;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailmedic.explain.text.PastedSecretMask;

/// The books that the readers of all mail servers' lines write in: which messages are there, what became of them, and why.
///
/// Grows with what waits, not with the length of the log; a message more than [#MOST_MESSAGES] is settled as it stands.
final class MailBook {
    static final int MOST_MESSAGES = 200_000;
    static final int MOST_RECIPIENTS = 2_000_000;

    private static final int EXAMPLE = 400;
    private static final int DOMAINS = 16_384;

    private @Nullable Receivers receivers;
    private @Nullable CauseReader reader;
    final Hours hours = new Hours();
    final SignInBook signIns = new SignInBook();
    final Delays[] delays = new Delays[DelayPhase.values().length];
    long ownSent;

    private final MessageMap live = new MessageMap();
    private long opened;
    private final List<CauseCount> causes = new ArrayList<>();
    private final Memo<CauseCount> causeOfDomain = new Memo<>(DOMAINS);

    long messages;
    long rejected;
    final long[] attempts = new long[3];
    long sentRecipients;
    long failedRecipients;
    /// Messages and recipients that were settled although they had not left.
    long overflowMessages;
    long overflowWaiting;
    private long overflowOldest = Stamp.NONE;
    private long recipientsHeld;

    MailBook() {
        for (int i = 0; i < delays.length; i++) {
            delays[i] = new Delays();
        }
    }

    /// Who takes the mail in; read with the first delivery, since most texts that are looked at are no log.
    Receivers receivers() {
        if (receivers == null) {
            receivers = new Receivers();
        }
        return receivers;
    }

    /// What the words of a delivery mean; read with the first that was stopped.
    CauseReader reader() {
        if (reader == null) {
            reader = new CauseReader();
        }
        return reader;
    }

    /// A message came in from outside or from a local program.
    void taken(long id, long stamp) {
        close(id);
        LoggedMessage message = open(id, stamp);
        message.counted = true;
        messages++;
    }

    /// The message is in the queue; makes it known when the log began after it came.
    LoggedMessage seen(long id, long stamp) {
        LoggedMessage message = live.get(id);
        return message != null ? message : open(id, stamp);
    }

    LoggedMessage get(long id) {
        return live.get(id);
    }

    private LoggedMessage open(long id, long stamp) {
        if (live.size() >= MOST_MESSAGES || recipientsHeld > MOST_RECIPIENTS) {
            makeRoom();
        }
        LoggedMessage message = new LoggedMessage(stamp, opened++);
        live.put(id, message);
        return message;
    }

    /// Settles the oldest messages, an eighth of all, at least one.
    private void makeRoom() {
        long[] orders = live.all().mapToLong(message -> message.order).sorted().toArray();
        long first = orders.length == 1 ? orders[0] + 1 : orders[Math.max(1, orders.length / 8)];
        live.all().filter(message -> message.order < first).forEach(this::settle);
        live.keepFrom(first);
    }

    private void settle(LoggedMessage message) {
        overflowMessages++;
        overflowOldest = overflowOldest == Stamp.NONE ? message.seen : Math.min(overflowOldest, message.seen);
        recipientsHeld -= message.recipients();
        for (int i = 0; i < message.recipients(); i++) {
            boolean waits = message.state(i) == LoggedMessage.DEFERRED && !message.expired;
            sentRecipients += message.state(i) == LoggedMessage.SENT ? 1 : 0;
            overflowWaiting += waits ? 1 : 0;
            failedRecipients += message.state(i) != LoggedMessage.SENT && !waits ? 1 : 0;
            blame(message, i);
        }
    }

    private void blame(LoggedMessage message, int recipient) {
        int cause = message.cause(recipient);
        if (message.state(recipient) != LoggedMessage.SENT && cause >= 0) {
            causes.get(cause).unreached++;
        }
    }

    /// The message has left the queue: what was not sent did not arrive.
    void close(long id) {
        LoggedMessage message = live.remove(id);
        if (message == null) {
            return;
        }
        recipientsHeld -= message.recipients();
        for (int i = 0; i < message.recipients(); i++) {
            if (message.state(i) == LoggedMessage.SENT) {
                sentRecipients++;
            } else {
                failedRecipients++;
                blame(message, i);
            }
        }
    }

    /// The message never was in the queue: refused or cut off while it came in.
    void forget(long id) {
        LoggedMessage message = live.get(id);
        if (message != null && message.recipients() == 0) {
            live.remove(id);
            messages -= message.counted ? 1 : 0;
        }
    }

    /// One delivery line to another server or to an own mailbox.
    ///
    /// @param receiver null for an own mailbox
    /// @param cause    null when it was sent
    /// @param text     where the words about it begin in the line, up to `textTo`
    void attempt(LoggedMessage message, long recipient, long stamp, int state, @Nullable Receiver receiver, @Nullable Cause cause,
            Line line, int text, int textTo) {
        attempts[state]++;
        hours.add(stamp, state);
        int index = -1;
        if (cause != null) {
            CauseCount count = count(cause, receiver == null ? receivers().other : receiver);
            index = count.index;
            stopped(count, stamp, state, line, text, textTo);
            if (receiver != null) {
                count.run.add(stamp, receiver.sent);
            }
        }
        if (receiver != null) {
            tried(receiver, stamp, state, cause);
        } else if (state == LoggedMessage.SENT) {
            ownSent++;
        }
        if (message.note(recipient, state, index)) {
            recipientsHeld++;
        }
    }

    /// The same line said the same about another recipient, too.
    void also(LoggedMessage message, long recipient, int state, long first) {
        if (message.note(recipient, state, message.causeOf(first))) {
            recipientsHeld++;
        }
    }

    private void tried(Receiver receiver, long stamp, int state, @Nullable Cause cause) {
        switch (state) {
            case LoggedMessage.SENT -> receiver.sent++;
            case LoggedMessage.DEFERRED -> receiver.deferred++;
            default -> receiver.bounced++;
        }
        if (state == LoggedMessage.SENT) {
            receiver.sentByHour.add(stamp);
        }
        receiver.speed.tried(stamp, cause);
    }

    private void stopped(CauseCount count, long stamp, int state, Line line, int text, int textTo) {
        if (count.first == Stamp.NONE) {
            count.first = stamp;
            count.example = example(line, text, textTo);
        }
        count.last = stamp;
        count.deferred += state == LoggedMessage.DEFERRED ? 1 : 0;
        count.bounced += state == LoggedMessage.BOUNCED ? 1 : 0;
    }

    /// The words of a line as they may be shown: harmless, and without what is secret in them.
    private static String example(Line line, int from, int to) {
        String words = Inert.text(line.text(from, Math.min(to, from + EXAMPLE)));
        return new PastedSecretMask(words).masked(words);
    }

    /// The recipient waits for a reason that was told before: the cause of its last attempt, or of its domain's.
    Cause earlier(LoggedMessage message, long recipient, long domain) {
        int known = message.causeOf(recipient);
        CauseCount count = known >= 0 ? causes.get(known) : causeOfDomain.get(domain);
        return count == null ? Cause.UNKNOWN : count.cause;
    }

    /// Keeps why a domain's mail waits, for lines that only say that it still does.
    void domainWaits(long domain, Cause cause, Receiver receiver) {
        if (cause.known()) {
            causeOfDomain.put(domain, count(cause, receiver));
        }
    }

    private CauseCount count(Cause cause, Receiver receiver) {
        CauseCount count = receiver.causes[cause.code().ordinal()];
        if (count == null) {
            count = new CauseCount(causes.size(), cause, receiver);
            receiver.causes[cause.code().ordinal()] = count;
            causes.add(count);
        }
        return count;
    }

    /// A recipient in a queue listing: it waits, and the listing may say why. No attempt.
    void waits(LoggedMessage message, long recipient, Receiver receiver, @Nullable Cause cause, Line line, int text, int textTo) {
        int index = -1;
        if (cause != null) {
            CauseCount count = count(cause, receiver);
            index = count.index;
            if (count.example.isEmpty()) {
                count.example = example(line, text, textTo);
            }
        }
        if (message.note(recipient, LoggedMessage.DEFERRED, index)) {
            recipientsHeld++;
        }
    }

    void delay(DelayPhase phase, double seconds) {
        delays[phase.ordinal()].add(seconds);
    }

    List<CauseCount> causes() {
        return causes;
    }

    /// Recipients that did not get their mail, by cause, as it stands now; and how it stands with the queue.
    Standing standing() {
        long[] unreached = new long[causes.size()];
        causes.forEach(cause -> unreached[cause.index] = cause.unreached);
        long sent = sentRecipients;
        long waiting = overflowWaiting;
        long failed = failedRecipients;
        long oldest = overflowOldest;
        for (LoggedMessage message : live.all().toList()) {
            oldest = oldest == Stamp.NONE || Stamp.between(message.seen, oldest) > 0 ? message.seen : oldest;
            for (int i = 0; i < message.recipients(); i++) {
                int state = message.state(i);
                boolean waits = state == LoggedMessage.DEFERRED && !message.expired;
                sent += state == LoggedMessage.SENT ? 1 : 0;
                waiting += waits ? 1 : 0;
                failed += state != LoggedMessage.SENT && !waits ? 1 : 0;
                if (state != LoggedMessage.SENT && message.cause(i) >= 0) {
                    unreached[message.cause(i)]++;
                }
            }
        }
        return new Standing(unreached, new LogSummary.Recipients(sent, waiting, failed), live.size() + overflowMessages, oldest);
    }

    /// @param unreached by the cause's index
    /// @param oldest    stamp of the oldest message that has not left, [Stamp#NONE] without one
    record Standing(long[] unreached, LogSummary.Recipients recipients, long waiting, long oldest) {}
}
