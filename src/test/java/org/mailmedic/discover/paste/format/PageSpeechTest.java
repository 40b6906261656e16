package org.mailmedic.discover.paste.format;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailmedic.pasted.Snippet;

final class PageSpeechTest {
    @ParameterizedTest
    @ValueSource(strings = {"Outgoing server: smtp.example.org", "SMTP-Server: smtp.example.org", "Postausgang (SMTP)\nsmtp.example.org",
            "* Outgoing Server Settings\nHost", "From Email: a@example.org\nHost Name: mail.example.org"})
    void labelsForPeople(String text) {
        assertTrue(PageSpeech.in(new Snippet(text)), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"smtp_server: smtp.example.org", "smtp-server: smtp.example.org", "outgoing server = smtp.example.org",
            "# outgoing server: smtp.example.org", "outgoing mail of the server", "From Email: a@example.org", ""})
    void keysOfAFileAndMereWords(String text) {
        assertFalse(PageSpeech.in(new Snippet(text)), text);
    }

    @Test
    void aHeadingIsShort() {
        assertFalse(PageSpeech.in(new Snippet("The server for outgoing mail of your own domain")));
    }
}
