package org.mailmedic.discover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class PersonTest {
    @Test
    void theDomainIsInAsciiAndLowerCase() {
        assertEquals("shop.example", People.of(" Anna@Shop.EXAMPLE").domain());
        assertEquals("xn--mnchen-3ya.example", People.of("anna@münchen.example").domain());
    }

    @Test
    void whatIsNoAddressOrHasNoDomainToAsk() {
        for (String typed : List.of("", "anna", "anna@", "@shop.example", "anna@localhost", "anna@192.0.2.1", "anna@[192.0.2.1]",
                "a b@shop.example", "anna@shop..example")) {
            assertTrue(Person.parse(typed).isEmpty(), typed);
        }
    }

    @Test
    void ownsItsDomainAndWhatLiesBelow() {
        assertTrue(People.ANNA.owns("shop.example"));
        assertTrue(People.ANNA.owns("smtp.shop.example"));
        assertFalse(People.ANNA.owns("myshop.example"));
        assertFalse(People.ANNA.owns("shop.example.org"));
    }
}
