package org.mailmedic.lab.peer;

import java.io.IOException;

/// What a server does with one connection. It may end by any exception; the connection is closed afterwards.
@FunctionalInterface
public interface Conversation {
    void with(Line line) throws IOException, InterruptedException;

    /// Accepts, and says nothing for as long as anybody waits.
    static Conversation silent() {
        return Line::waitForEver;
    }

    /// Accepts, and closes.
    static Conversation hangUp() {
        return _ -> { };
    }

    /// Accepts, and resets.
    static Conversation reset() {
        return Line::reset;
    }

    /// Says this and waits.
    static Conversation saying(String... lines) {
        return line -> {
            line.say(lines);
            line.waitForEver();
        };
    }
}
