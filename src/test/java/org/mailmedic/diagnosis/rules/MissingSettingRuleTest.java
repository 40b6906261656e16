package org.mailmedic.diagnosis.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailmedic.diagnosis.Cases;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.settings.Login;
import org.mailmedic.settings.Secret;
import org.mailmedic.settings.Security;

final class MissingSettingRuleTest {
    private static final Rule RULE = new MissingSettingRule();

    @Test
    void noHost() {
        var facts = Cases.of(" ", 587, Security.AUTO).judgedBy(RULE).getFirst().facts();
        assertEquals("host", facts.get("missing"));
    }

    @Test
    void noPassword() {
        var facts = Cases.of("mail.example.org", 587, Security.AUTO).with(s -> s.withLogin(new Login.Password("me", Secret.of(""))))
                .judgedBy(RULE).getFirst().facts();
        assertEquals("password", facts.get("missing"));
    }

    @Test
    void noToken() {
        var facts = Cases.of("mail.example.org", 587, Security.AUTO).with(s -> s.withLogin(new Login.AccessToken("me", Secret.of(""))))
                .judgedBy(RULE).getFirst().facts();
        assertEquals("password", facts.get("missing"));
    }

    @Test
    void noUser() {
        var facts = Cases.of("mail.example.org", 587, Security.AUTO).with(s -> s.withLogin(new Login.Password("", Secret.of("secret"))))
                .judgedBy(RULE).getFirst().facts();
        assertEquals("user", facts.get("missing"));
    }

    @Test
    void nobodyToSendTo() {
        var facts = Cases.of("mail.example.org", 587, Security.AUTO).with(s -> s.sending()).judgedBy(RULE).getFirst().facts();
        assertEquals("recipient", facts.get("missing"));
    }

    @Test
    void eachEmptyValueIsTold() {
        assertEquals(2, Cases.of("mail.example.org", 587, Security.AUTO).with(s -> s.withLogin(new Login.Password("", Secret.of(""))))
                .judgedBy(RULE).size());
    }

    @Test
    void nothingIsNeededWithoutASignIn() {
        assertEquals(List.of(), Cases.of("mail.example.org", 587, Security.AUTO).codesBy(RULE));
    }

    @Test
    void aNameWithoutAPasswordIsAllowed() {
        assertEquals(List.of(), Cases.of("mail.example.org", 587, Security.AUTO).with(s -> s.withLogin(new Login.NameOnly("me")))
                .codesBy(RULE));
    }

    @Test
    void aPasswordThatWasSentWasThere() {
        assertEquals(List.of(), Cases.upToEncryptedHello().with(s -> s.withLogin(new Login.Password("me", Secret.of("")))).signsIn("235 ok")
                .codesBy(RULE));
    }
}
