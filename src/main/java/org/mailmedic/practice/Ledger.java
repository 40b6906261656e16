package org.mailmedic.practice;

import java.util.ArrayList;
import java.util.List;

/// What happened at the server: counts and accepted messages. Used by many threads.
final class Ledger {
    private static final long STORAGE = 32L * 1024 * 1024;

    private final List<ReceivedMessage> messages = new ArrayList<>();
    private long stored;
    private int connections;
    private int signInAttempts;
    private String lastMechanism = "";

    synchronized void connected() {
        connections++;
    }

    synchronized void signInBy(String mechanism) {
        signInAttempts++;
        lastMechanism = mechanism;
    }

    /// Keeps the message, unless the storage is full.
    synchronized boolean keep(ReceivedMessage message) {
        if (stored + message.text().length() > STORAGE) {
            return false;
        }
        stored += message.text().length();
        return messages.add(message);
    }

    synchronized List<ReceivedMessage> messages() {
        return List.copyOf(messages);
    }

    synchronized int connections() {
        return connections;
    }

    synchronized int signInAttempts() {
        return signInAttempts;
    }

    synchronized String lastMechanism() {
        return lastMechanism;
    }
}
