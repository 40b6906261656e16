package org.mailmedic.discover.paste.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailmedic.discover.paste.taking.FieldCollector;
import org.mailmedic.discover.slip.SlipField;
import org.mailmedic.pasted.Snippet;
import org.mailmedic.settings.Security;

final class HelpPageTest {
    @Test
    void whatBelongsToReceivingIsLeftAside() {
        var taking = read("""
                Incoming server: imap.example.org
                Port: 993
                Outgoing server: smtp.example.org
                Port: 587
                """).orElseThrow();
        assertEquals("smtp.example.org", taking.draft().host());
        assertEquals("587", taking.draft().port());
        assertEquals(Security.STARTTLS, taking.draft().security());
    }

    @Test
    void aLineAboutBothIsReadFromTheWordForSendingOn() {
        assertEquals("smtp.example.org", read("IMAP server: imap.example.org, SMTP server: smtp.example.org").orElseThrow().draft().host());
    }

    @Test
    void theEncryptedPortCountsWhereThereAreTwo() {
        var taking = read("Outgoing server: smtp.example.org\nPort: 25\nPort (SSL): 465\n").orElseThrow();
        assertEquals("465", taking.draft().port());
        assertEquals(Security.TLS, taking.draft().security());
    }

    @Test
    void theColumnForSendingIsRead() {
        var taking = read("Settings\tIncoming\tOutgoing\nServer\timap.example.org\tsmtp.example.org\nPort\t993\t465\n").orElseThrow();
        assertEquals("smtp.example.org", taking.draft().host());
        assertEquals("465", taking.draft().port());
    }

    @Test
    void theColumnForSendingIsReadInAMarkdownTableToo() {
        var taking = read("""
                | | Incoming | Outgoing |
                |---|---|---|
                | Server | imap.example.org | smtp.example.org |
                | Port | 993 | 465 |
                """).orElseThrow();
        assertEquals("smtp.example.org", taking.draft().host());
        assertEquals("465", taking.draft().port());
    }

    @Test
    void anAccountWithAnAddressIsTheNameToSignInWith() {
        assertEquals("anna@example.org", read("SMTP server: smtp.example.org\nAccount: anna@example.org\n").orElseThrow().draft().user());
        assertFalse(read("SMTP server: smtp.example.org\nAccount: Anna\n").orElseThrow().has(SlipField.USER));
    }

    @Test
    void aPageAboutReceivingAloneAndALogAreNone() {
        assertTrue(read("Incoming server: imap.example.org\nPort: 993\n").isEmpty());
        assertTrue(read("SMTP error: could not connect to smtp.example.org:587\n").isEmpty());
        assertTrue(read("# SMTP server: smtp.example.org\n").isEmpty());
    }

    private static Optional<FieldCollector> read(String text) {
        return new HelpPage().read(new Snippet(text));
    }
}
