package org.mailmedic.net.transport;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What went out in secret during one run: every answer of a sign-in, as it was sent. Kept to be recognised where a server repeats it, and
/// wiped when the run's report is made. Thread-safe.
public final class SentSecrets implements AutoCloseable {
    private final List<char[]> lines = new ArrayList<>();

    /// @param line one line as it is sent, ASCII; what stands before its last blank is the command and no secret
    synchronized void remember(byte[] line) {
        int start = line.length;
        while (start > 0 && line[start - 1] != ' ') {
            start--;
        }
        var secret = new char[line.length - start];
        for (int i = 0; i < secret.length; i++) {
            secret[i] = (char) (line[start + i] & 0xff);
        }
        lines.add(secret);
    }

    /// Copies that the caller wipes after use.
    public synchronized List<char[]> copies() {
        return lines.stream().map(char[]::clone).toList();
    }

    @Override
    public synchronized void close() {
        lines.forEach(line -> Arrays.fill(line, '\0'));
        lines.clear();
    }
}
