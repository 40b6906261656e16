package org.mailmedic.discover.paste.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailmedic.discover.paste.format.PageWords.Label;
import org.mailmedic.discover.paste.taking.FieldCollector;
import org.mailmedic.discover.slip.SlipField;
import org.mailmedic.pasted.Snippet;
import org.mailmedic.settings.Security;

final class LabelAboveTest {
    private final FieldCollector taking = new FieldCollector();
    private final PageWords words = new PageWords(new Snippet("smtp server, port, user name, password, security"));
    private final LabelAbove above = new LabelAbove(taking, words, new PageProse(taking, words, List.of("smtp")));

    @Test
    void theLineBelowIsTakenForWhatTheLabelAsksFor() {
        above.is(Label.HOST);
        assertTrue(takes("smtp.example.org"));
        above.is(Label.PORT);
        assertTrue(takes("465 (SSL)"));
        above.is(Label.SECURITY);
        assertTrue(takes("SSL/TLS"));
        above.is(Label.USER);
        assertTrue(takes("web0815"));
        above.is(Label.FROM);
        assertTrue(takes("Anna <anna@example.org>"));
        above.is(Label.PASSWORD);
        assertTrue(takes("Zaunkoenig#7431"));
        assertEquals("smtp.example.org", taking.draft().host());
        assertEquals("465", taking.draft().port());
        assertEquals(Security.TLS, taking.draft().security());
        assertEquals("web0815", taking.draft().user());
        assertEquals("anna@example.org", taking.draft().from());
        assertTrue(taking.has(SlipField.PASSWORD));
    }

    @Test
    void whatIsTakenIsTakenOnce() {
        above.is(Label.HOST);
        assertTrue(takes("smtp.example.org"));
        assertFalse(takes("mail.example.org"));
    }

    @Test
    void whatDoesNotFitIsLeftAlone() {
        above.is(Label.PORT);
        assertFalse(takes("your choice"));
        above.is(Label.USER);
        assertFalse(takes("required"));
        above.is(Label.PASSWORD);
        assertFalse(takes("secret"));
        above.is(Label.BESIDE);
        assertFalse(takes("smtp.example.org"));
        assertEquals(0, taking.count());
    }

    @Test
    void theLabelWaitsForAFewLines() {
        above.is(Label.HOST);
        takes("as we wrote");
        takes("in our letter");
        takes("of last year");
        assertTrue(takes("smtp.example.org"));
        above.is(Label.PORT);
        takes("as we wrote");
        takes("in our letter");
        takes("of last year");
        takes("or the one before");
        assertFalse(takes("587"));
    }

    @Test
    void aFieldOfItsOwnEndsTheWaiting() {
        above.is(Label.HOST);
        assertFalse(above.takes(PageLineTest.line("Port: 587"), Optional.of(Label.PORT), true));
        assertFalse(takes("smtp.example.org"));
    }

    @Test
    void tellsWhatItWaitsFor() {
        above.is(Label.FROM);
        assertTrue(above.asksFor(Label.FROM));
        assertFalse(above.asksFor(Label.HOST));
        above.forget();
        assertFalse(above.asksFor(Label.FROM));
    }

    private boolean takes(String text) {
        return above.takes(PageLineTest.line(text), Optional.empty(), false);
    }
}
