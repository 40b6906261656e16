package org.mailmedic.maildomain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mailmedic.maildomain.dns.FakeZone;
import org.mailmedic.maildomain.record.DomainRecord;
import org.mailmedic.maildomain.record.Proposal;
import org.mailmedic.maildomain.record.RecordState;
import org.mailmedic.maildomain.record.RecordType;

/// Whose DMARC record is to be changed, and how.
final class DmarcAdviceTest {
    private static final String SUB = "sub.example.org";

    private static FakeZone sub(String at, String policy) {
        return FakeZone.empty().mx(SUB, 10, "mx.example.org").address("mx.example.org", "192.0.2.25").txt(SUB, "v=spf1 mx -all")
                .txt("default._domainkey." + SUB, Keys.rsa(2048)).txt("_dmarc." + at, policy);
    }

    private static DomainLook look(FakeZone zone) {
        return Domains.look(zone, DomainQuestion.about(SUB));
    }

    private static DomainRecord dmarc(FakeZone zone) {
        return Domains.record(look(zone), RecordType.DMARC);
    }

    @Test
    void theOrganizationsPolicyIsNeverLowered() {
        FakeZone zone = sub("example.org", "v=DMARC1; p=reject; sp=none; rua=mailto:a@example.org");
        assertEquals(Optional.of(Proposal.txt("_dmarc.example.org", "v=DMARC1; p=reject; sp=quarantine; rua=mailto:a@example.org")),
                dmarc(zone).proposal());
        assertEquals(Set.of("domain.dmarc_not_enforced"), Domains.codes(look(zone)));
    }

    @Test
    void aPublicSuffixRecordIsItsOperators() {
        FakeZone zone = sub("example.org", "v=DMARC1; p=none; psd=y; rua=mailto:r@example.org");
        assertEquals(Set.of("domain.dmarc_missing"), Domains.codes(look(zone)));
        assertEquals(Optional.of(Proposal.txt("_dmarc." + SUB, "v=DMARC1; p=none; rua=mailto:dmarc-reports@" + SUB)),
                dmarc(zone).proposal());
        FakeZone slip = sub("example.org", "v=DMARC1; p=none; psd=y; adkim=x; rua=mailto:r@example.org");
        assertEquals(Set.of("domain.dmarc_missing"), Domains.codes(look(slip)));
        FakeZone strict = sub("example.org", "v=DMARC1; p=reject; psd=y; fo=1");
        assertEquals(Set.of(), Domains.codes(look(strict)));
        assertEquals(RecordState.FINE, dmarc(strict).state());
        assertEquals(Optional.empty(), dmarc(strict).proposal());
        FakeZone own = sub(SUB, "v=DMARC1; p=none; psd=n; rua=mailto:r@example.org");
        assertEquals(Set.of("domain.dmarc_not_enforced"), Domains.codes(look(own)));
        FakeZone several = sub("example.org", "v=DMARC1; p=reject; psd=y").txt("_dmarc." + SUB, "v=DMARC1; p=reject", "v=DMARC1; p=none");
        assertEquals(Set.of("domain.dmarc_syntax"), Domains.codes(look(several)));
        assertEquals("_dmarc." + SUB, dmarc(several).proposal().orElseThrow().name());
    }

    @Test
    void pctZeroIsToldForWhatItIs() {
        DomainRecord zero = dmarc(sub(SUB, "v=DMARC1; p=quarantine; pct=0; rua=mailto:a@" + SUB));
        assertEquals("pct_zero", zero.note());
        assertEquals(List.of("old_organization"), zero.remarks());
        assertEquals(List.of("removed_tag", "old_organization"), dmarc(sub(SUB, "v=DMARC1; p=reject; pct=0; ri=1; rua=mailto:a@" + SUB))
                .remarks());
        assertEquals(RecordState.WARNING, zero.state());
        assertEquals("v=DMARC1; p=quarantine; pct=0; rua=mailto:a@" + SUB + "; t=y", zero.proposal().orElseThrow().value());
        DomainRecord part = dmarc(sub(SUB, "v=DMARC1; p=reject; pct=50; rua=mailto:a@" + SUB));
        assertEquals("fine", part.note());
        assertTrue(part.remarks().contains("removed_tag"));
        assertEquals(Optional.empty(), part.proposal());
    }

    @Test
    void aTestOfNothingOnlyWatches() {
        DomainRecord record = dmarc(sub(SUB, "v=DMARC1; p=none; t=y; rua=mailto:a@" + SUB));
        assertEquals("none", record.note());
        assertEquals("v=DMARC1; p=quarantine; rua=mailto:a@" + SUB, record.proposal().orElseThrow().value());
        assertEquals("testing", dmarc(sub(SUB, "v=DMARC1; p=quarantine; t=y; rua=mailto:a@" + SUB)).note());
    }

    @Test
    void whereTheOldStandardReadsItOtherwiseBothAreTold() {
        DomainRecord middle = dmarc(sub("example.org", "v=DMARC1; p=reject; sp=none; np=reject; rua=mailto:a@example.org"));
        assertEquals(List.of(), middle.remarks());
        DomainRecord own = dmarc(sub(SUB, "v=DMARC1; p=reject; rua=mailto:a@" + SUB));
        assertEquals(List.of("old_organization"), own.remarks());
        assertEquals("example.org", own.facts().get("oldOrganization"));
        assertEquals(SUB, own.facts().get("organization"));
        assertEquals(RecordState.FINE, own.state());
        DomainLook suffix = look(sub("org", "v=DMARC1; p=reject; psd=y; rua=mailto:a@org"));
        assertEquals(List.of("old_nothing"), Domains.record(suffix, RecordType.DMARC).remarks());
        assertEquals(Optional.empty(), suffix.oldDmarc().orElseThrow().policy());
        DomainRecord company = dmarc(sub(SUB, "v=DMARC1; p=reject; rua=mailto:a@" + SUB)
                .txt("_dmarc.example.org", "v=DMARC1; p=none"));
        assertEquals(List.of(), company.remarks());
    }
}
