package org.mailmedic.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How faults look from near: times, bytes, and what comes after the first reply.
@Timeout(30)
class MannersTest {
    @Test
    void aTarpitGreetsByteByByte() throws Exception {
        try (var server = Servers.start("greeting-tarpit"); var client = RawClient.plain(server)) {
            long start = System.nanoTime();
            client.expect("220 practice.test ESMTP please be patient");
            // 61 bytes with a tenth of the delay (400 ms) after each but the last.
            assertTrue(System.nanoTime() - start > TimeUnit.MILLISECONDS.toNanos(2_000));
        }
    }

    @Test
    void aSlowGreetingTakesTheDelay() throws Exception {
        try (var server = Servers.start("greeting-slow"); var client = RawClient.plain(server)) {
            long start = System.nanoTime();
            client.expect("220");
            assertTrue(System.nanoTime() - start > TimeUnit.MILLISECONDS.toNanos(300));
        }
    }

    @Test
    void aLongBannerHasThreeLines() throws Exception {
        try (var server = Servers.start("healthy-long-banner"); var client = RawClient.plain(server)) {
            assertEquals(3, client.expect("220-practice.test ESMTP Exim").lines().count());
        }
    }

    @Test
    void aFloodDoesNotEnd() throws Exception {
        try (var server = Servers.start("endless-flood"); var client = RawClient.plain(server)) {
            assertEquals(1 << 20, client.read(1 << 20).length);
        }
    }

    @Test
    void aFirewallBlotsOut() throws Exception {
        try (var server = Servers.start("interfered-banner"); var client = RawClient.plain(server)) {
            assertTrue(client.reply().matches("220 \\*+"));
            var hello = client.ask("EHLO client.test", "250");
            assertTrue(hello.contains("\n250-XXXXXXXA\n"));
            assertFalse(hello.contains("STARTTLS"));
            client.ask("STARTTLS", "502");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "imap-server | * OK    | * BAD Error in IMAP command received by server. | * BYE Logging out",
            "pop3-server | +OK     | -ERR Unknown command.                           | +OK Logging out",
            "ftp-server  | 220 Pro | 500 Command not understood                      | 221 Goodbye.",
            "greeting-554| 554     | 503 5.5.1 Bad sequence of commands              | 221 2.0.0 Bye",
            "greeting-450-busy| 450| 503 5.5.1 Bad sequence of commands              | 221 2.0.0 Bye"})
    void othersAnswerInTheirOwnWay(String name, String banner, String answer, String farewell) throws Exception {
        try (var server = Servers.start(name); var client = RawClient.plain(server)) {
            client.expect(banner);
            client.ask("EHLO client.test", answer);
            client.ask("HELO client.test", answer);
            client.ask("QUIT", farewell);
            assertNull(client.reply());
        }
    }

    @Test
    void aWebServerWaitsToBeAsked() throws Exception {
        try (var server = Servers.start("web-server"); var client = RawClient.plain(server)) {
            client.patience(200);
            assertThrows(SocketTimeoutException.class, client::reply);
            client.patience(5_000);
            client.ask("EHLO client.test", "HTTP/1.1 400 Bad Request");
        }
    }

    @ParameterizedTest
    @CsvSource({"greeting-421", "greeting-521", "hello-421"})
    void serversCloseAfterSayingSo(String name) throws Exception {
        try (var server = Servers.start(name); var client = RawClient.plain(server)) {
            if (name.equals("hello-421")) {
                client.expect("220");
                client.send("EHLO client.test");
            }
            assertTrue(client.reply().matches("[45]21 .*"));
            assertNull(client.reply());
        }
    }

    @Test
    void injectedTextComesWithTheReplyAndTheHandshakeWorksAllTheSame() throws Exception {
        try (var server = Servers.start("starttls-injected"); var client = RawClient.plain(server)) {
            client.expect("220");
            client.ask("EHLO client.test", "250");
            client.ask("STARTTLS", "220");
            client.expect("250 2.0.0 Injected");
            client.encrypt(server);
            client.ask("EHLO client.test", "250");
        }
    }

    @Test
    void silenceLastsUntilTheCallerLeaves() throws Exception {
        try (var server = Servers.start("hello-silent"); var client = RawClient.plain(server)) {
            client.expect("220");
            client.send("EHLO client.test");
            client.send("NOOP");
            client.patience(300);
            assertThrows(SocketTimeoutException.class, client::reply);
        }
    }

    @Test
    void signInDemandedIsSignInAccepted() throws Exception {
        try (var server = Servers.start("sign-in-required"); var client = RawClient.encrypted(server)) {
            client.ask("MAIL FROM:<a@practice.test>", "530 5.7.0 Authentication required");
            client.ask("AUTH PLAIN " + RawClient.base64("\0practice@practice.test\0Tr4in-ing-Day"), "235");
            client.ask("MAIL FROM:<a@practice.test>", "250");
        }
    }

    @Test
    void encryptionDemandedIsEncryptionAccepted() throws Exception {
        try (var server = Servers.start("starttls-required"); var client = RawClient.encrypted(server)) {
            client.ask("MAIL FROM:<a@practice.test>", "250");
        }
    }

    @Test
    void aRefusedMessageIsNotKept() throws Exception {
        try (var server = Servers.start("message-spam")) {
            assertTrue(new Walk(server, "").end().startsWith("message 554"));
            assertEquals(0, server.messages().size());
            assertEquals(1, server.signInAttempts());
        }
    }
}
