package org.mailmedic.diagnosis.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mailmedic.diagnosis.Cases.skipped;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailmedic.diagnosis.Cases;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.diagnosis.observation.ReplyFindings;
import org.mailmedic.diagnosis.reply.ReplyReader;
import org.mailmedic.evidence.Failure;
import org.mailmedic.evidence.Outcome;

final class SignInRefusedRuleTest {
    private static final Rule RULE = new SignInRefusedRule(new ReplyFindings(new ReplyReader()));

    private static Cases refused(Optional<Boolean> mailboxOpens) {
        var cases = Cases.upToEncryptedHello().password().signsIn("535 5.7.8 authentication failed");
        mailboxOpens.ifPresent(cases::mailbox);
        return cases;
    }

    @Test
    void aPasswordThatOpensTheMailboxIsRight() {
        var finding = refused(Optional.of(true)).judgedBy(RULE).getFirst();
        assertEquals(Code.AUTH_DISABLED_BY_PROVIDER, finding.code());
        assertEquals("imap.example.org", finding.facts().get("otherHost"));
        assertTrue(finding.confidence() < 0.9, "sending may want another name");
    }

    @Test
    void aPasswordThatOpensNeitherIsWrong() {
        var alone = refused(Optional.empty()).judgedBy(RULE).getFirst();
        var both = refused(Optional.of(false)).judgedBy(RULE).getFirst();
        assertEquals(Code.AUTH_BAD_CREDENTIALS, both.code());
        assertTrue(both.confidence() > alone.confidence());
    }

    @Test
    void betterWordsOfTheServerStand() {
        assertEquals(List.of(Code.AUTH_APP_PASSWORD_REQUIRED), Cases.upToEncryptedHello().password()
                .signsIn("534 5.7.9 Application-specific password required").mailbox(false).codesBy(RULE));
    }

    @Test
    void wrongPassword() {
        assertEquals(List.of(Code.AUTH_BAD_CREDENTIALS), Cases.upToEncryptedHello().password().signsIn("535 5.7.8 authentication failed")
                .codesBy(RULE));
    }

    @Test
    void appPassword() {
        assertEquals(List.of(Code.AUTH_APP_PASSWORD_REQUIRED), Cases.upToEncryptedHello().password()
                .signsIn("534 5.7.9 Application-specific password required").codesBy(RULE));
    }

    @Test
    void switchedOff() {
        assertEquals(List.of(Code.AUTH_DISABLED_BY_PROVIDER), Cases.upToEncryptedHello().password()
                .signsIn("535 5.7.139 SmtpClientAuthentication is disabled for the Tenant.").codesBy(RULE));
    }

    @Test
    void throttled() {
        assertEquals(List.of(Code.AUTH_TOO_MANY_ATTEMPTS), Cases.upToEncryptedHello().password()
                .signsIn("454 4.7.0 Too many login attempts, please try again later.").codesBy(RULE));
    }

    @Test
    void temporary() {
        assertEquals(List.of(Code.AUTH_TEMPORARY_FAILURE), Cases.upToEncryptedHello().password()
                .signsIn("454 4.7.0 Temporary authentication failure").codesBy(RULE));
    }

    @Test
    void theServerCouldNotProveItself() {
        assertEquals(List.of(Code.AUTH_MECHANISM_UNSUPPORTED), Cases.upToEncryptedHello().password()
                .signIn(Outcome.failed(Failure.SERVER_NOT_PROVEN, "")).codesBy(RULE));
    }

    @Test
    void aBare530BeforeEncryption() {
        assertEquals(List.of(Code.TLS_STARTTLS_REQUIRED), Cases.plain().greets("220 x").hello("STARTTLS", "AUTH PLAIN").password()
                .signsIn("530 5.7.0").codesBy(RULE));
    }

    @Test
    void accepted() {
        assertEquals(List.of(), Cases.upToEncryptedHello().password().signsIn("235 2.7.0 ok").codesBy(RULE));
    }

    @Test
    void dropped() {
        assertEquals(List.of(), Cases.upToEncryptedHello().password().signIn(Outcome.failed(Failure.CLOSED, "")).codesBy(RULE));
    }

    @Test
    void withheld() {
        assertEquals(List.of(), Cases.plain().greets("220 x").hello("AUTH PLAIN").password().signIn(skipped(Outcome.Reason.WITHHELD))
                .codesBy(RULE));
    }
}
