package org.mailmedic.diagnosis.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mailmedic.diagnosis.Cases.certificate;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailmedic.diagnosis.Cases;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Party;
import org.mailmedic.evidence.Failure;
import org.mailmedic.settings.Security;

final class NamesDifferRuleTest {
    private static Cases there() {
        return Cases.of("mail.example.org", 587, Security.STARTTLS).website();
    }

    private static List<Finding> judge(Cases here, Cases there) {
        return new NamesDifferRule().examine(here.file(), there.file()).toList();
    }

    @Test
    void notFoundThere() {
        Finding found = judge(Cases.starttls(), there().unresolved(Failure.NAME_NOT_FOUND)).getFirst();
        assertEquals(Code.DNS_RESOLVER_BROKEN, found.code());
        assertEquals(Party.HOSTING, found.party());
    }

    @Test
    void anotherAddressThatIsNoMailServer() {
        Finding found = judge(Cases.starttls(), there().resolved("198.51.100.9").at("198.51.100.9").notConnected(Failure.REFUSED))
                .getFirst();
        assertEquals(Code.DNS_ANSWER_DIFFERS, found.code());
        assertEquals("198.51.100.9", found.facts().get("address"));
        assertEquals(Cases.ADDRESS, found.facts().get("addresses"));
    }

    @Test
    void anotherAddressThatWorks() {
        assertEquals(List.of(), judge(Cases.starttls(), there().resolved("198.51.100.9").at("198.51.100.9").connected()
                .greets("220 mx ESMTP").hello("STARTTLS").startTls("220 go").tls(certificate("mail.example.org"))));
    }

    @Test
    void theSameAddress() {
        assertEquals(List.of(), judge(Cases.starttls(), there().resolved().notConnected(Failure.TIMEOUT)));
    }

    @Test
    void notFoundInBothPlaces() {
        assertEquals(List.of(), judge(Cases.of("mail.example.org", 587, Security.STARTTLS).unresolved(Failure.NAME_NOT_FOUND),
                there().unresolved(Failure.NAME_NOT_FOUND)));
    }
}
