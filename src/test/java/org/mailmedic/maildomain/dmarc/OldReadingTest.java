package org.mailmedic.maildomain.dmarc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailmedic.maildomain.dns.FakeZone;
import org.mailmedic.net.dns.DnsAnswer.Status;

/// Where RFC 7489 and RFC 9989 part, and where they do not.
final class OldReadingTest {
    private static final PublicSuffixes LIST = PublicSuffixes.ofRuntime();

    private static String organization(String name) {
        return LIST.organizationalDomain(name).orElseThrow();
    }

    private static OldReading read(FakeZone zone, String name) {
        return OldReading.of(name, zone, LIST).orElseThrow();
    }

    private static String told(FakeZone zone, String name) {
        OldReading old = read(zone, name);
        return old.policy().map(policy -> old.applies().orElseThrow() + "=" + policy.id() + " at " + old.foundAt().orElseThrow())
                .orElse("nothing");
    }

    @Test
    void theOrganizationIsOneLabelBelowTheSuffix() {
        assertEquals("example.com", organization("a.b.example.com"));
        assertEquals("example.com", organization("example.com"));
        assertEquals("com", organization("com"));
        assertEquals("example.co.uk", organization("mail.example.co.uk"));
        assertEquals("co.uk", organization("co.uk"));
        assertEquals("b.c.ck", organization("a.b.c.ck"));
        assertEquals("www.ck", organization("a.www.ck"));
        assertEquals("name.github.io", organization("x.name.github.io"));
        assertEquals("firm.unheard-of", organization("x.firm.unheard-of"));
        assertEquals("firm.xn--55qx5d.cn", organization("x.firm.xn--55qx5d.cn"));
        assertEquals("firm.xn--p1ai", organization("x.firm.xn--p1ai"));
    }

    @Test
    void withoutTheListNothingIsKnown() {
        var none = new PublicSuffixes(Path.of("no-such-file"));
        assertEquals(Optional.empty(), OldReading.of("example.com", FakeZone.empty().txt("_dmarc.example.com", "v=DMARC1; p=none"), none));
    }

    @Test
    void anAnswerThatCannotBeHadIsNoAnswer() {
        assertTrue(OldReading.of("example.com", FakeZone.empty().fails("_dmarc.example.com", Status.TIMEOUT), LIST).isEmpty());
        assertTrue(OldReading.of("a.example.com", FakeZone.empty().fails("_dmarc.example.com", Status.TIMEOUT), LIST).isEmpty());
    }

    @Test
    void onlyTheNameAndTheOrganizationAreAsked() {
        assertEquals("p=reject at example.com", told(FakeZone.empty().txt("_dmarc.example.com", "v=DMARC1; p=reject"), "a.example.com"));
        assertEquals("nothing", told(FakeZone.empty().txt("_dmarc.mail.example.com", "v=DMARC1; p=reject"), "a.mail.example.com"));
        assertEquals("nothing", told(FakeZone.empty().txt("_dmarc.com", "v=DMARC1; p=reject; psd=y"), "example.com"));
        assertEquals("p=reject at example.com", told(FakeZone.empty().txt("_dmarc.example.com", "v=DMARC1; p=reject")
                .txt("_dmarc.mail.example.com", "v=DMARC1; p=none; psd=n"), "a.mail.example.com"));
    }

    @Test
    void npIsUnknownAndSpHolds() {
        var zone = FakeZone.empty().txt("_dmarc.example.com", "v=DMARC1; p=none; sp=quarantine; np=reject");
        assertEquals("sp=quarantine at example.com", told(zone, "nobody.example.com"));
        assertEquals("p=none at example.com", told(zone, "example.com"));
    }

    @Test
    void severalRecordsEndTheSearch() {
        var zone = FakeZone.empty().txt("_dmarc.example.com", "v=DMARC1; p=reject")
                .txt("_dmarc.a.example.com", "v=DMARC1; p=reject", "v=DMARC1; p=none");
        assertEquals("nothing", told(zone, "a.example.com"));
    }

    @Test
    void aRecordNeedsAPolicyUnlessItAsksForReports() {
        assertEquals("nothing", told(FakeZone.empty().txt("_dmarc.example.com", "v=DMARC1"), "example.com"));
        assertEquals("p=none at example.com", told(FakeZone.empty().txt("_dmarc.example.com", "v=DMARC1; rua=mailto:a@example.com"),
                "example.com"));
        assertEquals("nothing", told(FakeZone.empty().txt("_dmarc.example.com", "v=DMARC1; p=reject; sp=x"), "example.com"));
        assertEquals("p=reject at example.com", told(FakeZone.empty().txt("_dmarc.example.com", "v=DMARC1; p=reject; np=x"),
                "example.com"));
    }

    @Test
    void thePercentageCounts() {
        assertEquals(25, read(FakeZone.empty().txt("_dmarc.example.com", "v=DMARC1; p=reject; pct=25"), "example.com").percent());
        assertEquals(0, read(FakeZone.empty().txt("_dmarc.example.com", "v=DMARC1; p=reject; pct=0"), "example.com").percent());
        assertEquals(100, read(FakeZone.empty().txt("_dmarc.example.com", "v=DMARC1; p=reject; pct=x"), "example.com").percent());
        assertEquals(100, read(FakeZone.empty().txt("_dmarc.example.com", "v=DMARC1; p=reject; t=y"), "example.com").percent());
    }
}
