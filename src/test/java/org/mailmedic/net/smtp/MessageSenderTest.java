package org.mailmedic.net.smtp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailmedic.evidence.Failure;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.evidence.Reply;
import org.mailmedic.net.ScriptedServer;
import org.mailmedic.net.SystemNetwork;
import org.mailmedic.net.smtp.MessageSender.Letter;
import org.mailmedic.net.smtp.MessageSender.Result;
import org.mailmedic.net.transport.Deadline;
import org.mailmedic.net.transport.Transcript;
import org.mailmedic.plan.Stage;
import org.mailmedic.practice.PracticeServer;
import org.mailmedic.practice.fault.Faults;
import org.mailmedic.settings.EmailAddress;

@Timeout(60)
final class MessageSenderTest {
    private static final Duration AMPLE = Duration.ofSeconds(20);
    private static final EmailAddress FROM = EmailAddress.parse("person@practice.test").orElseThrow();
    private static final EmailAddress TO = EmailAddress.parse("other@practice.test").orElseThrow();

    private final Transcript transcript = new Transcript(System::nanoTime, System.nanoTime());

    private Result send(InetSocketAddress server, Letter letter, Duration time) throws IOException {
        Deadline deadline = Deadline.in(AMPLE, System::nanoTime);
        var dialogue = new SmtpDialogue(new SystemNetwork().connect(server, deadline), transcript);
        assertEquals(220, dialogue.reply(deadline).code());
        dialogue.command("EHLO [127.0.0.1]", deadline);
        return MessageSender.send(dialogue, transcript, letter, Deadline.in(time, System::nanoTime));
    }

    private static Letter letter(String subject, String body) {
        return new Letter(FROM, TO, subject, body);
    }

