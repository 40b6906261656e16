package org.mailmedic.diagnosis.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailmedic.diagnosis.Cases;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.provider.ProviderBook;
import org.mailmedic.settings.EmailAddress;
import org.mailmedic.settings.Security;

final class ForeignSenderRuleTest {
    private static final Rule RULE = new ForeignSenderRule(ProviderBook.load());

    private static Cases at(String host, String from) {
        return Cases.of(host, 465, Security.TLS).password().from(from).resolved().connected().tlsDone().greets("220 x ESMTP")
                .helloInTls("AUTH PLAIN").signsIn("235 ok").sender("250 ok");
    }

    @Test
    void warnsWhereOnlyTheMessageTells() {
        var findings = at("smtp.zoho.com", "shop@example.net").judgedBy(RULE);
        assertEquals(List.of(Code.SEND_SENDER_REJECTED), findings.stream().map(f -> f.code()).toList());
        assertFalse(findings.getFirst().stops());
    }

    @Test
    void theAccountItselfMaySend() {
        assertEquals(List.of(), at("smtp.zoho.com", "ME@example.org").codesBy(RULE));
        assertEquals(List.of(), Cases.of("smtp.zoho.com", 465, Security.TLS).password().resolved().connected().tlsDone().greets("220 x")
                .helloInTls("AUTH PLAIN").signsIn("235 ok").sender("250 ok").codesBy(RULE), "no other sender was given");
    }

    @Test
    void otherServersSayItAtOnce() {
        assertEquals(List.of(), at("mail.example.org", "shop@example.net").codesBy(RULE));
        assertEquals(List.of(), at("smtp.gmail.com", "shop@example.net").codesBy(RULE));
    }

    @Test
    void aMessageThatIsSentTells() {
        assertEquals(List.of(), at("smtp.zoho.com", "shop@example.net")
                .with(s -> s.withTo(EmailAddress.parse("me@example.org").orElseThrow()).sending()).codesBy(RULE));
    }

    @Test
    void aRefusalIsToldAsOne() {
        assertEquals(List.of(), Cases.of("smtp.zoho.com", 465, Security.TLS).password().from("shop@example.net").resolved().connected()
                .tlsDone().greets("220 x").helloInTls("AUTH PLAIN").signsIn("235 ok").sender("553 5.7.1 Sender is not allowed")
                        .codesBy(RULE));
    }
}
