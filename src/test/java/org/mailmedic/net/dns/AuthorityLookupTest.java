package org.mailmedic.net.dns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.mailmedic.net.SystemNetwork;
import org.mailmedic.net.TinyDns;
import org.mailmedic.net.dns.DnsAnswer.Status;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/// Only what is said with authority counts.
final class AuthorityLookupTest {
    private static DnsAnswer ask(BiConsumer<String, Message> script) throws IOException {
        try (var dns = TinyDns.answering(script)) {
            return new AuthorityLookup(new SystemNetwork(), Duration.ofMillis(400), dns.address().getPort())
                    .ask(dns.address().getAddress(), "a.example", DnsType.TXT);
        }
    }

    private static void add(Message reply, int section, String name, int type, long ttl, String text) {
        try {
            reply.addRecord(Record.fromString(Name.fromString(name), type, DClass.IN, ttl, text, Name.root), section);
        } catch (IOException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    private static void inCharge(Message reply) {
        reply.getHeader().setFlag(Flags.AA);
    }

    @Test
    void aServerInChargeIsHeard() throws IOException {
        DnsAnswer answer = ask((name, reply) -> {
            inCharge(reply);
            add(reply, Section.ANSWER, name, Type.TXT, 300, "\"one\"");
            add(reply, Section.ANSWER, "b.example.", Type.TXT, 5, "\"another name\"");
        });
        assertEquals(List.of("one"), answer.texts());
        assertEquals("127.0.0.1", answer.by());
    }

    @Test
    void nothingIsAnAnswerKeptAsTheZoneSays() throws IOException {
        DnsAnswer answer = ask((_, reply) -> {
            inCharge(reply);
            reply.getHeader().setRcode(Rcode.NXDOMAIN);
            add(reply, Section.AUTHORITY, "example.", Type.SOA, 900, "ns.example. a.example. 1 60 60 60 120");
        });
        assertEquals(Status.NO_NAME, answer.status());
        assertEquals(120, answer.kept());
    }

    @Test
    void whoIsNotInChargeIsNotHeard() throws IOException {
        assertTrue(ask((name, reply) -> add(reply, Section.ANSWER, name, Type.TXT, 300, "\"forged\"")).failed());
        assertTrue(ask((_, reply) -> reply.getHeader().setRcode(Rcode.NXDOMAIN)).failed());
        assertEquals(Status.REFUSED, ask((_, reply) -> reply.getHeader().setRcode(Rcode.REFUSED)).status());
        assertEquals(Status.TIMEOUT, ask((_, reply) -> TinyDns.keepSilent(reply)).status());
    }

    @Test
    void whereAnAliasLeadsOutOfTheZoneAnotherHasTheSay() throws IOException {
        assertEquals(Status.NOT_ASKED, ask((name, reply) -> {
            inCharge(reply);
            TinyDns.alias(reply, name, "elsewhere.test.");
        }).status());
        assertEquals(List.of("inside"), ask((name, reply) -> {
            inCharge(reply);
            TinyDns.alias(reply, name, "b.example.");
            add(reply, Section.ANSWER, "b.example.", Type.TXT, 300, "\"inside\"");
        }).texts());
    }
}