    private static InetSocketAddress address(PracticeServer server) {
        return new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), server.plainPort());
    }

    private static String code(Result result) {
        return result.outcome().seen().map(Reply::code).map(String::valueOf)
                .orElseGet(() -> result.outcome().failure().map(Failure::name).orElse("?"));
    }

    /// The library would read a line of any length into memory.
    @ParameterizedTest
    @CsvSource({"MAIL, line", "MAIL, lines", "RCPT, line", "DATA, line", "DATA, lines"})
    void aReplyWithoutAnEndIsAFlood(String verb, String form) throws IOException {
        try (var server = ScriptedServer.start(peer -> {
            peer.say("220 practice.test ESMTP\r\n");
            for (String line = peer.line(); line != null; line = peer.line()) {
                if (line.startsWith(verb)) {
                    String piece = form.equals("line") ? "x".repeat(4096) : "250-more\r\n".repeat(400);
                    for (int i = 0; i < 10_000; i++) {
                        peer.say(piece);
                    }
                }
                peer.say("250 ok\r\n");
            }
        })) {
            Result result = send(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), server.port()), letter("A test", "text"), AMPLE);
            assertEquals("FLOOD", code(result), result.toString());
        }
    }

    @Test
    void oneMessageArrives() throws IOException {
        try (var server = PracticeServer.start(Faults.find("healthy-plaintext").orElseThrow())) {
            Result result = send(address(server), letter("A test", "First line\n.\n..two dots\n.hidden\nlast"), AMPLE);
            assertEquals(Stage.MESSAGE, result.at());
            assertEquals("250", code(result));
            assertEquals(1, server.messages().size());
            var message = server.messages().getFirst();
            assertEquals(FROM.toString(), message.sender());
            assertEquals(List.of(TO.toString()), message.recipients());
            String text = message.text().replace("\r\n", "\n");
            assertTrue(text.contains("\n\nFirst line\n.\n..two dots\n.hidden\nlast"), text);
            for (String header : List.of("From: person@practice.test", "To: other@practice.test", "Subject: A test", "Date: ",
                    "Message-ID: <", "MIME-Version: 1.0")) {
                assertTrue(("\n" + text).contains("\n" + header), header + " in " + text);
            }
            assertEquals(1, server.connections(), "on the connection that was open already");
        }
    }

    @Test
    void wordsOfEveryLanguageAreEncoded() throws IOException {
        try (var server = PracticeServer.start(Faults.find("healthy-plaintext").orElseThrow())) {
            assertEquals("250", code(send(address(server), letter("Prüfung ✓", "Grüße, Привет"), AMPLE)));
            String text = server.messages().getFirst().text();
            assertTrue(text.contains("Subject: =?UTF-8?"), text);
            assertTrue(text.contains("charset=UTF-8"), text);
        }
    }

    /// The transcript shows the commands and replies, and of the message only its size.
    @Test
    void theTranscriptLeavesTheMessageOut() throws IOException {
        try (var server = PracticeServer.start(Faults.find("healthy-plaintext").orElseThrow())) {
            send(address(server), letter("A test", "the words of the message"), AMPLE);
            List<String> lines = transcript.entries().stream().map(Transcript.Entry::line).toList();
            assertTrue(lines.contains("MAIL FROM:<person@practice.test>"), lines::toString);
            assertTrue(lines.contains("RCPT TO:<other@practice.test>"), lines::toString);
            assertTrue(lines.contains("DATA"), lines::toString);
            assertTrue(lines.stream().anyMatch(l -> l.matches("the test message, \\d+ bytes")), lines::toString);
            assertTrue(lines.contains("QUIT"), lines::toString);
            assertFalse(lines.toString().contains("the words of the message"));
            assertEquals(1, lines.stream().filter(l -> l.startsWith("EHLO")).count(), "jakarta.mail's own is answered from here");
        }
    }

    /// A plain server that answers as usual but for one command.
    private static ScriptedServer server(String step, String answer) throws IOException {
        return ScriptedServer.start(peer -> {
            peer.say("220 practice.test\r\n");
            boolean message = false;
            for (String line = peer.line(); line != null; line = peer.line()) {
                String verb = line.equals(".") ? "." : line.split("[ :]", 2)[0];
                if (message && !verb.equals(".")) {
                    continue;
                }
                message = false;
                String reply = verb.equals(step) ? answer : verb.equals("DATA") ? "354 go on\r\n" : verb.equals("QUIT") ? "221 bye\r\n"
                        : "250 2.0.0 ok\r\n";
                if (reply.isEmpty()) {
                    return;
                }
                if (reply.equals("silence")) {
                    peer.untilGone();
                }
                message = reply.startsWith("354");
                peer.say(reply);
            }
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            MAIL | 550 5.7.60 not yours | SENDER | 550
            MAIL | 451 4.3.0 later | SENDER | 451
            RCPT | 550 5.1.1 unknown | RECIPIENT | 550
            RCPT | 450 4.2.0 greylisted | RECIPIENT | 450
            DATA | 451 4.3.0 queue file write error | MESSAGE | 451
            DATA | 554 5.7.1 no | MESSAGE | 554
            . | 554 5.7.1 spam | MESSAGE | 554
            . | 552 5.3.4 too big | MESSAGE | 552
            . | 250 2.0.0 queued as 12345 | MESSAGE | 250
            """)
    void aRefusalHasItsStageAndItsReply(String step, String reply, Stage stage, String code) throws IOException {
        try (var server = server(step, reply + "\r\n")) {
            Result result = send(server.address(), letter("A test", "words"), AMPLE);
            assertEquals(stage, result.at(), result::toString);
            assertEquals(code, code(result));
            assertEquals(reply.substring(4), ((Outcome.Seen<Reply>) result.outcome()).value().text());
        }
    }

    @Test
    void aReplyOfSeveralLinesStaysWhole() throws IOException {
        try (var server = server(".", "550-5.7.26 blocked\r\n550-5.7.26 because\r\n550 5.7.26 of DMARC\r\n")) {
            Result result = send(server.address(), letter("A test", "words"), AMPLE);
            assertEquals(List.of("5.7.26 blocked", "5.7.26 because", "5.7.26 of DMARC"), result.outcome().seen().orElseThrow().lines());
        }
    }

    @ParameterizedTest
    @CsvSource({"MAIL", "RCPT", "DATA", "."})
    void aServerThatGoesIsSeenToGo(String step) throws IOException {
        try (var server = server(step, "")) {
            Result result = send(server.address(), letter("A test", "words"), AMPLE);
            assertTrue(List.of("CLOSED", "RESET").contains(code(result)), result::toString);
        }
    }

    @ParameterizedTest
    @CsvSource({"MAIL", "RCPT", "DATA", "."})
    void aSilentServerIsNotWaitedForForEver(String step) throws IOException {
        try (var server = server(step, "silence")) {
            long began = System.nanoTime();
            assertEquals("TIMEOUT", code(send(server.address(), letter("A test", "words"), Duration.ofMillis(700))));
            assertTrue(System.nanoTime() - began < 8_000_000_000L);
        }
    }

    @Test
    void theConnectionIsClosedInAnyCase() throws Exception {
        for (String answer : List.of("250 ok\r\n", "554 no\r\n")) {
            try (var server = server(".", answer)) {
                send(server.address(), letter("A test", "words"), AMPLE);
                assertTrue(server.allLeft(10));
            }
        }
    }
}
