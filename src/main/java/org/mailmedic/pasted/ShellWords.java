package org.mailmedic.pasted;

import java.util.ArrayList;
import java.util.List;

/// The words of a command as a shell splits them: at blanks, but not inside quotes; a backslash at the end of a line joins it with the
/// next.
public final class ShellWords {
    private static final int MOST = 400;
    private static final int LONGEST = 1000;

    private ShellWords() {}

    public static List<String> of(String command) {
        List<String> words = new ArrayList<>();
        var word = new StringBuilder();
        boolean begun = false;
        for (int at = 0; at < command.length() && words.size() < MOST; at++) {
            char c = command.charAt(at);
            int close = c == '\'' || c == '"' ? command.indexOf(c, at + 1, Math.min(command.length(), at + LONGEST)) : -1;
            if (close > 0) {
                word.append(command, at + 1, close);
                begun = true;
                at = close;
            } else if (c <= ' ' || c == '\\' && at + 1 < command.length() && command.charAt(at + 1) == '\n') {
                if (begun) {
                    words.add(word.toString());
                }
                word.setLength(0);
                begun = false;
            } else {
                word.append(c);
                begun = true;
            }
        }
        if (begun) {
            words.add(word.toString());
        }
        return words;
    }
}
