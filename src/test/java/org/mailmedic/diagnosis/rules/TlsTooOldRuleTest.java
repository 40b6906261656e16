package org.mailmedic.diagnosis.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailmedic.diagnosis.Cases;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.evidence.Failure;

final class TlsTooOldRuleTest {
    private static final Rule RULE = new TlsTooOldRule();

    @Test
    void namesTheNewestOfTheOld() {
        var facts = Cases.tls().onlyOldTls("TLSv1.1").judgedBy(RULE).getFirst().facts();
        assertEquals("TLSv1.1", facts.get("protocol"));
    }

    @Test
    void afterStarttls() {
        assertEquals(List.of(Code.TLS_VERSION_TOO_OLD), Cases.starttls().upgraded().onlyOldTls("TLSv1").codesBy(RULE));
    }

    @Test
    void anotherAlert() {
        assertEquals(List.of(), Cases.tls().noTls(Failure.TLS_ALERT).codesBy(RULE));
    }

    @Test
    void modern() {
        assertEquals(List.of(), Cases.tls().tlsDone().codesBy(RULE));
    }
}
