package org.mailmedic.lab.peer;

import java.io.IOException;

/// How a scripted mail server reacts to one command.
@FunctionalInterface
public interface Reaction {
    /// @return whether the conversation goes on
    boolean to(Line line, String command) throws IOException, InterruptedException;

    static Reaction reply(String... lines) {
        return (line, _) -> {
            line.say(lines);
            return true;
        };
    }

    /// Replies, and closes.
    static Reaction lastWords(String... lines) {
        return (line, _) -> {
            line.say(lines);
            return false;
        };
    }

    static Reaction hangUp() {
        return (_, _) -> false;
    }

    static Reaction reset() {
        return (line, _) -> {
            line.reset();
            return false;
        };
    }

    static Reaction silence() {
        return (line, _) -> {
            line.waitForEver();
            return false;
        };
    }
}
