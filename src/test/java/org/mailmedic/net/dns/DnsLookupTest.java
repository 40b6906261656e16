package org.mailmedic.net.dns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.mailmedic.net.SystemNetwork;
import org.mailmedic.net.TinyDns;
import org.mailmedic.net.dns.DnsAnswer.Status;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;

final class DnsLookupTest {
    private static void text(Message reply, String name, String... strings) {
        try {
            reply.addRecord(new TXTRecord(Name.fromString(name), DClass.IN, 60, Arrays.asList(strings)), Section.ANSWER);
        } catch (TextParseException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    private static DnsAnswer ask(String name, DnsType type, Duration time, TinyDns... servers) {
        List<InetSocketAddress> addresses = Arrays.stream(servers).map(TinyDns::address).toList();
        return new DnsLookup(addresses, List.of(), new SystemNetwork(), time).ask(name, type);
    }

    private static DnsAnswer ask(BiConsumer<String, Message> script, String name) throws IOException {
        try (var server = TinyDns.answering(script)) {
            return ask(name, DnsType.TXT, Duration.ofSeconds(5), server);
        }
    }

    @Test
    void stringsAreJoinedWithoutABlank() throws IOException {
        DnsAnswer answer = ask((name, reply) -> text(reply, name, "v=spf1 ", "-all"), "example.org");
        assertEquals(List.of("v=spf1 -all"), answer.texts());
        assertFalse(answer.authentic());
    }

    @Test
    void theFlagOfAResolverHereIsBelieved() throws IOException {
        assertTrue(ask((name, reply) -> {
            text(reply, name, "x");
            reply.getHeader().setFlag(Flags.AD);
        }, "example.org").authentic());
    }

    @Test
    void noRecordAndNoAnswerAreTwoThings() throws IOException {
        assertEquals(Status.NO_DATA, ask((_, _) -> { }, "example.org").status());
        assertEquals(Status.NO_NAME, ask((_, reply) -> reply.getHeader().setRcode(Rcode.NXDOMAIN), "example.org").status());
        assertEquals(Status.SERVER_FAILURE, ask((_, reply) -> reply.getHeader().setRcode(Rcode.SERVFAIL), "example.org").status());
        assertEquals(Status.REFUSED, ask((_, reply) -> reply.getHeader().setRcode(Rcode.REFUSED), "example.org").status());
        try (var silent = TinyDns.answering((_, reply) -> TinyDns.keepSilent(reply))) {
            assertEquals(Status.TIMEOUT, ask("example.org", DnsType.TXT, Duration.ofMillis(300), silent).status());
        }
    }

    @Test
    void aReferralIsNoAnswer() throws IOException {
        assertEquals(Status.SERVER_FAILURE, ask((name, reply) -> {
            try {
                reply.addRecord(new NSRecord(Name.fromString(name), DClass.IN, 60, Name.fromString("ns.example.")), Section.AUTHORITY);
            } catch (TextParseException impossible) {
                throw new IllegalArgumentException(impossible);
            }
        }, "example.org").status());
    }

    @Test
    void theNextServerIsAskedWhereOneFails() throws IOException {
        try (var broken = TinyDns.answering((_, reply) -> reply.getHeader().setRcode(Rcode.SERVFAIL));
             var good = TinyDns.answering((name, reply) -> text(reply, name, "here"))) {
            assertEquals(List.of("here"), ask("example.org", DnsType.TXT, Duration.ofSeconds(5), broken, good).texts());
        }
    }

    @Test
    void recordsOfOtherNamesAreLeftOut() throws IOException {
        assertEquals(Status.NO_DATA, ask((_, reply) -> text(reply, "other.example.", "v=spf1 +all"), "example.org").status());
    }

    @Test
    void aliasesAreFollowedAndEnd() throws IOException {
        DnsAnswer answer = ask((name, reply) -> {
            if (name.equals("a.example.org.")) {
                TinyDns.alias(reply, "a.example.org.", "b.example.org.");
            } else {
                text(reply, name, "there");
            }
        }, "a.example.org");
        assertEquals(List.of("there"), answer.texts());
        assertEquals(List.of("b.example.org"), answer.aliases());
        assertEquals(Status.ALIAS_LOOP, ask((name, reply) -> TinyDns.alias(reply, name, "x" + name.substring(0, 1) + ".example.org."),
                "a.example.org").status());
    }

    @Test
    void whatCanBeNoNameDoesNotExist() throws IOException {
        assertEquals(Status.NO_NAME, ask((name, reply) -> text(reply, name, "x"), "a".repeat(64) + ".example.org").status());
        assertEquals(Status.NO_NAME, ask((name, reply) -> text(reply, name, "x"), "a..example.org").status());
        assertEquals(List.of("x"), ask((name, reply) -> text(reply, name, "x"), "odd\\name with blank.example.org").texts());
    }
}
