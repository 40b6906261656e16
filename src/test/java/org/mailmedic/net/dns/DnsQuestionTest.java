package org.mailmedic.net.dns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailmedic.evidence.Evidence.Answer;
import org.mailmedic.evidence.Failure;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.net.TinyDns;
import org.mailmedic.net.transport.Deadline;
import org.mailmedic.plan.AddressText;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Type;

@Timeout(60)
final class DnsQuestionTest {
    private static final String HOST = "smtp.practice.test";
    private static final Duration AMPLE = Duration.ofSeconds(20);

    private static Outcome<Answer> ask(String type, BiConsumer<String, Message> script) throws IOException {
        try (var server = TinyDns.answering(script)) {
            return ask(server.address(), type, AMPLE);
        }
    }

    private static Outcome<Answer> ask(InetSocketAddress server, String type, Duration time) {
        return new DnsQuestion(server, Deadline.in(time, System::nanoTime)).ask(HOST, type);
    }

    private static List<String> addresses(Outcome<Answer> outcome) {
        return outcome.seen().orElseThrow(() -> new AssertionError(outcome)).addresses().stream().map(AddressText::of).toList();
    }

    private static BiConsumer<String, Message> code(int rcode) {
        return (_, reply) -> reply.getHeader().setRcode(rcode);
    }

    @Test
    void findsAddresses() throws IOException {
        BiConsumer<String, Message> both = (name, reply) -> {
            boolean v6 = reply.getQuestion().getType() == Type.AAAA;
            TinyDns.address(reply, name, v6 ? "2001:db8::1" : "192.0.2.1");
            TinyDns.address(reply, name, v6 ? "2001:db8::2" : "192.0.2.2");
        };
        assertEquals(List.of("192.0.2.1", "192.0.2.2"), addresses(ask("A", both)));
        assertEquals(List.of("2001:db8::1", "2001:db8::2"), addresses(ask("AAAA", both)));
    }

    @ParameterizedTest
    @CsvSource({"3, NAME_NOT_FOUND", "2, SERVER_FAILURE", "4, SERVER_FAILURE", "5, RESOLVER_REFUSED", "0, NO_ADDRESS"})
    void tellsTheWaysOfSayingNo(int rcode, Failure failure) throws IOException {
        Outcome<Answer> outcome = ask("A", code(rcode));
        assertTrue(outcome.failed(failure), outcome::toString);
        assertEquals(Rcode.string(rcode), ((Outcome.Failed<Answer>) outcome).raw());
    }

    @Test
    void othersAnswersAreNoAnswer() throws IOException {
        assertTrue(ask("A", (_, reply) -> TinyDns.address(reply, "other.practice.test.", "192.0.2.1")).failed(Failure.NO_ADDRESS));
        assertTrue(ask("A", (name, reply) -> TinyDns.address(reply, name, "2001:db8::1")).failed(Failure.NO_ADDRESS));
    }

    @Test
    void followsAliasesInOneReply() throws IOException {
        var outcome = ask("A", (name, reply) -> {
            TinyDns.alias(reply, name, "mail.practice.test.");
            TinyDns.alias(reply, "mail.practice.test.", "host.practice.test.");
            TinyDns.address(reply, "host.practice.test.", "192.0.2.1");
        });
        assertEquals(List.of("192.0.2.1"), addresses(outcome));
        assertEquals(List.of("mail.practice.test", "host.practice.test"), outcome.seen().orElseThrow().aliases());
    }

    @Test
    void followsAliasesOneByOne() throws IOException {
        try (var server = TinyDns.answering((name, reply) -> {
            switch (name) {
                case "smtp.practice.test." -> TinyDns.alias(reply, name, "mail.practice.test.");
                case "mail.practice.test." -> TinyDns.alias(reply, name, "HOST.practice.test.");
                default -> TinyDns.address(reply, "host.practice.test.", "192.0.2.1");
            }
        })) {
            assertEquals(List.of("192.0.2.1"), addresses(ask(server.address(), "A", AMPLE)));
            assertEquals(List.of("A smtp.practice.test.", "A mail.practice.test.", "A HOST.practice.test."), server.asked());
        }
    }

    @Test
    void anAliasToNothingIsBroken() throws IOException {
        var nowhere = ask("A", (name, reply) -> {
            if (name.startsWith("smtp")) {
                TinyDns.alias(reply, name, "gone.practice.test.");
            }
            reply.getHeader().setRcode(Rcode.NXDOMAIN);
        });
        assertTrue(nowhere.failed(Failure.CNAME_BROKEN), nowhere::toString);
        var later = ask("A", (name, reply) -> {
            if (name.startsWith("smtp")) {
                TinyDns.alias(reply, name, "gone.practice.test.");
            } else {
                reply.getHeader().setRcode(Rcode.NXDOMAIN);
            }
        });
        assertTrue(later.failed(Failure.CNAME_BROKEN), later::toString);
    }

