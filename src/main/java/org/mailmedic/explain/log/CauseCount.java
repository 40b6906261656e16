package org.mailmedic.explain.log;

/// How often one cause stopped mail to one provider. Counts up while the log is read.
final class CauseCount {
    final int index;
    final Cause cause;
    final Receiver receiver;
    final Run run = new Run();
    int deferred;
    int bounced;
    /// Recipients of messages that have left the queue.
    int unreached;
    long first = Stamp.NONE;
    long last = Stamp.NONE;
    String example = "";

    CauseCount(int index, Cause cause, Receiver receiver) {
        this.index = index;
        this.cause = cause;
        this.receiver = receiver;
    }

    String provider() {
        return receiver.name;
    }
}
