package org.mailmedic.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mailmedic.diagnosis.Cases.certificate;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailmedic.diagnosis.rules.PairBook;
import org.mailmedic.diagnosis.rules.RuleBook;
import org.mailmedic.evidence.CertificateProblem;
import org.mailmedic.evidence.Failure;
import org.mailmedic.provider.HostingBook;
import org.mailmedic.provider.ProviderBook;
import org.mailmedic.settings.Security;

/// All rules together about two places: exactly the codes that may appear, and nobody else to blame.
final class WebsiteDiagnosticianTest {
    private final WebsiteDiagnostician diagnostician = new WebsiteDiagnostician(RuleBook.all(ProviderBook.load()), PairBook.all(),
            HostingBook.load());

    private static Cases there() {
        return Cases.of("mail.example.org", 587, Security.STARTTLS).website().resolved();
    }

    private static Cases here() {
        return Cases.starttls().greets("220 mx1.example.org ESMTP").hello("STARTTLS").startTls("220 go")
                .tls(certificate("mail.example.org"))
                .helloInTls("AUTH PLAIN");
    }

    private List<Code> codes(Optional<Cases> here, Cases there) {
        Diagnosis diagnosis = diagnostician.diagnose(here.map(Cases::file), there.file());
        diagnosis.diagnoses().forEach(finding -> assertTrue(finding.party() != Party.DEVICE && finding.party() != Party.NETWORK,
                "a party that is not there: " + finding));
        return diagnosis.diagnoses().stream().map(Finding::code).toList();
    }

    @Test
    void silentToEverybodyThereAlone() {
        assertEquals(List.of(Code.PORT_BLOCKED_BY_HOSTING), codes(Optional.empty(),
                there().notConnected(Failure.TIMEOUT).controlsFail(587, Failure.TIMEOUT).webWorks()));
    }

    @Test
    void silentToEverybodyThereAndOpenHere() {
        assertEquals(List.of(Code.PORT_BLOCKED_BY_HOSTING), codes(Optional.of(here()),
                there().notConnected(Failure.TIMEOUT).controlsFail(587, Failure.TIMEOUT).webWorks()));
    }

    @Test
    void silentThereAloneAndNobodyToCompareWith() {
        Cases there = there().notConnected(Failure.TIMEOUT).controlsWork(465);
        assertEquals(List.of(Code.TCP_TIMEOUT), codes(Optional.of(here()), there));
        assertEquals("none", diagnostician.diagnose(Optional.of(here().file()), there.file()).diagnoses().getFirst().facts()
                .get("compared"));
        assertEquals("", diagnostician.diagnose(Optional.of(here().file()), there().notConnected(Failure.TIMEOUT).controlsWork(587).file())
                .diagnoses().getFirst().facts().get("compared"));
    }

    @Test
    void redirectedToTheHostsOwnServer() {
        Cases there = there().connected().greets("220 web7.hoster.example ESMTP").hello("STARTTLS").startTls("220 go")
                .tls(certificate("web7.hoster.example", CertificateProblem.WRONG_NAME, CertificateProblem.SELF_SIGNED));
        assertEquals(List.of(Code.PORT_BLOCKED_BY_HOSTING), codes(Optional.of(here()), there));
    }

    @Test
    void aKnownProvidersServerIsReplacedThere() {
        assertEquals(List.of(Code.PORT_BLOCKED_BY_HOSTING), codes(Optional.empty(), Cases.of("smtp.gmail.com", 587, Security.STARTTLS)
                .website().resolved().connected().greets("220 web7.hoster.example ESMTP").hello("STARTTLS").startTls("220 go")
                .tls(certificate("web7.hoster.example", CertificateProblem.WRONG_NAME))));
    }

    @Test
    void theServerTurnsThatOneAddressAway() {
        assertEquals(List.of(Code.SMTP_REJECTED_BY_SERVER), codes(Optional.of(here()),
                there().connected().greets("554 5.7.1 No service for you").controlsWork(587)));
    }

    @Test
    void theNameLeadsElsewhereThere() {
        assertEquals(List.of(Code.DNS_ANSWER_DIFFERS), codes(Optional.of(here()),
                Cases.of("mail.example.org", 587, Security.STARTTLS).website().resolved("198.51.100.9").at("198.51.100.9")
                        .notConnected(Failure.REFUSED).controlsWork(587)));
    }

    @Test
    void allIsWellInBothPlaces() {
        assertEquals(List.of(), codes(Optional.of(here()), there().connected().greets("220 mx1.example.org ESMTP").hello("STARTTLS")
                .startTls("220 go").tls(certificate("mail.example.org")).helloInTls("AUTH PLAIN")));
    }

    @Test
    void theMachineIsNamedForItsCompany() {
        Finding found = diagnostician.diagnose(Optional.empty(), there().notConnected(Failure.TIMEOUT).controlsFail(587, Failure.TIMEOUT)
                .webWorks().file()).diagnoses().getFirst();
        assertEquals("web7.hoster.example", found.facts().get("machine"));
        assertEquals("192.0.2.99", found.facts().get("ownAddress"));
    }

    @Test
    void aServersWordForItsAddressIsBetter() {
        Cases there = there().connected().greets("220 mx ESMTP").hello("x").helloRefused("550 5.7.1 [203.0.113.77] is not welcome");
        assertEquals("203.0.113.77", diagnostician.diagnose(Optional.empty(), there.file()).diagnoses().getFirst().facts()
                .get("ownAddress"));
    }

    @Test
    void theCompanyIsNamedWhereItsMachineTellsIt() {
        var company = HostingBook.load().all().stream().filter(each -> !each.machines().isEmpty()).findFirst().orElseThrow();
        assertEquals(Optional.of(company), HostingBook.load().byMachine("web12." + company.machines().getFirst()));
        assertEquals(Optional.empty(), HostingBook.load().byMachine("not" + company.machines().getFirst() + ".example"));
        assertEquals(Optional.empty(), HostingBook.load().byMachine("localhost"));
    }
}
