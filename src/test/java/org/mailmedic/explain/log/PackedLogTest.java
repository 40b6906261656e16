package org.mailmedic.explain.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

final class PackedLogTest {
    private static final String FIRST = """
        Mar  2 00:05:14 mail postfix/smtpd[1998]: 750FC5CCF3: client=client6.example[192.0.2.51]
        Mar  2 00:05:14 mail postfix/cleanup[3017]: 750FC5CCF3: message-id=<a@b.example>
        Mar  2 00:05:14 mail postfix/qmgr[1187]: 750FC5CCF3: from=<x@b.example>, size=8212, nrcpt=1 (queue active)
        Mar  2 00:05:44 mail postfix/smtp[4018]: 750FC5CCF3: to=<y@hotmail.com>, relay=none, delay=30, delays=0/0/30/0, dsn=4.4.1, \
        status=deferred (connect to hotmail-com.olc.protection.outlook.com[52.101.68.12]:25: Connection timed out)
        """;
    private static final String SECOND = """
        Mar  3 00:05:44 mail postfix/smtp[4018]: 750FC5CCF3: to=<y@hotmail.com>, \
        relay=hotmail-com.olc.protection.outlook.com[52.101.68.12]:25, \
        delay=86430, delays=86400/1/27/2, dsn=2.6.0, status=sent (250 2.6.0 Queued mail for delivery)
        Mar  3 00:05:44 mail postfix/qmgr[1187]: 750FC5CCF3: removed
        """;

    @TempDir
    private Path folder;

    /// Something that packs.
    @FunctionalInterface
    private interface Packer {
        OutputStream to(OutputStream out) throws IOException;
    }

    private static byte[] packed(String text, Packer packer) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (OutputStream out = packer.to(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void gzipAndXzAreToldByContentNotByName() throws IOException {
        for (byte[] log : List.of(packed(FIRST + SECOND, GZIPOutputStream::new), packed(FIRST + SECOND, out -> new XZOutputStream(out,
                new LZMA2Options())),
                (FIRST + SECOND).getBytes(StandardCharsets.UTF_8))) {
            LogSummary summary = Logs.read(log).summary();

            assertEquals(1, summary.messages());
            assertEquals(new LogSummary.Attempts(1, 1, 0), summary.attempts());
            assertEquals(Optional.empty(), summary.stopped());
        }
    }

    @Test
    void severalMembersOneAfterTheOtherAreOneLog() throws IOException {
        var all = new ByteArrayOutputStream();
        all.write(packed(FIRST, GZIPOutputStream::new));
        all.write(packed(SECOND, GZIPOutputStream::new));

        assertEquals(new LogSummary.Recipients(1, 0, 0), Logs.read(all.toByteArray()).summary().recipients());
    }

    @Test
    void rotatedFilesAreReadInTheOrderOfTheirTime() throws IOException {
        Path newer = Files.writeString(folder.resolve("mail.log"), SECOND);
        Path older = Files.write(folder.resolve("mail.log.1.gz"), packed(FIRST, GZIPOutputStream::new));

        LogSummary summary = new LogReader(Logs.NOW).read(List.of(newer, older)).summary();

        assertEquals(new LogSummary.Recipients(1, 0, 0), summary.recipients());
        assertEquals("2026-03-02T00:05:14", summary.from().orElseThrow().toString());
        assertEquals("2026-03-03T00:05:44", summary.to().orElseThrow().toString());
        assertEquals(0, summary.queue().messages());
    }

    @Test
    void aPackedLogThatBreaksOffIsReadAsFarAsItGoesAndSaysSo() throws IOException {
        byte[] whole = packed((FIRST + SECOND).repeat(500), GZIPOutputStream::new);

        LogSummary summary = Logs.read(Arrays.copyOf(whole, whole.length - 20)).summary();

        assertEquals(Optional.of("damaged"), summary.stopped());
        assertTrue(summary.attempts().all() > 100, () -> "only " + summary.attempts());
    }

    @Test
    void whatGrowsBeyondTheBoundIsNotReadToItsEnd() throws IOException {
        byte[] zeros = packed("\0".repeat(4_000_000), GZIPOutputStream::new);
        InputStream in = new ByteArrayInputStream(zeros);

        LogSummary summary = new LogReader(Logs.NOW, 1_000_000).read(in).summary();

        assertEquals(Optional.of("growth"), summary.stopped());
    }

    @Test
    void aLineOfAHundredMegabytesTakesNoMoreMemoryThanAnother() throws IOException {
        byte[] end = ("\n" + FIRST + SECOND).getBytes(StandardCharsets.UTF_8);
        InputStream in = new InputStream() {
            private long at;

            @Override
            public int read() {
                at++;
                return at <= 100L << 20 ? 'x' : at - (100L << 20) <= end.length ? end[(int) (at - (100L << 20)) - 1] : -1;
            }
        };

        LogSummary summary = new LogReader(Logs.NOW).read(in).summary();

        assertEquals(new LogSummary.Attempts(1, 1, 0), summary.attempts());
        assertEquals(7, summary.lines());
    }

    @Test
    void lineEndsNulsAndUtf16() throws IOException {
        String log = FIRST + SECOND;
        for (byte[] each : List.of(log.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8), log.replace("\n",
                "\r").getBytes(StandardCharsets.UTF_8),
                ("\0\0\0" + log).getBytes(StandardCharsets.UTF_8), ("\ufeff" + log).getBytes(StandardCharsets.UTF_16LE),
                ("\ufeff" + log).getBytes(StandardCharsets.UTF_8))) {
            LogSummary summary = Logs.read(each).summary();

            assertEquals(6, summary.lines());
            assertEquals(6, summary.understood());
            assertEquals(new LogSummary.Recipients(1, 0, 0), summary.recipients());
        }
    }
}
