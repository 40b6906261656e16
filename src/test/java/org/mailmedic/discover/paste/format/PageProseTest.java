package org.mailmedic.discover.paste.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailmedic.discover.paste.taking.FieldCollector;
import org.mailmedic.discover.slip.SlipField;
import org.mailmedic.pasted.Snippet;
import org.mailmedic.settings.Security;

final class PageProseTest {
    private final FieldCollector taking = new FieldCollector();
    private final PageProse prose = new PageProse(taking, new PageWords(new Snippet("smtp server: port, ssl, tls")), List.of("smtp"));

    @Test
    void aSentenceTellsServerPortAndEncryption() {
        prose.read(PageLineTest.line("Our SMTP server is smtp.example.org on port 465 with SSL"), false);
        assertTaken("smtp.example.org", "465", Security.TLS);
    }

    @Test
    void thePortMayStandInFrontOfTheWordForIt() {
        prose.read(PageLineTest.line("smtp: smtp.example.org, a 587 port with TLS"), false);
        assertTaken("smtp.example.org", "587", Security.STARTTLS);
    }

    @Test
    void aNumberThatNothingCallsAPortIsOneOnlyBesideItsServer() {
        prose.read(PageLineTest.line("smtp.example.org 2525"), true);
        assertEquals("2525", taking.draft().port());
    }

    @Test
    void aYearIsNoPort() {
        prose.read(PageLineTest.line("smtp.example.org since 2024"), true);
        assertFalse(taking.has(SlipField.PORT));
    }

    @Test
    void aServerThatNoLabelSpeaksOfIsTakenOnlyForWantOfABetterOne() {
        prose.read(PageLineTest.line("see web.example.org"), false);
        assertFalse(taking.has(SlipField.HOST));
        prose.takeStray();
        assertEquals("web.example.org", taking.draft().host());
    }

    @Test
    void aServerBehindItsWordGoesBeforeOneThatStrayedIn() {
        prose.read(PageLineTest.line("see web.example.org"), false);
        prose.read(PageLineTest.line("smtp: mail.example.org"), false);
        prose.takeStray();
        assertEquals("mail.example.org", taking.draft().host());
    }

    @Test
    void noEncryptionIsMeantOnlyBehindALabel() {
        prose.encryption(PageLineTest.line("none"), false);
        assertEquals(Security.AUTO, taking.draft().security());
        prose.encryption(PageLineTest.line("Security: none"), true);
        assertEquals(Security.NONE, taking.draft().security());
    }

    @Test
    void theWordForSendingGoesOnWithAServer() {
        assertTrue(PageProse.sendingHost("imap or smtp mail.example.org", 8));
        assertTrue(PageProse.sendingHost("imap 993 smtp 465", 9));
        assertFalse(PageProse.sendingHost("imap or smtp settings", 8));
        assertFalse(PageProse.sendingHost("imap, outgoing mail.example.org", 6));
    }

    private void assertTaken(String host, String port, Security security) {
        assertEquals(List.of(host, port, security), List.of(taking.draft().host(), taking.draft().port(), taking.draft().security()));
    }
}
