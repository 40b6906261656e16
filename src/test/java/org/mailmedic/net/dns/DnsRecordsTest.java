package org.mailmedic.net.dns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailmedic.net.TinyDns;
import org.mailmedic.net.dns.DnsRecords.MailHost;
import org.mailmedic.net.dns.DnsRecords.Service;
import org.mailmedic.net.transport.Deadline;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.SRVRecord;
import org.xbill.DNS.Section;

final class DnsRecordsTest {
    private static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(3), System::nanoTime);
    }

    private static void srv(Message reply, int priority, int weight, int port, String target) {
        Name name = reply.getQuestion().getName();
        reply.addRecord(new SRVRecord(name, DClass.IN, 60, priority, weight, port, Name.fromConstantString(target)), Section.ANSWER);
    }

    @Test
    void servicesComeInTheirOrder() throws IOException {
        try (var dns = TinyDns.answering((_, reply) -> {
            srv(reply, 20, 0, 587, "c.example.");
            srv(reply, 10, 1, 587, "b.example.");
            srv(reply, 10, 9, 588, "a.example.");
        })) {
            var answered = new DnsRecords(List.of(dns.address())).services("_submission._tcp.example.org", soon());
            assertEquals(List.of(new Service(10, 9, 588, "a.example"), new Service(10, 1, 587, "b.example"), new Service(20, 0, 587,
                    "c.example")), answered.records());
            assertFalse(answered.authentic());
        }
    }

    @Test
    void anAddressAndThisComputerNeedNoServer() throws IOException {
        try (var dns = TinyDns.answering((_, reply) -> reply.getHeader().setRcode(Rcode.NXDOMAIN))) {
            var records = new DnsRecords(List.of(dns.address()));
            assertEquals(List.of(InetAddress.ofLiteral("127.0.0.1")), records.addresses("127.0.0.1", soon()));
            assertEquals(List.of(InetAddress.ofLiteral("2001:db8::25")), records.addresses("2001:db8::25", soon()));
            for (String here : List.of("localhost", "LocalHost", "shop.localhost")) {
                assertEquals(List.of(InetAddress.ofLiteral("127.0.0.1"), InetAddress.ofLiteral("::1")), records.addresses(here, soon()));
            }
            assertEquals(List.of(), dns.asked());
            assertEquals(List.of(), records.addresses("localhost.example.org", soon()));
            assertEquals(List.of("A localhost.example.org.", "AAAA localhost.example.org."), dns.asked());
        }
    }

    @Test
    void theRootAsATargetIsAnEmptyName() throws IOException {
        try (var dns = TinyDns.answering((_, reply) -> srv(reply, 0, 0, 0, "."))) {
            assertEquals(List.of(new Service(0, 0, 0, "")), new DnsRecords(List.of(dns.address())).services("_submission._tcp.example.org",
                    soon()).records());
        }
    }

    @Test
    void mailHostsAndTheWordOfAValidatingResolver() throws IOException {
        try (var dns = TinyDns.answering((_, reply) -> {
            Name name = reply.getQuestion().getName();
            reply.addRecord(new MXRecord(name, DClass.IN, 60, 20, Name.fromConstantString("two.example.")), Section.ANSWER);
            reply.addRecord(new MXRecord(name, DClass.IN, 60, 10, Name.fromConstantString("one.example.")), Section.ANSWER);
            reply.getHeader().setFlag(Flags.AD);
        })) {
            var answered = new DnsRecords(List.of(dns.address())).mailHosts("example.org", soon());
            assertEquals(List.of(new MailHost(10, "one.example"), new MailHost(20, "two.example")), answered.records());
            assertTrue(answered.authentic());
        }
    }

    @Test
    void whatDoesNotExistIsAnEmptyAnswer() throws IOException {
        try (var dns = TinyDns.answering((_, reply) -> reply.getHeader().setRcode(Rcode.NXDOMAIN))) {
            assertEquals(List.of(), new DnsRecords(List.of(dns.address())).mailHosts("example.org", soon()).records());
            assertEquals(List.of(), new DnsRecords(List.of(dns.address())).addresses("example.org", soon()));
        }
    }

    @Test
    void aBrokenOrSilentServerLeavesTheWordToTheNext() throws IOException {
        try (var broken = TinyDns.answering((_, reply) -> reply.getHeader()
                .setRcode(Rcode.SERVFAIL)); var silent = TinyDns.answering((_, reply) -> TinyDns.keepSilent(reply));
             var sound = TinyDns.answering((_, reply) -> srv(reply, 0, 0, 465, "a.example."))) {
            var all = new DnsRecords(List.of(broken.address(), silent.address(), sound.address()));
            assertEquals(1, all.services("_submissions._tcp.example.org", soon()).records().size());
            assertThrows(IOException.class, () -> new DnsRecords(List.of(broken.address())).services("_submissions._tcp.example.org",
                    soon()));
            assertThrows(IOException.class, () -> new DnsRecords(List.of(silent.address())).services("_submissions._tcp.example.org",
                    Deadline.in(Duration.ofMillis(400), System::nanoTime)));
            assertThrows(IOException.class, () -> new DnsRecords(List.of()).services("_submissions._tcp.example.org", soon()));
        }
    }

    @Test
    void addresses() throws IOException {
        try (var dns = TinyDns.answering((name, reply) -> TinyDns.address(reply, name, "192.0.2.7"))) {
            assertEquals(List.of(InetAddress.ofLiteral("192.0.2.7")), new DnsRecords(List.of(dns.address())).addresses("smtp.example.org",
                    soon()));
        }
    }
}
