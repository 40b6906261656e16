package org.mailmedic.maildomain.dkim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.mailmedic.maildomain.Keys;
import org.mailmedic.maildomain.dkim.DkimKey.State;

final class DkimKeyTest {
    private static State state(String text) {
        return DkimKey.parse(text).state();
    }

    @Test
    void lengthsAreJudgedByRfc8301() {
        assertEquals(State.TOO_WEAK, state(Keys.rsa(768)));
        assertEquals(State.SHORT, state(Keys.rsa(1024)));
        assertEquals(State.FINE, state(Keys.rsa(2048)));
        assertEquals(2048, DkimKey.parse(Keys.rsa(2048)).bits());
    }

    @Test
    void theBareFormOfAnRsaKeyIsReadToo() {
        byte[] whole = Keys.pair(2048).getPublic().getEncoded();
        byte[] bare = Arrays.copyOfRange(whole, whole.length - 270, whole.length);
        DkimKey key = DkimKey.parse("p=" + Base64.getEncoder().encodeToString(bare));
        assertEquals(State.FINE, key.state());
        assertEquals(((RSAPublicKey) Keys.pair(2048).getPublic()).getModulus(), ((RSAPublicKey) key.key().orElseThrow()).getModulus());
    }

    @Test
    void blanksInsideAreAllowedAndDamageIsTold() {
        String text = Keys.rsa(2048);
        assertEquals(State.FINE, state(text.substring(0, 100) + " \t " + text.substring(100)));
        assertEquals(State.BROKEN, state(text.substring(0, 100) + "\" \"" + text.substring(100)));
        assertEquals(State.BROKEN, state(text.substring(0, 255)));
        assertEquals(State.BROKEN, state(text + "; p=x"));
        assertEquals(State.BROKEN, state("k=rsa; v=DKIM1; p=x"));
        assertEquals(State.BROKEN, state("v=DKIM1; k=rsa"));
        assertEquals(State.BROKEN, state("v=DKIM1; k=ed25519; p=AAAA"));
        assertEquals(State.BROKEN, state("v=DKIM1; p=" + "A".repeat(60_000)));
    }

    @Test
    void otherUsesAreTold() {
        assertEquals(State.REVOKED, state("v=DKIM1; k=rsa; p="));
        assertEquals(State.UNKNOWN_TYPE, state("v=DKIM1; k=dsa; p=AAAA"));
        assertEquals(State.NOT_FOR_MAIL, state("v=DKIM1; s=other; p=AAAA"));
        assertTrue(DkimKey.parse("v=DKIM1; t=y:s; " + Keys.rsa(2048).substring(9)).testing());
        assertFalse(DkimKey.parse("v=DKIM1; t=s; " + Keys.rsa(2048).substring(9)).testing());
    }

    @Test
    void onlyKeysAreTakenForKeys() {
        assertTrue(DkimKey.claims("p=MIGf"));
        assertTrue(DkimKey.claims("v=DKIM1;"));
        assertTrue(DkimKey.claims("k=rsa; t=y; p=MIGf"));
        assertFalse(DkimKey.claims("v=spf1 -all"));
        assertFalse(DkimKey.claims("hello"));
    }
}
