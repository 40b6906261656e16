package org.mailmedic.explain.log;

import java.util.Locale;

/// Where a message spends its time, as Postfix's `delays=a/b/c/d` tells it.
public enum DelayPhase {
    /// From arrival to the queue manager; on later attempts the wait since the first is in here.
    BEFORE_QUEUE,
    /// Waiting for its turn.
    IN_QUEUE,
    /// Name lookup, connection, greeting, encryption.
    CONNECTING,
    /// Envelope and message.
    SENDING,
    /// All of it.
    TOTAL;

    /// The word that documents and metrics use.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
