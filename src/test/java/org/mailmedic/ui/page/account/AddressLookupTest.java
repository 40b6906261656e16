package org.mailmedic.ui.page.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mailmedic.discover.Candidate;
import org.mailmedic.discover.Origin;
import org.mailmedic.discover.Person;
import org.mailmedic.provider.ProviderBook;
import org.mailmedic.settings.Security;
import org.mailmedic.ui.FakeFinder;
import org.mailmedic.ui.part.Texts;

final class AddressLookupTest {
    private final FakeFinder finder = new FakeFinder();
    private Set<Origin> allowed = EnumSet.allOf(Origin.class);
    private final AddressLookup lookup = new AddressLookup(finder, Runnable::run, () -> allowed);
    private final FoundWords words = new FoundWords(ProviderBook.load(), Texts.in(Locale.ENGLISH));

    @Test
    void theBookAnswersWithEachKeyAndAsksNobody() {
        for (String typed : List.of("a", "anna@", "anna@gmail", "anna@gmail.co", "anna@gmail.com")) {
            lookup.typed(typed);
        }
        assertEquals("smtp.gmail.com", found().best().orElseThrow().host());
        assertEquals(List.of(), finder.searches());
    }

    @Test
    void aPauseAsksTheNetworkOncePerAddress() {
        lookup.typed("anna@shop.example");
        lookup.paused();
        lookup.paused();
        assertEquals(1, finder.searches().size());
        assertEquals(Found.Phase.LOOKING, found().phase());
        finder.finds(FakeFinder.own("smtp.shop.example"));
        assertEquals(Found.Phase.ENDED, found().phase());
        lookup.typed(" anna@shop.example ");
        lookup.paused();
        assertEquals(1, finder.searches().size(), "blanks around it make no other address");
    }

    @Test
    void anotherAddressCancelsTheSearchAndItsLateAnswersAreDropped() {
        lookup.typed("anna@shop.example");
        lookup.paused();
        var stale = finder.last();
        lookup.typed("anna@other.example");
        assertTrue(stale.cancelled()[0]);
        stale.listener().accept(finder.listed(Person.parse("anna@gmail.com").orElseThrow()));
        stale.ended().run();
        assertEquals(Optional.empty(), found().best());
        assertEquals(Found.Phase.AT_REST, found().phase());
    }

    @Test
    void aSearchThatWasCancelledCanBeStartedAgain() {
        lookup.typed("anna@shop.example");
        lookup.paused();
        lookup.cancel();
        assertEquals(Found.Phase.AT_REST, found().phase());
        lookup.paused();
        assertEquals(2, finder.searches().size());
    }

    @Test
    void sourcesThatAreSwitchedOffAreNotAsked() {
        allowed = EnumSet.of(Origin.LIST, Origin.SRV);
        lookup.typed("anna@shop.example");
        lookup.paused();
        assertEquals(allowed, finder.last().asked());
        allowed = EnumSet.of(Origin.LIST);
        lookup.typed("anna@other.example");
        lookup.paused();
        assertEquals(1, finder.searches().size(), "without sources there is no search");
    }

    @Test
    void whatIsNoWholeAddressIsNotLookedFor() {
        for (String typed : List.of("", "anna", "anna@", "@shop.example", "anna@localhost", "anna@[192.0.2.1]")) {
            lookup.typed(typed);
            lookup.paused();
        }
        assertEquals(List.of(), finder.searches());
    }

    @Test
    void theSentenceNamesServerSourceAndWhoConfirms() {
        lookup.typed("shop@gmx.net");
        assertEquals("GMX: mail.gmx.net, port 465, encrypted (SSL/TLS)",
                words.title(found().best().orElseThrow()).replaceFirst("GMX[^:]*", "GMX"));
        assertEquals("Found in the provider list.", words.source(found()));
        lookup.paused();
        Candidate listed = found().best().orElseThrow();
        finder.finds(new Candidate(listed.host(), listed.port(), listed.security(), "", Origin.AUTOCONFIG, true, false));
        assertEquals("Found in the provider list and confirmed by gmx.net’s own description.", words.source(found()));
        assertFalse(words.note(found()).isEmpty());
    }

    @Test
    void whatNobodyVouchesForSaysSo() {
        lookup.typed("anna@shop.example");
        lookup.paused();
        finder.finds(FakeFinder.foreign("mail.hoster.example"));
        assertEquals("mail.hoster.example, port 587, encrypted (STARTTLS)", words.title(found().best().orElseThrow()));
        assertTrue(words.source(found()).contains("does not belong to shop.example"));
        lookup.typed("anna@shop2.example");
        lookup.paused();
        finder.finds(new Candidate("smtp.shop2.example", 465, Security.TLS, "anna", Origin.GUESS, false, false));
        assertTrue(words.source(found()).contains("has to prove its name before it gets the password"));
    }

    private Found found() {
        return lookup.foundProperty().get();
    }
}
