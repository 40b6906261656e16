package org.mailmedic.ui.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mailmedic.discover.Origin;
import org.mailmedic.maildomain.Blocklists;
import org.mailmedic.plan.ControlsReader;
import org.mailmedic.plan.Options;
import org.mailmedic.ui.page.Contacts.Group;
import org.mailmedic.ui.page.contacts.ContactsModel;
import org.mailmedic.ui.part.Texts;

final class ContactsTest {
    private final Options all = Options.usual().withResolvers(Options.PUBLIC_RESOLVERS).withControls(ControlsReader.builtIn());
    private final List<Set<String>> kept = new ArrayList<>();
    private final Contacts contacts = new Contacts(all, Set.of(), kept::add);

    @Test
    void nothingSwitchedOffIsEverything() {
        assertEquals(all, contacts.options());
        assertEquals(EnumSet.allOf(Origin.class), contacts.sources());
    }

    @Test
    void everyHostOfTheOptionsCanBeSwitchedOffByItself() {
        for (Group group : Group.values()) {
            for (String name : contacts.known(group)) {
                contacts.allow(group, name, false);
                var without = new Contacts(contacts.options(), Set.of(), _ -> { });
                assertEquals(group != Group.SOURCE && !group.single(), !without.known(group).contains(name), name);
                assertEquals(group == Group.SOURCE, contacts.sources().size() < Origin.values().length, name);
                contacts.allow(group, name, group.usual());
            }
        }
        assertEquals(all, contacts.options());
    }

    @Test
    void allOffContactsNobodyButTheServerItself() {
        for (Group group : Group.values()) {
            contacts.known(group).forEach(name -> contacts.allow(group, name, false));
        }
        assertTrue(contacts.options().controls().isEmpty());
        assertEquals(List.of(), contacts.options().resolvers());
        assertEquals(Set.of(Origin.LIST), contacts.sources());
        assertFalse(contacts.options().mailbox());
        assertFalse(contacts.options().device());
    }

    @Test
    void theMailboxIsLeftAloneAndThisComputerLookedAtUntilSomebodyChooses() {
        assertFalse(contacts.options().mailbox());
        assertTrue(contacts.options().device());
        contacts.allow(Group.MAILBOX, Contacts.IT, false);
        contacts.allow(Group.COMMANDS, Contacts.IT, true);
        assertEquals(List.of(), kept);
        contacts.allow(Group.MAILBOX, Contacts.IT, true);
        contacts.allow(Group.COMMANDS, Contacts.IT, false);
        var again = new Contacts(all, kept.getLast(), _ -> { });
        assertTrue(again.allowed(Group.MAILBOX, Contacts.IT));
        assertTrue(again.options().mailbox());
        assertFalse(again.options().device());
        again.allow(Group.MAILBOX, Contacts.IT, false);
        assertFalse(again.options().mailbox());
    }

    @Test
    void choicesAreKeptAndTakenUpAgain() {
        contacts.allow(Group.SOURCE, "guess", false);
        contacts.allow(Group.SOURCE, "guess", false);
        contacts.allow(Group.RESOLVER, "1.1.1.1", false);
        assertEquals(2, kept.size(), "what does not change is not kept again");
        var again = new Contacts(all, kept.getLast(), _ -> { });
        assertFalse(again.sources().contains(Origin.GUESS));
        assertEquals(List.of("8.8.8.8", "9.9.9.9"), again.options().resolvers());
        assertEquals(all.controls(), again.options().controls(), "1.1.1.1 as a server to compare with is another matter");
    }

    @Test
    void namesThatMeanNothingDoNoHarm() {
        assertEquals(all, new Contacts(all, Set.of("nonsense", "SOURCE:pigeon", ""), _ -> { }).options());
    }

    @Test
    void everyChoiceHasItsWords() {
        for (String system : List.of("Windows", "macOS", "Linux")) {
            var model = new ContactsModel(contacts, system, new NoWay(), Texts.in(Locale.ENGLISH));
            assertEquals(EnumSet.complementOf(EnumSet.of(Group.COMMANDS)), EnumSet.copyOf(model.groups()));
            assertEquals(1, model.onThisComputer().size());
            for (Group group : Group.values()) {
                assertFalse(model.why(group).isBlank());
                model.known(group).forEach(name -> assertFalse(model.words(group, name).isBlank()));
            }
            assertEquals("smtp.gmail.com (465, 587)", model.words(Group.CONTROL, "smtp.gmail.com"));
        }
    }

    /// Every list that a domain's check asks is named.
    @Test
    void whatIsOnlyAskedOnRequestIsNamed() {
        var told = new ContactsModel(contacts, "Linux", new NoWay(), Texts.in(Locale.ENGLISH)).whenAsked().toString();
        for (var list : Blocklists.builtIn()) {
            assertTrue(told.contains(list.name()), told);
        }
        assertTrue(told.contains("mta-sts.") && told.contains("port 25") && told.contains("Your own website"), told);
    }
}
