package org.mailmedic.pasted;

import java.util.ArrayList;
import java.util.List;
import org.mailmedic.pasted.Token.Call;
import org.mailmedic.pasted.Token.Pair;

/// What was seen so far on the way through a text, and the line that is being gone through.
final class Tokens {
    private static final int MOST = 60_000;

    private final List<Token> seen = new ArrayList<>();
    private int line;

    /// The next line begins; the first is 1.
    void nextLine() {
        line++;
    }

    void pair(String key, String value, boolean quoted) {
        add(new Pair(key, value, quoted, line));
    }

    void call(String name, List<Pair> arguments) {
        add(new Call(name, arguments, line));
    }

    /// A value without a key, to be the argument of a call.
    Pair argument(String value, boolean quoted) {
        return new Pair("", value, quoted, line);
    }

    boolean full() {
        return seen.size() >= MOST;
    }

    List<Token> all() {
        return seen;
    }

    private void add(Token token) {
        if (!full()) {
            seen.add(token);
        }
    }
}
