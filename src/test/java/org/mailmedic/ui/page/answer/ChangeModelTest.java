package org.mailmedic.ui.page.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mailmedic.history.Intervention;
import org.mailmedic.history.Intervention.Kind;
import org.mailmedic.ui.part.Texts;

final class ChangeModelTest {
    private final ChangeModel model = new ChangeModel(Texts.in(Locale.ENGLISH));

    @Test
    void nothingChosenAndNothingWrittenIsNothing() {
        assertEquals(Optional.empty(), model.change());
        model.noteProperty().set(" \t ");
        assertEquals(Optional.empty(), model.change());
        assertEquals("", model.hint());
    }

    @Test
    void theirOwnWordsAreEnough() {
        model.noteProperty().set("  turned the box around ");
        assertEquals(Optional.of(new Intervention(Kind.OTHER, "turned the box around")), model.change());
    }

    @Test
    void aChoiceAndWordsBelongTogetherAndAChoiceCanBeTakenBack() {
        model.kindProperty().set(Optional.of(Kind.ROUTER_RESTARTED));
        model.noteProperty().set("twice");
        assertEquals(Optional.of(new Intervention(Kind.ROUTER_RESTARTED, "twice")), model.change());
        model.kindProperty().set(model.choices().getFirst());
        assertEquals(Optional.of(new Intervention(Kind.OTHER, "twice")), model.change());
    }

    @Test
    void everyChoiceHasItsWords() {
        model.offProperty().set(Set.of(Kind.FIREWALL_OFF));
        List<String> names = model.choices().stream().map(model::name).toList();
        assertEquals("Nothing to note", names.getFirst());
        assertTrue(names.contains("I switched the firewall on again"), names.toString());
        assertFalse(names.contains("I switched the firewall off"), names.toString());
        assertEquals(names.size(), Set.copyOf(names).size());
    }

    @Test
    void aProtectiveProgramIsOffForNowOnlyAndNewSettingsBelongHereToo() {
        for (Kind kind : List.of(Kind.ANTIVIRUS_OFF, Kind.FIREWALL_OFF, Kind.VPN_OFF)) {
            model.kindProperty().set(Optional.of(kind));
            assertEquals("Only for this test. We remind you to switch it on again.", model.hint());
        }
        model.kindProperty().set(Optional.of(Kind.SETTINGS));
        assertEquals("Mail Medic checks what is entered here, so change it here too.", model.hint());
        model.kindProperty().set(Optional.of(Kind.WAITED));
        assertEquals("", model.hint());
    }
}
