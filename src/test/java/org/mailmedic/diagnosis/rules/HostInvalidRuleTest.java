package org.mailmedic.diagnosis.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailmedic.diagnosis.Cases;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.provider.ProviderBook;
import org.mailmedic.settings.Security;

final class HostInvalidRuleTest {
    private static final Rule RULE = new HostInvalidRule(ProviderBook.load());

    @Test
    void aUrl() {
        var facts = Cases.of("https://mail.example.org/", 587, Security.AUTO).judgedBy(RULE).getFirst().facts();
        assertEquals("url", facts.get("slip"));
        assertEquals("mail.example.org", facts.get("suggestion"));
    }

    @Test
    void portInside() {
        var facts = Cases.of("mail.example.org:587", 587, Security.AUTO).judgedBy(RULE).getFirst().facts();
        assertEquals("port_inside", facts.get("slip"));
        assertEquals("mail.example.org:587", facts.get("typed"));
    }

    @Test
    void blanks() {
        var facts = Cases.of("mail.example.org ", 587, Security.AUTO).judgedBy(RULE).getFirst().facts();
        assertEquals("blanks", facts.get("slip"));
        assertEquals("mail.example.org", facts.get("suggestion"));
    }

    @Test
    void anAddressOfAKnownProvider() {
        var facts = Cases.of("someone@gmail.com", 587, Security.AUTO).judgedBy(RULE).getFirst().facts();
        assertEquals("email_address", facts.get("slip"));
        assertEquals("smtp.gmail.com", facts.get("suggestion"));
    }

    @Test
    void anAddressOfSomebodyElse() {
        var facts = Cases.of("someone@example.org", 587, Security.AUTO).judgedBy(RULE).getFirst().facts();
        assertEquals("email_address", facts.get("slip"));
        assertEquals("", facts.get("suggestion"));
    }

    @Test
    void aName() {
        assertEquals(List.of(), Cases.of("mail.example.org", 587, Security.AUTO).codesBy(RULE));
    }

    @Test
    void aNameThatDoesNotExistIsStillAName() {
        assertEquals(List.of(), Cases.of("mail.exmaple.org", 587, Security.AUTO).codesBy(RULE));
    }

    @Test
    void anAddressLiteral() {
        assertEquals(List.of(), Cases.of("[2001:db8::1]", 587, Security.AUTO).codesBy(RULE));
    }

    @Test
    void emptyIsMissing() {
        assertEquals(List.of(), Cases.of("", 587, Security.AUTO).codesBy(RULE));
    }
}
