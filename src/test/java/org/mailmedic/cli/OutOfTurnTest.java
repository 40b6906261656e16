package org.mailmedic.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailmedic.net.ScriptedServer;

/// Who speaks out of turn shifts nothing: a reply that nobody asked for is named, and the answers after it still belong to their commands.
@Timeout(60)
final class OutOfTurnTest {
    private static Call diagnose(ScriptedServer server, String... more) {
        List<String> words = new ArrayList<>(List.of("diagnose", "--host", "127.0.0.1", "--port", String.valueOf(server.port()),
                "--security", "none", "--from", "a@shop.test", "--to", "b@shop.test", "--controls", "none", "--profile", "quick",
                "--timeout", "5", "--format", "json"));
        words.addAll(List.of(more));
        return new Call().run(words);
    }

    private static void serve(ScriptedServer.Peer peer, String greeting, String hello, String mail) throws IOException {
        peer.say(greeting);
        for (String line = peer.line(); line != null; line = peer.line()) {
            peer.say(line.startsWith("EHLO") ? hello : line.startsWith("MAIL") ? mail : line.startsWith("QUIT") ? "221 bye\r\n"
                    : "250 ok\r\n");
        }
    }

    @Test
    void twoGreetings() throws IOException {
        try (var server = ScriptedServer.start(peer ->
                serve(peer, "220 one\r\n220 two\r\n", "250-shop.test\r\n250 8BITMIME\r\n", "250 ok\r\n"))) {
            var call = diagnose(server);
            assertTrue(call.out().contains("smtp.interfered"), call.out());
            assertTrue(call.out().contains("8BITMIME"), "the answer to EHLO was read");
        }
    }

    /// What is refused is what was refused.
    @Test
    void anAnswerTooManyAfterTheHello() throws IOException {
        try (var server = ScriptedServer.start(peer -> serve(peer, "220 one\r\n", "250 shop.test\r\n250 once more\r\n",
                "550 5.1.8 sender address rejected\r\n"))) {
            var call = diagnose(server);
            assertEquals(1, call.code());
            assertTrue(call.out().contains("send.sender_rejected") && call.out().contains("smtp.interfered"), call.out());
            assertFalse(call.out().contains("send.recipient_rejected"), call.out());
        }
    }

    /// RFC 5321 §3.8: a server may say at any time that it closes.
    @Test
    void aServerThatClosesMaySoAtAnyTime() throws IOException {
        try (var server = ScriptedServer.start(peer ->
                serve(peer, "220 one\r\n", "250 shop.test\r\n421 4.3.2 shutting down\r\n", "250 ok\r\n"))) {
            var call = diagnose(server);
            assertTrue(call.out().contains("smtp.overloaded"), call.out());
            assertFalse(call.out().contains("smtp.interfered"), call.out());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"300", "334", "354"})
    void askingForMoreIsNoSuccess(String code) throws IOException {
        try (var server = ScriptedServer.start(peer -> serve(peer, "220 one\r\n", "250 shop.test\r\n", code + " go on\r\n"))) {
            var call = diagnose(server);
            assertEquals(1, call.code(), call.out());
            assertTrue(call.out().contains("smtp.interfered"), call.out());
        }
        try (var server = ScriptedServer.start(peer -> serve(peer, "220 one\r\n", code + " go on\r\n", "250 ok\r\n"))) {
            var call = diagnose(server);
            assertEquals(1, call.code(), call.out());
            assertTrue(call.out().contains("smtp.interfered"), call.out());
        }
    }
}
