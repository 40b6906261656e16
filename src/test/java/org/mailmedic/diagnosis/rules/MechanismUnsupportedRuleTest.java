package org.mailmedic.diagnosis.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mailmedic.diagnosis.Cases.skipped;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailmedic.diagnosis.Cases;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.settings.Login;
import org.mailmedic.settings.Secret;

final class MechanismUnsupportedRuleTest {
    private static final Rule RULE = new MechanismUnsupportedRule();

    @Test
    void nothingThatTakesAPassword() {
        var facts = Cases.starttls().upgraded().tlsDone().helloInTls("AUTH GSSAPI NTLM").password()
                .signIn(skipped(Outcome.Reason.CANNOT_SUCCEED)).judgedBy(RULE).getFirst().facts();
        assertEquals("GSSAPI, NTLM", facts.get("mechanisms"));
    }

    @Test
    void notTheForcedOne() {
        var facts = Cases.starttls().upgraded().tlsDone().helloInTls("AUTH PLAIN").password().with(s -> s.withMechanism("CRAM-MD5"))
                .signIn(skipped(Outcome.Reason.CANNOT_SUCCEED)).judgedBy(RULE).getFirst().facts();
        assertEquals("CRAM-MD5", facts.get("mechanism"));
    }

    @Test
    void aTokenWhereOnlyPasswordsCount() {
        assertEquals(List.of(Code.AUTH_MECHANISM_UNSUPPORTED), Cases.upToEncryptedHello()
                .with(s -> s.withLogin(new Login.AccessToken("me", Secret.of("t")))).signIn(skipped(Outcome.Reason.CANNOT_SUCCEED))
                .codesBy(RULE));
    }

    @Test
    void onlyOauthIsAnotherCause() {
        assertEquals(List.of(), Cases.starttls().upgraded().tlsDone().helloInTls("AUTH XOAUTH2 OAUTHBEARER").password()
                .signIn(skipped(Outcome.Reason.CANNOT_SUCCEED)).codesBy(RULE));
    }

    @Test
    void nothingOffered() {
        assertEquals(List.of(), Cases.starttls().upgraded().tlsDone().helloInTls().password().signIn(skipped(Outcome.Reason.CANNOT_SUCCEED))
                .codesBy(RULE));
    }

    @Test
    void signedIn() {
        assertEquals(List.of(), Cases.upToEncryptedHello().password().signsIn("235 ok").codesBy(RULE));
    }
}
