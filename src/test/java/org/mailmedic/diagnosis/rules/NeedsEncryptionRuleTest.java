package org.mailmedic.diagnosis.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mailmedic.diagnosis.Cases.certificate;
import static org.mailmedic.diagnosis.Cases.skipped;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailmedic.diagnosis.Cases;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.evidence.CertificateProblem;
import org.mailmedic.evidence.Outcome;

final class NeedsEncryptionRuleTest {
    private static final Rule RULE = new NeedsEncryptionRule();

    @Test
    void withheld() {
        assertEquals(List.of(Code.AUTH_NEEDS_ENCRYPTION), Cases.plain().greets("220 x").hello("AUTH PLAIN").password()
                .signIn(skipped(Outcome.Reason.WITHHELD)).codesBy(RULE));
    }

    @Test
    void keptBackUntilStarttls() {
        assertEquals(List.of(Code.AUTH_NEEDS_ENCRYPTION), Cases.plain().greets("220 x").hello("STARTTLS").password()
                .signIn(skipped(Outcome.Reason.CANNOT_SUCCEED)).codesBy(RULE));
    }

    @Test
    void withheldForTheCertificate() {
        assertEquals(List.of(), Cases.starttls().upgraded().tls(certificate("x.example", CertificateProblem.WRONG_NAME))
                .helloInTls("AUTH PLAIN").password().signIn(skipped(Outcome.Reason.WITHHELD)).codesBy(RULE));
    }

    @Test
    void noStarttlsEither() {
        assertEquals(List.of(), Cases.plain().greets("220 x").hello().password().signIn(skipped(Outcome.Reason.CANNOT_SUCCEED))
                .codesBy(RULE));
    }

    @Test
    void noCredentials() {
        assertEquals(List.of(), Cases.plain().greets("220 x").hello("STARTTLS").codesBy(RULE));
    }
}
