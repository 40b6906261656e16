package org.mailmedic.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MailboxBookTest {
    private static List<String> hosts(String smtp) {
        return MailboxBook.load().doors(smtp, false).stream().map(MailboxDoor::host).distinct().toList();
    }

    @ParameterizedTest
    @CsvSource({"smtp.gmail.com, imap.gmail.com", "SMTP.Office365.com, outlook.office365.com",
            "smtp.shop.example, imap.shop.example+smtp.shop.example", "mail.shop.example, mail.shop.example+imap.shop.example",
            "server17.hoster.example, server17.hoster.example",
                    "shop.example, shop.example"})
    void knownOnesFirstThenTheUsualNames(String smtp, String mailbox) {
        assertEquals(List.of(mailbox.split("\\+")), hosts(smtp));
    }

    /// A password must not travel to whoever owns another name.
    @Test
    void neverLeavesTheServersOwnDomain() {
        assertEquals(List.of("smtp.example"), hosts("smtp.example"));
    }

    @Test
    void anAddressStaysWhatItIs() {
        assertEquals(List.of("192.0.2.1"), MailboxBook.load().doors("192.0.2.1", true).stream().map(MailboxDoor::host).distinct().toList());
    }

    @Test
    void everyDoorIsEncrypted() {
        assertTrue(MailboxBook.load().doors("smtp.gmail.com", false).stream()
                .noneMatch(door -> door.security() == org.mailmedic.settings.Security.NONE));
    }
}
