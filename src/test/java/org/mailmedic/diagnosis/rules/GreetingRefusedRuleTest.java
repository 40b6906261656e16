package org.mailmedic.diagnosis.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailmedic.diagnosis.Cases;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Party;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.diagnosis.observation.Interceptors;
import org.mailmedic.diagnosis.observation.ReplyFindings;
import org.mailmedic.diagnosis.reply.ReplyReader;
import org.mailmedic.evidence.Failure;
import org.mailmedic.plan.Stage;

final class GreetingRefusedRuleTest {
    private static final Rule RULE = new GreetingRefusedRule(new ReplyFindings(new ReplyReader()), new Interceptors());

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
    void limitsAreNoOutageWhateverTheClassOfTheReply() {
        assertEquals(List.of(Code.SMTP_OVERLOADED), Cases.starttls().greets("554 5.7.1 Too many connections from your host").codesBy(RULE));
        assertEquals(List.of(Code.SEND_RATE_LIMITED), Cases.starttls().greets("554 Connection rate limit exceeded").codesBy(RULE));
        assertEquals(List.of(Code.SEND_RATE_LIMITED), Cases.starttls().greets("421 Exceeded the allowed number of connections in one "
                + "minute").codesBy(RULE));
        assertEquals(List.of(Code.SMTP_OVERLOADED), Cases.starttls().greets("421 zu viele Verbindungen").codesBy(RULE));
        assertEquals(List.of(Code.SMTP_REJECTED_BY_SERVER), Cases.starttls().greets("554 blocked for its reputation: too many "
                + "connections").codesBy(RULE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            554 5.7.1 avast! Mail Shield: connection blocked | Avast
            421 AVG E-mail Scanner could not connect to the server | AVG
            554 Blocked by Norton Internet Security | Norton
            421 Kaspersky Internet Security: mail is not allowed | Kaspersky
            554 The mail shield on this computer blocked it | Mail Shield
            """)
    void aProtectionProgramSpeaksInItsPlace(String greeting, String product) {
        Finding finding = Cases.starttls().greets(greeting).judgedBy(RULE).getFirst();
        assertEquals(Code.PORT_BLOCKED_BY_DEVICE, finding.code());
        assertEquals(Party.DEVICE, finding.party());
        assertEquals(Stage.GREETING, finding.stage());
        assertEquals(product, finding.facts().get("product"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"554 mail.example.org Sophos Email Appliance: rejected", "554 Kaspersky Anti-Virus for Linux Mail Server: no",
            "554 5.7.1 ESET Mail Security: blocked", "554 go away, Northon"})
    void aServerMayHaveOneToo(String greeting) {
        assertEquals(List.of(Code.SMTP_REJECTED_BY_SERVER), Cases.starttls().greets(greeting).codesBy(RULE));
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
