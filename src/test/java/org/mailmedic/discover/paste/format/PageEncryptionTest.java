package org.mailmedic.discover.paste.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.mailmedic.discover.paste.taking.Doubt;
import org.mailmedic.discover.paste.taking.FieldCollector;
import org.mailmedic.discover.slip.SlipField;
import org.mailmedic.pasted.PastedSecrets;
import org.mailmedic.pasted.Snippet;
import org.mailmedic.settings.Security;

final class PageEncryptionTest {
    @Test
    void thePortDecidesWhatAPageCallsSsl() {
        assertEquals(Security.TLS, PageEncryption.of("ssl/tls", "465"));
        assertEquals(Security.STARTTLS, PageEncryption.of("ssl", "587"));
        assertEquals(Security.TLS, PageEncryption.of("ssl", "2525"));
        assertEquals(Security.STARTTLS, PageEncryption.of("tls", "2525"));
    }

    @Test
    void withoutAPortOnlyTheUpgradeIsPlain() {
        assertEquals(Security.STARTTLS, PageEncryption.of("encryption: starttls", ""));
        assertEquals(Security.AUTO, PageEncryption.of("encryption: ssl", ""));
        assertEquals(Security.AUTO, PageEncryption.of("encryption: ssl or starttls", ""));
        assertEquals(Security.AUTO, PageEncryption.of("encryption: yes", "465"));
    }

    @Test
    void noneIsSaidInManyLanguages() {
        assertTrue(PageEncryption.none(" keine "));
        assertTrue(PageEncryption.none("ninguna"));
        assertFalse(PageEncryption.none("none of your business"));
        assertFalse(PageEncryption.none(""));
    }

    @Test
    void aPortWithOneUsualKindGivesAGuessThatIsToldAsOne() {
        var taking = new FieldCollector();
        taking.take(SlipField.PORT, "465", 1);
        var guessed = PageEncryption.guessed(taking).reading("x", new PastedSecrets(new Snippet("")));
        assertEquals(Security.TLS, guessed.draft().security());
        assertTrue(guessed.doubts().contains(new Doubt(SlipField.SECURITY, Doubt.Kind.GUESSED, 0)));
        var other = new FieldCollector();
        other.take(SlipField.PORT, "2525", 1);
        assertEquals(Security.AUTO, PageEncryption.guessed(other).draft().security());
    }
}
