package org.mailmedic.net.transport;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/// The dialogue as it happened. Secrets are masked here, where the line is written; nothing that shows it needs to know of them.
/// Thread-safe.
public final class Transcript {
    private static final int LONGEST_LINE = 1000;
    private static final int MOST_LINES = 2000;

    public enum Speaker { SERVER, CLIENT, NOTE }

    /// @param atMs milliseconds since the check-up began
    public record Entry(double atMs, Speaker from, String line) {}

    private final LongSupplier nanoTime;
    private final long beganNanos;
    private final List<Entry> entries = new ArrayList<>();
    private final SentSecrets sent = new SentSecrets();

    public Transcript(LongSupplier nanoTime, long beganNanos) {
        this.nanoTime = nanoTime;
        this.beganNanos = beganNanos;
    }

    /// What the lines that are masked here really were.
    public SentSecrets sent() {
        return sent;
    }

    public void server(String line) {
        add(Speaker.SERVER, line);
    }

    public void client(String line) {
        add(Speaker.CLIENT, line);
    }

    /// @param values what stands in the note's holes, one for each, in their order
    public void note(Note note, Object... values) {
        add(Speaker.NOTE, note.line(values));
    }

    private synchronized void add(Speaker from, String line) {
        if (entries.size() < MOST_LINES) {
            entries.add(new Entry((nanoTime.getAsLong() - beganNanos) / 1e6, from, Printable.of(line, LONGEST_LINE)));
        }
    }

    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }
}
