package org.mailmedic.net.smtp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailmedic.evidence.Failure;
import org.mailmedic.evidence.Reply;
import org.mailmedic.net.ScriptedServer;
import org.mailmedic.net.SystemNetwork;
import org.mailmedic.net.transport.Deadline;
import org.mailmedic.net.transport.Failures;
import org.mailmedic.net.transport.Transcript;
import org.mailmedic.net.transport.Transcript.Speaker;
import org.mailmedic.net.transport.UnexpectedBytes;

@Timeout(30)
final class SmtpDialogueTest {
    private static final Duration AMPLE = Duration.ofSeconds(10);

    private final Transcript transcript = new Transcript(System::nanoTime, System.nanoTime());

    private SmtpDialogue with(ScriptedServer server) throws IOException {
        return new SmtpDialogue(new SystemNetwork().connect(server.address(), in(AMPLE)), transcript);
    }

    private static Deadline in(Duration time) {
        return Deadline.in(time, System::nanoTime);
    }

    private Reply greeting(String bytes) throws IOException {
        try (var server = ScriptedServer.saying(bytes); var dialogue = new Closing(with(server))) {
            return dialogue.reply(in(AMPLE));
        }
    }

    /// A dialogue that a test can leave open.
    private record Closing(SmtpDialogue dialogue) implements AutoCloseable {
        Reply reply(Deadline deadline) throws IOException {
            return dialogue.reply(deadline);
        }

