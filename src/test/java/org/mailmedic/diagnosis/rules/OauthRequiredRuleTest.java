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

final class OauthRequiredRuleTest {
    private static final Rule RULE = new OauthRequiredRule();

    @Test
    void onlyOauth() {
        var facts = Cases.starttls().upgraded().tlsDone().helloInTls("AUTH XOAUTH2 OAUTHBEARER").password()
                .signIn(skipped(Outcome.Reason.CANNOT_SUCCEED)).judgedBy(RULE).getFirst().facts();
        assertEquals("XOAUTH2, OAUTHBEARER", facts.get("mechanisms"));
    }

    @Test
    void alsoPlain() {
        assertEquals(List.of(), Cases.starttls().upgraded().tlsDone().helloInTls("AUTH XOAUTH2 PLAIN").password()
                .signIn(skipped(Outcome.Reason.CANNOT_SUCCEED)).codesBy(RULE));
    }

    @Test
    void nothing() {
        assertEquals(List.of(), Cases.starttls().upgraded().tlsDone().helloInTls().password().signIn(skipped(Outcome.Reason.CANNOT_SUCCEED))
                .codesBy(RULE));
    }

    @Test
    void whoseReportIsJudgedAgainWithoutThePassword() {
        assertEquals(List.of(Code.AUTH_OAUTH_REQUIRED), Cases.starttls().upgraded().tlsDone().helloInTls("AUTH XOAUTH2")
                .with(s -> s.withLogin(new Login.NameOnly("me"))).signIn(skipped(Outcome.Reason.CANNOT_SUCCEED)).codesBy(RULE));
    }

    @Test
    void aTokenWasGiven() {
        assertEquals(List.of(), Cases.starttls().upgraded().tlsDone().helloInTls("AUTH XOAUTH2")
                .with(s -> s.withLogin(new Login.AccessToken("me", Secret.of("t")))).signIn(skipped(Outcome.Reason.CANNOT_SUCCEED))
                .codesBy(RULE));
    }
}
