package org.mailmedic.checkup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailmedic.maildomain.AuthorityLook;
import org.mailmedic.maildomain.DomainLook;
import org.mailmedic.maildomain.DomainQuestion;
import org.mailmedic.net.TinyDns;
import org.mailmedic.provider.ProviderBook;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/// A look with two name servers on loopback: one asked for everything, and one in charge.
final class DomainCheckerTest {
    private static final Map<String, String> SHARED = Map.of("NS a.example.", "ns.a.example.", "A ns.a.example.", "127.0.0.1",
            "MX a.example.", "10 mx.a.example.", "A mx.a.example.", "192.0.2.25");

    private static void answer(String name, Message reply, String spf, boolean inCharge) {
        String question = Type.string(reply.getQuestion().getType()) + " " + name;
        String found = question.equals("TXT a.example.") ? spf : SHARED.get(question);
        if (inCharge) {
            reply.getHeader().setFlag(Flags.AA);
        }
        if (found != null) {
            try {
                reply.addRecord(Record.fromString(Name.fromString(name), reply.getQuestion().getType(), DClass.IN, 600, found, Name.root),
                        Section.ANSWER);
            } catch (IOException impossible) {
                throw new IllegalArgumentException(impossible);
            }
        }
    }

    private static AuthorityLook look(boolean inCharge) throws IOException, InterruptedException {
        try (var resolver = TinyDns.answering((name, reply) -> answer(name, reply, "\"v=spf1 mx ~all\"", false));
                var own = TinyDns.answering((name, reply) -> answer(name, reply, "\"v=spf1 mx -all\"", inCharge))) {
            DomainLook look = DomainChecker.askingAuthoritiesOn(own.address().getPort(), ProviderBook.load())
                    .look(DomainQuestion.about("a.example"), new DomainChecker.Manner(List.of("127.0.0.1:" + resolver.address().getPort()),
                            Optional.empty(), Duration.ofSeconds(1)));
            assertTrue(own.asked().size() <= 4, () -> own.asked().toString());
            return look.authority();
        }
    }

    @Test
    void whatTheServerInChargeSaysIsCompared() throws Exception {
        AuthorityLook found = look(true);
        assertEquals(List.of("ns.a.example"), found.asked());
        var difference = found.differences().getFirst();
        assertEquals(1, found.differences().size());
        assertEquals(List.of("v=spf1 mx -all"), difference.serverSays());
        assertEquals(List.of("v=spf1 mx ~all"), difference.otherSays());
        assertEquals("127.0.0.1", difference.other());
        assertEquals(600, difference.kept());
    }

    @Test
    void whoAnswersInItsPlaceIsNotHeard() throws Exception {
        AuthorityLook found = look(false);
        assertEquals(List.of(), found.differences());
        assertEquals(List.of("ns.a.example"), found.silent());
    }
}
