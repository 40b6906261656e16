package org.mailmedic.maildomain.spf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.mailmedic.maildomain.dns.FakeZone;
import org.mailmedic.net.dns.DnsAnswer.Status;

/// What the public suites leave open.
final class SpfEvaluatorTest {
    private static SpfResult result(FakeZone zone, String from) {
        return new SpfEvaluator(zone).check(InetAddress.ofLiteral("192.0.2.1"), "mx.a.test", from).result();
    }

    private static SpfResult result(FakeZone zone) {
        return result(zone, "user@a.test");
    }

    @Test
    void anAddressWithoutANameIsAVoidLookUp() {
        var zone = FakeZone.empty().txt("a.test", "v=spf1 ptr a:g1.a.test a:g2.a.test -all");
        assertEquals(SpfResult.PERMERROR, result(zone));
        assertEquals(SpfResult.FAIL, result(zone.ptr("192.0.2.1", "h.b.test").address("h.b.test", "192.0.2.1")));
    }

    @Test
    void anAddressWhoseNameCannotBeHadIsNone() {
        var zone = FakeZone.empty().txt("a.test", "v=spf1 ptr ptr ptr -all").fails("1.2.0.192.in-addr.arpa", Status.TIMEOUT);
        assertEquals(SpfResult.FAIL, result(zone));
    }

    @Test
    void aTermWithALocalPartOutsideAsciiMatchesNothing() {
        var zone = FakeZone.empty().txt("a.test", "v=spf1 exists:%{l}.u.a.test ~all").address("*.u.a.test", "127.0.0.2");
        assertEquals(SpfResult.PASS, result(zone, "mueller@a.test"));
        assertEquals(SpfResult.SOFTFAIL, result(zone, "m\u00fcller@a.test"));
        assertEquals(SpfResult.PASS, result(FakeZone.empty().txt("a.test", "v=spf1 exists:%%{l.u.a.test ~all")
                .address("*.u.a.test", "127.0.0.2"), "m\u00fcller@a.test"));
    }

    @Test
    void aRedirectByALocalPartOutsideAsciiLeadsNowhere() {
        var zone = FakeZone.empty().txt("a.test", "v=spf1 redirect=%{l}.u.a.test").txt("*.u.a.test", "v=spf1 +all");
        assertEquals(SpfResult.PASS, result(zone, "mueller@a.test"));
        assertEquals(SpfResult.PERMERROR, result(zone, "m\u00fcller@a.test"));
    }

    @Test
    void aDomainInItsOwnLettersIsLookedUpByItsALabels() {
        var zone = FakeZone.empty().txt("xn--mller-kva.test", "v=spf1 exists:%{d}.u.a.test -all")
                .address("xn--mller-kva.test.u.a.test", "127.0.0.2");
        assertEquals(SpfResult.PASS, result(zone, "user@m\u00fcller.test"));
    }

    @Test
    void aClosingDotIsNoFault() {
        var zone = FakeZone.empty().txt("a.test", "v=spf1 -all");
        assertEquals(SpfResult.FAIL, result(zone, "user@a.test."));
        assertEquals(SpfResult.NONE, result(zone, "user@a.test.."));
        assertEquals(SpfResult.NONE, result(zone, "user@."));
    }

    @Test
    void anAddressInBracketsIsNotAskedFor() {
        var zone = FakeZone.empty().txt("a.test", "v=spf1 a:%{h} ?all").fails("[192.0.2.1]", Status.REFUSED);
        assertEquals(SpfResult.NONE, result(zone, "user@[192.0.2.1]"));
        assertEquals(SpfResult.NEUTRAL, new SpfEvaluator(zone).check(InetAddress.ofLiteral("192.0.2.1"), "[192.0.2.1]", "user@a.test")
                .result());
    }
}
