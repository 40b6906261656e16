package org.mailmedic.diagnosis.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailmedic.diagnosis.Cases;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.evidence.Failure;
import org.mailmedic.provider.ProviderBook;
import org.mailmedic.settings.Security;

final class HostTypoRuleTest {
    private static final Rule RULE = new HostTypoRule(ProviderBook.load());

    @ParameterizedTest
    @CsvSource({"smpt.gmail.com, smtp.gmail.com", "stmp.gmail.com, smtp.gmail.com", "smtp.gmial.com, smtp.gmail.com",
            "smtp.gmail.con, smtp.gmail.com", "smp.web.de, smtp.web.de", "smtp.gmail.de, smtp.gmail.com", "smtpgmail.com, smtp.gmail.com",
            "smtp.office356.com, smtp.office365.com", "smtp.office36.com, smtp.office365.com", "smtp.sendgridd.net, smtp.sendgrid.net",
            "smtp.exmaple.org, smtp.example.org", "mial.example.org, mail.example.org", "srv12.exmple.org, srv12.example.org",
            "mail.example.com, mail.example.org"})
    void namesTheServerThatIsMeant(String typed, String meant) {
        var facts = missing(typed).judgedBy(RULE).getFirst().facts();
        assertEquals(meant, facts.get("suggestion"));
        assertEquals(typed, facts.get("typed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mail.example.org", "smtp2.example.org", "mail.exmlpae.org", "mail.another.example", "mail.gmx.com",
            "smtp.gmail.com",
            "mx.abc.net", "smtp.tree.fr", "localhost"})
    void twoSlipsOrNoneAreNoTypo(String typed) {
        assertEquals(List.of(), missing(typed).codesBy(RULE));
    }

    @ParameterizedTest
    @CsvSource({"gmail.com, smtp.gmail.com", "imap.gmail.com, smtp.gmail.com", "pop.mail.yahoo.com, smtp.mail.yahoo.com",
            "smtp.gmial.com, smtp.gmail.com"})
    void resolvesButSpeaksNoSmtp(String typed, String meant) {
        var finding = Cases.of(typed, 587, Security.STARTTLS).resolved().notConnected(Failure.TIMEOUT).judgedBy(RULE).getFirst();
        assertEquals(meant, finding.facts().get("suggestion"));
        assertTrue(finding.confidence() < 0.9);
    }

    @Test
    void anotherCompanyUnderAnotherEndingThatIsDown() {
        assertEquals(List.of(), Cases.of("smtp.strato.com", 587, Security.STARTTLS).resolved().notConnected(Failure.TIMEOUT).codesBy(RULE));
    }

    @Test
    void noWayOutOfThisComputer() {
        assertEquals(List.of(), Cases.of("gmail.com", 587, Security.STARTTLS).resolved().notConnected(Failure.NO_ROUTE).codesBy(RULE));
    }

    @Test
    void resolvesAndGreets() {
        assertEquals(List.of(), Cases.of("smtp.gmial.com", 587, Security.STARTTLS).resolved().connected().greets("220 x").codesBy(RULE));
    }

    @Test
    void resolvesAndAnotherPortGreets() {
        assertEquals(List.of(), Cases.of("smtp.gmial.com", 587, Security.STARTTLS).resolved().notConnected(Failure.TIMEOUT)
                .otherPortGreets(465).codesBy(RULE));
    }

    @Test
    void resolvesAndTurnsUsAway() {
        assertEquals(List.of(), Cases.of("smtp.gmial.com", 587, Security.STARTTLS).resolved().connected().greets("554 no").codesBy(RULE));
    }

    @Test
    void aSecondDomainUnderAnotherEndingThatIsDown() {
        assertEquals(List.of(), Cases.of("mail.example.com", 587, Security.STARTTLS).from("me@example.org").resolved()
                .notConnected(Failure.TIMEOUT).codesBy(RULE));
    }

    @Test
    void othersKnowTheName() {
        assertEquals(List.of(), missing("smtp.gmial.com").answer(Cases.OTHER_RESOLVER, "A", Cases.ADDRESS).codesBy(RULE));
    }

    @Test
    void noResolverAnswered() {
        assertEquals(List.of(), Cases.of("smtp.gmial.com", 587, Security.STARTTLS).unresolved(Failure.TIMEOUT).codesBy(RULE));
    }

    private static Cases missing(String host) {
        return Cases.of(host, 587, Security.STARTTLS).from("me@example.org").unresolved(Failure.NAME_NOT_FOUND);
    }

    private static Cases domain(String... mx) {
        return Cases.of("example.org", 587, Security.STARTTLS).from("me@example.org").resolved().notConnected(Failure.REFUSED)
                .controlsWork(587).mailHosts(mx).target();
    }

    /// A domain's own address is often its web server's.
    @Test
    void theDomainInPlaceOfItsMailServer() {
        assertEquals("mail.example.org", suggestion(domain("mail.example.org")));
        assertEquals("smtp.gmail.com", suggestion(domain("aspmx.l.google.com")));
        assertEquals("mail.example.org", suggestion(Cases.of("www.example.org", 587, Security.STARTTLS).resolved()
                .notConnected(Failure.REFUSED).mailHosts("mail.example.org")));
    }

    @Test
    void aDomainWhoseMailLivesAtAStrangersIsNotGuessed() {
        assertEquals("", suggestion(domain("mx.filter.example")));
        assertEquals("", suggestion(domain("example.org")), "it is its own mail server, and down");
    }

    private static String suggestion(Cases story) {
        return story.judgedBy(RULE).stream().map(f -> f.facts().get("suggestion")).findFirst().orElse("");
    }
}
