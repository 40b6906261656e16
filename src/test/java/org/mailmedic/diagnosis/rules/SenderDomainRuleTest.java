package org.mailmedic.diagnosis.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mailmedic.diagnosis.Cases;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.evidence.OffRoute.RecordFault;
import org.mailmedic.settings.Security;

final class SenderDomainRuleTest {
    private static List<Finding> judge(RecordFault... faults) {
        return Cases.of("mail.example.org", 587, Security.STARTTLS).senderDomain("example.org", Arrays.asList(faults))
                .judgedBy(new SenderDomainRule());
    }

    @Test
    void warnsOfWhatTheDomainsOwnCheckFound() {
        Finding finding = judge(new RecordFault("domain.spf_missing", Map.of("value", "v=spf1 mx ~all"))).getFirst();
        assertEquals(Code.DOMAIN_SPF_MISSING, finding.code());
        assertFalse(finding.stops(), "the server takes the mail all the same");
        assertEquals("v=spf1 mx ~all", finding.facts().get("value"));
        assertEquals(List.of("sender-domain-example.org"), finding.because());
    }

    @Test
    void saysNothingWhereNothingStandsInTheWay() {
        assertEquals(List.of(), judge());
    }

    @Test
    void takesOnlyWhatIsAboutTheDomain() {
        assertEquals(List.of(), judge(new RecordFault("tcp.refused", Map.of()), new RecordFault("no.such.code", Map.of())));
    }
}
