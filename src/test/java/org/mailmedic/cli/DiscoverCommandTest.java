package org.mailmedic.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailmedic.net.TinyDns;
import org.mailmedic.net.TinyWeb;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.SRVRecord;
import org.xbill.DNS.Section;
import tools.jackson.databind.JsonNode;

final class DiscoverCommandTest {
    private static JsonNode json(Session session) {
        return SchemaCheck.valid("discovery.schema.json", session.out());
    }

    @Test
    void offlineFromTheBook() {
        Session session = Session.of("", "discover", "anna@gmail.com", "--offline", "--format", "json");
        assertEquals(0, session.code());
        JsonNode best = json(session).path("candidates").path(0);
        assertEquals("smtp.gmail.com", best.path("host").asString());
        assertEquals(465, best.path("port").asInt());
        assertEquals("tls", best.path("security").asString());
        assertEquals("anna@gmail.com", best.path("user").asString());
        assertEquals("list", best.path("source").asString());
        assertTrue(best.path("trusted").asBoolean());
        assertEquals("", session.err());
    }

    @Test
    void offlineWithoutAnswer() {
        Session session = Session.of("", "discover", "anna@shop.example", "--offline", "--format", "json");
        assertEquals(1, session.code());
        assertEquals(0, json(session).path("candidates").size());
    }

    @Test
    void aSlipInTheDomainIsNamed() {
        assertEquals("anna@gmail.com", json(Session.of("", "discover", "anna@gmial.com", "--offline", "--format", "json"))
                .path("did_you_mean").asString());
    }

    @Test
    void asText() {
        Session session = Session.of("", "discover", "anna@web.de", "--offline");
        assertEquals(0, session.code());
        assertTrue(session.out().contains("smtp.web.de, port 587, encrypted by STARTTLS"), session.out());
        assertTrue(session.out().contains("Sign in as anna\n"), session.out());
        assertFalse(session.out().contains("{") || session.out().contains("source."), session.out());
    }

    @Test
    void callsThatAreWrong() {
        for (String[] arguments : List.of(new String[] {"discover"}, new String[] {"discover", "anna"}, new String[] {"discover", "anna@"},
                new String[] {"discover", "anna@shop.example", "--resolver", "dns.example"},
                new String[] {"discover", "anna@shop.example", "--ispdb", "file:///etc"}, new String[] {"discover", "anna@shop.example",
                        "--ispdb", "not a web address"},
                new String[] {"discover", "anna@shop.example", "--trust", "/no/such/file"}, new String[] {"discover", "anna@shop.example",
                        "--timeout", "0"}, new String[] {"discover", "anna@shop.example", "--format", "xml"},
                new String[] {"discover", "anna@shop.example", "joe@shop.example"}, new String[] {"discover", "anna@shop.example",
                        "--nonsense"})) {
            Session session = Session.of("", arguments);
            assertEquals(2, session.code(), String.join(" ", arguments));
            assertEquals("", session.out());
            assertFalse(session.err().isBlank());
        }
    }

    @Test
    void otherResolversAndAnotherDatabase() throws IOException {
        String config = "<clientConfig version=\"1.1\"><emailProvider id=\"x\"><outgoingServer type=\"smtp\"><hostname>smtp.hoster.example</hostname><port>465</port>"
            + "<socketType>SSL</socketType></outgoingServer></emailProvider></clientConfig>";
        try (var dns = TinyDns.answering((name, reply) -> {
                 if (name.equals("_submission._tcp.shop.example.")) {
                     reply.addRecord(new SRVRecord(reply.getQuestion().getName(), DClass.IN, 60, 0, 0, 587,
                             Name.fromConstantString("smtp.shop.example.")), Section.ANSWER);
                 } else if (name.equals("ispdb.test.")) {
                     TinyDns.address(reply, name, "127.0.0.1");
                 } else {
                     reply.getHeader().setRcode(Rcode.NXDOMAIN);
                 }
             });
             var web = TinyWeb.start(null, path -> path.equals("/v1.1/shop.example") ? TinyWeb.page(config) : TinyWeb.missing())) {
            Session session = Session.of("", "discover", "anna@shop.example", "--resolver", "127.0.0.1:" + dns.address().getPort(),
                    "--ispdb", "http://ispdb.test:" + web.port() + "/v1.1",
                "--format", "json", "--timeout", "20");
            assertEquals(0, session.code(), session.err());
            JsonNode candidates = json(session).path("candidates");
            assertEquals(List.of("ispdb", "srv"), candidates.valueStream().map(c -> c.path("source").asString()).toList(), session.out());
            assertEquals(List.of(false, true), candidates.valueStream().map(c -> c.path("trusted").asBoolean()).toList());
            assertEquals(List.of(true, false), candidates.valueStream().map(c -> c.path("confirm").asBoolean()).toList());
            assertTrue(dns.asked().contains("SRV _submissions._tcp.shop.example."), () -> dns.asked().toString());
        }
    }

    /// Other DNS servers are asked for names, never for what is an address already.
    @Test
    void aDatabaseOnThisComputerBesideOtherResolvers() throws IOException {
        String config = "<clientConfig version=\"1.1\"><emailProvider id=\"x\"><outgoingServer type=\"smtp\"><hostname>smtp.hoster.example"
                + "</hostname><port>465</port><socketType>SSL</socketType></outgoingServer></emailProvider></clientConfig>";
        try (var dns = TinyDns.answering((_, reply) -> reply.getHeader().setRcode(Rcode.NXDOMAIN));
             var web = TinyWeb.start(null, path -> path.equals("/v1.1/shop.example") ? TinyWeb.page(config) : TinyWeb.missing())) {
            for (String here : List.of("127.0.0.1", "localhost")) {
                Session session = Session.of("", "discover", "anna@shop.example", "--resolver", "127.0.0.1:" + dns.address().getPort(),
                        "--ispdb", "http://" + here + ":" + web.port() + "/v1.1", "--format", "json", "--timeout", "20");
                assertEquals(0, session.code(), session.err());
                assertEquals(List.of("ispdb"), json(session).path("candidates").valueStream().map(c -> c.path("source").asString())
                        .toList(), session.out());
            }
        }
    }

    @Test
    void whereNothingIsKnownAnywhere() throws IOException {
        try (var dns = TinyDns.answering((_, reply) -> reply.getHeader().setRcode(Rcode.NXDOMAIN))) {
            Session session = Session.of("", "discover", "anna@shop.example", "--resolver", "127.0.0.1:" + dns.address().getPort(),
                    "--format", "json");
            assertEquals(1, session.code());
            assertEquals(List.of("list", "autoconfig", "well-known", "ispdb", "srv", "mx", "guess"),
                json(session).path("sources").valueStream().map(s -> s.path("source").asString()).toList());
        }
    }
}
