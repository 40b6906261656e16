package org.mailmedic.maildomain.dmarc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailmedic.maildomain.dmarc.DmarcVerdict.Result;
import org.mailmedic.maildomain.dns.FakeZone;
import org.mailmedic.net.dns.DnsAnswer.Status;

/// What the suite leaves open: answers that cannot be had, and names in their own letters.
final class DmarcTest {
    private static FakeZone zone() {
        return FakeZone.empty().txt("_dmarc.a.test", "v=DMARC1; p=reject");
    }

    private static Result result(FakeZone zone, String author, String signer) {
        return new Dmarc(zone).judge(author, Optional.empty(), List.of(new Dmarc.Identifier(true, signer))).result();
    }

    @Test
    void theOwnRecordAppliesWhateverCannotBeHadAboveIt() {
        var zone = zone().fails("_dmarc.test", Status.SERVER_FAILURE);
        DmarcState state = new Dmarc(zone).of("a.test");
        assertEquals(Optional.of(DmarcPolicy.REJECT), state.policy());
        assertEquals(Optional.empty(), state.organizationalDomain());
        assertEquals(Result.PASS, result(zone, "a.test", "a.test"));
        assertEquals(Result.TEMPERROR, result(zone, "a.test", "mail.a.test"));
        assertTrue(new Dmarc(zone).of("b.a.test").failed());
    }

    @Test
    void aSignerOfWhomNothingIsKnownIsNoStranger() {
        var zone = zone().fails("_dmarc.b.test", Status.TIMEOUT);
        assertEquals(Result.TEMPERROR, result(zone, "a.test", "b.test"));
        assertEquals(Result.FAIL, result(zone, "a.test", "c.test"));
        assertEquals(Result.FAIL, result(FakeZone.empty().txt("_dmarc.a.test", "v=DMARC1; p=reject; adkim=s")
                .fails("_dmarc.b.test", Status.TIMEOUT), "a.test", "b.test"));
    }

    @Test
    void namesInTheirOwnLettersAreTheSameNames() {
        var zone = FakeZone.empty().txt("_dmarc.xn--mller-kva.test", "v=DMARC1; p=quarantine");
        assertEquals(Optional.of("xn--mller-kva.test"), new Dmarc(zone).of("m\u00fcller.test").foundAt());
        assertEquals(Result.PASS, result(zone, "xn--mller-kva.test", "M\u00fcller.test"));
    }
}