    @Test
    void anAliasToANameWithoutAddressHasNone() throws IOException {
        var outcome = ask("A", (name, reply) -> {
            if (name.startsWith("smtp")) {
                TinyDns.alias(reply, name, "empty.practice.test.");
            }
        });
        assertTrue(outcome.failed(Failure.NO_ADDRESS), outcome::toString);
    }

    @Test
    void aLoopIsBroken() throws IOException {
        var itself = ask("A", (name, reply) -> TinyDns.alias(reply, name, name));
        assertTrue(itself.failed(Failure.CNAME_BROKEN), itself::toString);
        var pair = ask("A", (name, reply) ->
                TinyDns.alias(reply, name, name.startsWith("smtp") ? "mail.practice.test." : "smtp.practice.test."));
        assertTrue(pair.failed(Failure.CNAME_BROKEN), pair::toString);
        var inOneReply = ask("A", (_, reply) -> {
            TinyDns.alias(reply, "smtp.practice.test.", "mail.practice.test.");
            TinyDns.alias(reply, "mail.practice.test.", "smtp.practice.test.");
        });
        assertTrue(inOneReply.failed(Failure.CNAME_BROKEN), inOneReply::toString);
    }

    /// As unbound does: SERVFAIL for addresses; asked for the aliases, it shows the loop.
    @Test
    void aLoopBehindAServerFailureIsFoundOut() throws IOException {
        var outcome = ask("A", (name, reply) -> {
            if (reply.getQuestion().getType() == Type.CNAME) {
                TinyDns.alias(reply, name, name.startsWith("smtp") ? "mail.practice.test." : "smtp.practice.test.");
            } else {
                reply.getHeader().setRcode(Rcode.SERVFAIL);
            }
        });
        assertTrue(outcome.failed(Failure.CNAME_BROKEN), outcome::toString);
    }

    @Test
    void anEndlessChainEnds() throws IOException {
        try (var server = TinyDns.answering((name, reply) -> TinyDns.alias(reply, name, "a" + name))) {
            var outcome = ask(server.address(), "A", AMPLE);
            assertTrue(outcome.failed(Failure.CNAME_BROKEN), outcome::toString);
            assertTrue(server.asked().size() <= 20, () -> server.asked().size() + " questions");
        }
    }

    @Test
    void aSilentServerIsAskedTwiceAndNoLonger() throws IOException {
        try (var server = TinyDns.answering((_, reply) -> TinyDns.keepSilent(reply))) {
            long began = System.nanoTime();
            var outcome = ask(server.address(), "A", Duration.ofMillis(800));
            assertTrue(outcome.failed(Failure.TIMEOUT), outcome::toString);
            assertTrue(System.nanoTime() - began < 6_000_000_000L);
            assertEquals(2, server.asked().size());
        }
    }

    @Test
    void oneLostPacketIsNoSilence() throws IOException {
        var lost = new boolean[1];
        var outcome = ask("A", (name, reply) -> {
            if (!lost[0]) {
                lost[0] = true;
                TinyDns.keepSilent(reply);
                return;
            }
            TinyDns.address(reply, name, "192.0.2.1");
        });
        assertEquals(List.of("192.0.2.1"), addresses(outcome));
    }

    @Test
    void nobodyAtTheDoorIsSaidAtOnce() throws IOException {
        int port;
        try (var gone = new DatagramSocket(0, InetAddress.ofLiteral("127.0.0.1"))) {
            port = gone.getLocalPort();
        }
        long began = System.nanoTime();
        var outcome = ask(new InetSocketAddress("127.0.0.1", port), "A", AMPLE);
        assertTrue(outcome.failed(Failure.RESOLVER_UNREACHABLE), outcome::toString);
        assertTrue(System.nanoTime() - began < 10_000_000_000L);
    }

    @Test
    void aNameThatDnsCannotHoldIsNotFound() throws IOException {
        try (var server = TinyDns.answering(code(0))) {
            var question = new DnsQuestion(server.address(), Deadline.in(AMPLE, System::nanoTime));
            assertTrue(question.ask("a".repeat(64) + ".test", "A").failed(Failure.NAME_NOT_FOUND));
            assertTrue(question.ask("a..test", "A").failed(Failure.NAME_NOT_FOUND));
            assertEquals(List.of(), server.asked());
        }
    }
}
