package org.mailmedic.diagnosis.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailmedic.diagnosis.Cases;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.diagnosis.observation.ReplyFindings;
import org.mailmedic.diagnosis.reply.ReplyReader;
import org.mailmedic.evidence.Failure;

final class GreetingRefusedRuleTest {
    private static final Rule RULE = new GreetingRefusedRule(new ReplyFindings(new ReplyReader()));

    @Test
    void rejected() {
        assertEquals(List.of(Code.SMTP_REJECTED_BY_SERVER), Cases.starttls().greets("554 mail.example.org no").codesBy(RULE));
    }

    @Test
    void doesNotTakeMail() {
        assertEquals(List.of(Code.SMTP_REJECTED_BY_SERVER), Cases.starttls().greets("521 mail.example.org does not accept mail")
                .codesBy(RULE));
    }

    @Test
    void busy() {
        assertEquals(List.of(Code.SMTP_OVERLOADED), Cases.starttls().greets("421 4.3.2 too many connections").codesBy(RULE));
    }

    @Test
    void busyInPlaceOfTls() {
        assertEquals(List.of(Code.SMTP_OVERLOADED), Cases.tls().noTls(Failure.NOT_TLS, "421 busy").codesBy(RULE));
    }

    @Test
    void noReverseDns() {
        assertEquals(List.of(Code.SMTP_NO_REVERSE_DNS), Cases.starttls().greets("554 no PTR record for your address").codesBy(RULE));
    }

    @Test
    void quotesTheServer() {
        var facts = Cases.starttls().greets("554 5.7.1 go away").judgedBy(RULE).getFirst().facts();
        assertEquals("554 5.7.1 go away", facts.get("reply"));
        assertEquals("greeting", facts.get("where"));
    }

    @Test
    void welcome() {
        assertEquals(List.of(), Cases.starttls().greets("220 mail.example.org ESMTP").codesBy(RULE));
    }

    @Test
    void welcomeInPlaceOfTls() {
        assertEquals(List.of(), Cases.tls().noTls(Failure.NOT_TLS, "220 mail.example.org ESMTP").codesBy(RULE));
    }

    @Test
    void anotherPortIsBusy() {
        assertEquals(List.of(), Cases.starttls().greets("220 x").otherPort(25).greets("421 busy").codesBy(RULE));
    }
}