        @Override
        public void close() {
            dialogue.link().close();
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            '220 mail.example ESMTP', 220, mail.example ESMTP
            '220', 220, ''
            '220 ', 220, ''
            '220  two blanks', 220, ' two blanks'
            '220\tmail.example ESMTP', 220, mail.example ESMTP
            '554 5.7.1 go away', 554, 5.7.1 go away
            """)
    void readsOneLine(String line, int code, String text) throws IOException {
        assertEquals(new Reply(code, List.of(text)), greeting(line + "\r\n"));
        assertEquals(new Reply(code, List.of(text)), greeting(line + "\n"), "a lenient reader takes a bare line feed");
    }

    @Test
    void readsSeveralLines() throws IOException {
        assertEquals(new Reply(220, List.of("one", "two", "", "four")), greeting("220-one\r\n220-two\r\n220-\r\n220 four\r\n"));
        assertEquals(new Reply(220, List.of("one", "")), greeting("220-one\r\n220\r\n"));
    }

    @Test
    void joinsWhatComesInPieces() throws Exception {
        var more = new CountDownLatch(1);
        try (var server = ScriptedServer.start(peer -> {
            peer.say("22");
            peer.say("0-mail.exa");
            more.countDown();
            peer.say("mple\r");
            peer.say("\n220 ready\r\n");
            peer.untilGone();
        }); var dialogue = new Closing(with(server))) {
            more.await();
            assertEquals(new Reply(220, List.of("mail.example", "ready")), dialogue.reply(in(AMPLE)));
        }
    }

    @Test
    void readsUtf8AndElseLatin1() throws IOException {
        assertEquals(List.of("Grüße"), greeting(new String("220 Grüße\r\n".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))
                .lines());
        assertEquals(List.of("Grüße"), greeting("220 Grüße\r\n").lines());
    }

    @ParameterizedTest
    @ValueSource(strings = {"* OK IMAP ready\r\n", "+OK POP3 ready\r\n", "SSH-2.0-OpenSSH_9.6\r\n", "HTTP/1.1 400 Bad Request\r\n", "\r\n",
            "22 x\r\n", "2200 x\r\n",
            "220x\r\n", "199 x\r\n", "600 x\r\n", " 220 x\r\n", "22O x\r\n", "220-one\r\n250 two\r\n", "220-one\r\n\r\n",
                    "220-one\r\ntwo\r\n", "\u0015\u0003\u0003\0\u0002\u0002\n"})
    void refusesWhatIsNoReply(String bytes) {
        assertEquals(Failure.NOT_SMTP, strange(bytes).failure());
    }

    private UnexpectedBytes strange(String bytes) {
        return assertThrows(UnexpectedBytes.class, () -> greeting(bytes));
    }

    @Test
    void refusesAFlood() {
        assertEquals(Failure.FLOOD, strange("220-line\r\n".repeat(30_000)).failure(), "of lines");
        assertEquals(Failure.FLOOD, strange("220-" + "x".repeat(100_000)).failure(), "in one line");
        assertEquals(Failure.FLOOD, strange(("220-" + "x".repeat(7000) + "\r\n").repeat(40)).failure(), "of bytes");
        assertTrue(transcript.entries().size() <= 600);
    }

    @Test
    void takesAsMuchAsAHonestServerSays() throws IOException {
        assertEquals(1500, greeting("250-x\r\n".repeat(1499) + "250 x\r\n").lines().size(), "odd and legal");
        assertEquals(7000, greeting("220 " + "x".repeat(7000) + "\r\n").lines().getFirst().length());
    }

    @Test
    void endsWithTheServer() throws IOException {
        for (String said : List.of("", "220 mail.exam", "220-one\r\n", "220-one\r\n22")) {
            try (var server = ScriptedServer.start(peer -> peer.say(said)); var dialogue = new Closing(with(server))) {
                assertThrows(EOFException.class, () -> dialogue.reply(in(AMPLE)), said);
            }
        }
        assertTrue(transcript.entries().stream().anyMatch(e -> e.line().equals("220 mail.exam")), "what came is evidence");
    }

    @Test
    void noticesAReset() throws IOException {
        try (var server = ScriptedServer.start(peer -> {
            peer.line();
            peer.reset();
        }); var dialogue = new Closing(with(server))) {
            var problem = assertThrows(SocketException.class, () -> dialogue.dialogue().command("NOOP", in(AMPLE)));
            assertEquals(Failure.RESET, Failures.<Void>talking(problem).failure().orElseThrow());
        }
    }

    /// The deadline is of the step: bytes that trickle in do not push it away.
    @Test
    void isNotHeldUpByDrops() throws IOException {
        var step = Duration.ofMillis(400);
        try (var server = ScriptedServer.start(peer -> {
            var pace = new CountDownLatch(1);
            while (!pace.await(50, TimeUnit.MILLISECONDS)) {
                peer.say("2");
            }
        }); var dialogue = new Closing(with(server))) {
            long began = System.nanoTime();
            assertThrows(SocketTimeoutException.class, () -> dialogue.reply(in(step)));
            double tookMs = (System.nanoTime() - began) / 1e6;
            assertTrue(tookMs >= 395 && tookMs < 3000, () -> tookMs + " ms");
        }
    }

    @Test
    void waitsNoLongerThanTold() throws IOException {
        try (var server = ScriptedServer.saying(""); var dialogue = new Closing(with(server))) {
            long began = System.nanoTime();
            assertThrows(SocketTimeoutException.class, () -> dialogue.reply(in(Duration.ofMillis(200))));
            assertTrue(System.nanoTime() - began < 3_000_000_000L);
            assertThrows(SocketTimeoutException.class, () -> dialogue.reply(in(Duration.ZERO)));
        }
    }

    @Test
    void saysOneLineAtATime() throws IOException {
        try (var server = ScriptedServer.start(peer -> {
            peer.say("220 ready\r\n");
            while (peer.line() != null) {
                peer.say("250 ok\r\n");
            }
        }); var dialogue = new Closing(with(server))) {
            dialogue.reply(in(AMPLE));
            assertEquals(250, dialogue.dialogue().command("EHLO [127.0.0.1]", in(AMPLE)).code());
            assertEquals(250, dialogue.dialogue().command("MAIL FROM:<grüße@example.org>", in(AMPLE)).code());
            assertEquals(List.of("EHLO [127.0.0.1]", "MAIL FROM:<grüße@example.org>"), server.heard());
        }
    }

    /// What is secret reaches the server, and neither the transcript nor the array that held it keeps it.
    @Test
    void keepsSecretsOutOfTheTranscript() throws IOException {
        try (var server = ScriptedServer.start(peer -> {
            peer.line();
            peer.say("235 ok\r\n");
            peer.untilGone();
        }); var dialogue = new Closing(with(server))) {
            byte[] line = "AUTH PLAIN AHNlY3JldA==".getBytes(StandardCharsets.US_ASCII);
            dialogue.dialogue().secretCommand(line, "AUTH PLAIN ••••", in(AMPLE));
            assertEquals(List.of("AUTH PLAIN AHNlY3JldA=="), server.heard());
            assertArrayEquals(new byte[line.length], line);
            assertFalse(transcript.entries().toString().contains("AHNlY3JldA"));
            assertTrue(transcript.entries().stream().anyMatch(e -> e.from() == Speaker.CLIENT && e.line().equals("AUTH PLAIN ••••")));
        }
    }

    @Test
    void wipesTheSecretAlsoWhenTheServerIsGone() throws IOException {
        try (var server = ScriptedServer.start(_ -> { }); var dialogue = new Closing(with(server))) {
            byte[] line = "AUTH PLAIN AHNlY3JldA==".getBytes(StandardCharsets.US_ASCII);
            assertThrows(IOException.class, () -> dialogue.dialogue().secretCommand(line, "AUTH PLAIN ••••", in(AMPLE)));
            assertArrayEquals(new byte[line.length], line);
        }
    }

    @Test
    void noticesWhatWasSlippedInBehindAReply() throws IOException {
        try (var server = ScriptedServer.saying("220 ready\r\n250 injected\r\n"); var dialogue = new Closing(with(server))) {
            assertEquals(220, dialogue.reply(in(AMPLE)).code());
            assertTrue(dialogue.dialogue().saidMore());
            dialogue.dialogue().forget();
            assertFalse(dialogue.dialogue().saidMore());
        }
        try (var server = ScriptedServer.saying("220 ready\r\n"); var dialogue = new Closing(with(server))) {
            dialogue.reply(in(AMPLE));
            assertFalse(dialogue.dialogue().saidMore());
        }
    }

    @Test
    void saysGoodbyeAndNeverThrows() throws Exception {
        try (var server = ScriptedServer.start(peer -> {
            peer.line();
            peer.say("221 bye\r\n");
            peer.untilGone();
        })) {
            with(server).quit(in(AMPLE));
            assertTrue(server.allLeft(10));
            assertEquals(List.of("QUIT"), server.heard());
        }
        try (var server = ScriptedServer.start(peer -> {
            peer.line();
            peer.reset();
        })) {
            with(server).quit(in(AMPLE));
        }
        try (var server = ScriptedServer.saying("")) {
            var dialogue = with(server);
            dialogue.quit(in(Duration.ofMillis(100)));
            assertTrue(server.allLeft(10));
        }
    }

    /// Whoever closes a connection ends a read on it at once, and nothing that still comes counts as an answer.
    @Test
    void closingEndsARead() throws Exception {
        try (var server = ScriptedServer.start(peer -> {
            peer.untilGone();
            peer.say("220 too late\r\n");
        })) {
            var dialogue = with(server);
            var closer = Thread.ofVirtual().start(() -> dialogue.link().close());
            long began = System.nanoTime();
            var problem = assertThrows(IOException.class, () -> dialogue.reply(in(AMPLE)));
            assertTrue(System.nanoTime() - began < 5_000_000_000L);
            assertEquals(Failure.CANCELLED, Failures.<Void>talking(problem).failure().orElseThrow());
            closer.join();
        }
    }

    @Test
    void remembersWhatWasHeardFirst() throws IOException {
        try (var server = ScriptedServer.saying("SSH-2.0-OpenSSH_9.6\r\n"); var dialogue = new Closing(with(server))) {
            assertThrows(IOException.class, () -> dialogue.reply(in(AMPLE)));
            assertEquals("SSH-2.0-OpenSSH_9.6\\r\\n", dialogue.dialogue().link().heard());
            assertTrue(dialogue.dialogue().link().firstByteNanos() != 0);
            assertFalse(dialogue.dialogue().link().heardTls());
        }
        try (var server = ScriptedServer.saying("\u0015\u0003\u0003\0\u0002\u0002\u0050"); var dialogue = new Closing(with(server))) {
            assertThrows(IOException.class, () -> dialogue.reply(in(Duration.ofMillis(300))));
            assertTrue(dialogue.dialogue().link().heardTls());
        }
    }
}
