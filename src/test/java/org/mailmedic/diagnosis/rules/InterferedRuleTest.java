package org.mailmedic.diagnosis.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailmedic.diagnosis.Cases;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.evidence.Failure;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.provider.ProviderBook;
import org.mailmedic.settings.Security;

final class InterferedRuleTest {
    private static final Rule RULE = new InterferedRule(ProviderBook.load());

    @Test
    void starredGreeting() {
        assertEquals(List.of(Code.SMTP_INTERFERED), Cases.starttls().greets("220 *****************2******0*").hello().codesBy(RULE));
    }

    @Test
    void maskedCapabilities() {
        assertEquals(List.of(Code.SMTP_INTERFERED), Cases.starttls().greets("220 x").hello("SIZE 100", "XXXXXXXA").codesBy(RULE));
    }

    @Test
    void shortMask() {
        assertEquals(List.of(Code.SMTP_INTERFERED), Cases.starttls().greets("220 x").hello("XXXA").codesBy(RULE));
    }

    @Test
    void plaintextAfterStarttls() {
        assertEquals(List.of(Code.SMTP_INTERFERED), Cases.starttls().upgraded().noTls(Failure.PLAINTEXT_AFTER_STARTTLS).codesBy(RULE));
    }

    @Test
    void plaintextWithTheAnswerToStarttls() {
        assertEquals(List.of(Code.SMTP_INTERFERED), Cases.starttls().greets("220 x").hello("STARTTLS")
                .startTls(Outcome.failed(Failure.PLAINTEXT_AFTER_STARTTLS, "")).codesBy(RULE));
    }

    @Test
    void aWarningWhereItGetsThroughEncrypted() {
        assertFalse(Cases.starttls().greets("220 ****************").hello("STARTTLS").startTls("220 go").tlsDone().judgedBy(RULE).getFirst()
                .stops());
    }

    @Test
    void privateExtensions() {
        assertEquals(List.of(), Cases.starttls().greets("220 x").hello("XCLIENT NAME", "XFORWARD", "X-EXPS", "XVERP", "XEXCH50")
                .codesBy(RULE));
    }

    @Test
    void aFewStars() {
        assertEquals(List.of(), Cases.starttls().greets("220 ** mail.example.org ** ESMTP").hello().codesBy(RULE));
    }

    @Test
    void healthy() {
        assertEquals(List.of(), Cases.upToEncryptedHello().codesBy(RULE));
    }

    @Test
    void theProvidersBookSaysThatThisDoorEncrypts() {
        assertEquals(List.of(Code.SMTP_INTERFERED), Cases.of("smtp.gmail.com", 587, Security.STARTTLS).resolved().connected()
                .greets("220 smtp.gmail.com ESMTP").hello("SIZE 100").codesBy(RULE));
    }

    @Test
    void theSameServerOffersStarttlsAtAnotherPort() {
        var finding = Cases.starttls().greets("220 mail.example.org").hello("SIZE 100", "PIPELINING", "AUTH PLAIN").otherPortGreets(25)
                .hello("SIZE 100", "STARTTLS", "PIPELINING").judgedBy(RULE).getFirst();
        assertEquals(Code.SMTP_INTERFERED, finding.code());
        assertEquals("stripped", finding.facts().get("seen"));
    }

    @Test
    void theSameServerKnowsEhloAtAnotherPort() {
        assertEquals(List.of(Code.SMTP_INTERFERED), Cases.starttls().greets("220 mail.example.org").helloWithoutEhlo("250 mail.example.org")
                .otherPortGreets(25).hello("SIZE 100", "STARTTLS").codesBy(RULE));
        assertEquals(List.of(), Cases.starttls().greets("220 mail.example.org").helloWithoutEhlo("250 relay.example.org")
                .otherPortGreets(25).hello("SIZE 100", "STARTTLS").codesBy(RULE));
    }

    @Test
    void anotherListIsAnotherServer() {
        assertEquals(List.of(), Cases.starttls().greets("220 mail.example.org").hello("SIZE 100").otherPortGreets(25)
                .hello("SIZE 100", "STARTTLS", "CHUNKING").codesBy(RULE));
    }

    @Test
    void port25IsOftenSetUpWithout() {
        assertEquals(List.of(), Cases.plain().greets("220 mail.example.org").hello("SIZE 100").otherPortGreets(587).hello("SIZE 100",
                "STARTTLS")
                .codesBy(RULE));
    }

    @Test
    void starttlsIsOfferedNowhere() {
        assertEquals(List.of(),
                Cases.starttls().greets("220 mail.example.org").hello("SIZE 100").otherPortGreets(25).hello("SIZE 100").codesBy(RULE));
    }

    @Test
    void insideTlsNobodyOffersIt() {
        assertEquals(List.of(),
                Cases.of("smtp.gmail.com", 587, Security.STARTTLS).resolved().connected().upgraded().tlsDone().helloInTls("AUTH PLAIN")
                .codesBy(RULE));
    }

    @Test
    void theCommandForTlsCrossedOut() {
        assertEquals(List.of(Code.SMTP_INTERFERED), Cases.starttls().greets("220 x").hello("STARTTLS")
                .startTls("500 5.5.1 command not recognized: XXXXXXXX").codesBy(RULE));
        assertEquals(List.of(), Cases.starttls().greets("220 x").hello("STARTTLS").startTls("500 5.5.1 command not recognized: STARTTLS")
                .codesBy(RULE));
    }
}
