package org.mailmedic.net.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.mailmedic.net.transport.Transcript.Entry;
import org.mailmedic.net.transport.Transcript.Speaker;

final class TranscriptTest {
    private final AtomicLong clock = new AtomicLong(5_000_000_000L);
    private final Transcript transcript = new Transcript(clock::get, clock.get());

    @Test
    void writesDownWhoSaidWhatAndWhen() {
        transcript.note(Note.CONNECTED, "192.0.2.1", 587);
        clock.addAndGet(41_200_000);
        transcript.server("220 mail.example");
        transcript.client("EHLO [127.0.0.1]");
        assertEquals(new Entry(0, Speaker.NOTE, "connected to 192.0.2.1, port 587"), transcript.entries().get(0));
        assertEquals(new Entry(41.2, Speaker.SERVER, "220 mail.example"), transcript.entries().get(1));
        assertEquals(new Entry(41.2, Speaker.CLIENT, "EHLO [127.0.0.1]"), transcript.entries().get(2));
    }

    @Test
    void isBoundedAndPrintable() {
        transcript.server("220 \u001b[2J" + "x".repeat(100_000));
        String line = transcript.entries().getFirst().line();
        assertTrue(line.startsWith("220 \\x1b[2Jxxx"));
        assertTrue(line.length() <= 1000);
        for (int i = 0; i < 10_000; i++) {
            transcript.server("250-more");
        }
        assertEquals(2000, transcript.entries().size());
    }
}
