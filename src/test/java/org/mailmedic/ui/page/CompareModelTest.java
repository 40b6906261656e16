package org.mailmedic.ui.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailmedic.report.Report;
import org.mailmedic.ui.Samples;
import org.mailmedic.ui.part.Station;
import org.mailmedic.ui.part.StationState;
import org.mailmedic.ui.part.StationState.Mark;
import org.mailmedic.ui.part.Texts;

final class CompareModelTest {
    private final NoWay way = new NoWay();

    @Test
    void goodNewsIsSaidAsSuch() {
        CompareModel model = model(Shown.fresh(Samples.blocked(), List.of()), Shown.fresh(Samples.healthy(), List.of()), " changed the port ");
        assertTrue(model.works());
        assertEquals("It works now", model.headline());
        assertEquals("Fixed", model.badge());
        assertEquals("Before: Your network blocks the mail door 587.", model.sentence());
        assertEquals(Optional.of("You noted: “changed the port”"), model.note());
    }

    @Test
    void theSameProblemIsNoGoodNews() {
        CompareModel model = model(Shown.fresh(Samples.blocked(), List.of()), Shown.fresh(Samples.blocked(), List.of()), "");
        assertEquals("Nothing has changed", model.headline());
        assertEquals("Not solved yet", model.badge());
        assertEquals(Optional.empty(), model.note());
        assertEquals(List.of(), model.changes());
    }

    @Test
    void stationsStandSideBySideWithWhatWasSeen() {
        Shown before = Shown.fresh(Samples.blocked(), List.of(new StationState(Station.DOOR, Mark.BROKEN, "port 587 silent"),
                new StationState(Station.ENCRYPTION, Mark.NOT_REACHED, ""), new StationState(Station.SENDING, Mark.SKIPPED, "")));
        Shown now = Shown.fresh(Samples.healthy(), List.of(new StationState(Station.DOOR, Mark.FINE, "port 465 answers in 41 ms"),
                new StationState(Station.ENCRYPTION, Mark.FINE, "TLS 1.3"), new StationState(Station.SENDING, Mark.SKIPPED, "")));
        List<CompareModel.Row> rows = model(before, now, "").rows();
        assertEquals(List.of("Server’s door", "Encryption"), rows.stream().map(CompareModel.Row::station).toList(), "what nobody looked at is left out");
        assertEquals(new CompareModel.Side(Mark.BROKEN, "port 587 silent"), rows.getFirst().before());
        assertEquals(new CompareModel.Side(Mark.NOT_REACHED, "not reached"), rows.getLast().before());
        assertFalse(rows.getLast().same());
    }

    @Test
    void twoServersAreNotCompared() {
        Report one = Samples.healthy();
        var settings = new LinkedHashMap<>(one.settings());
        settings.put("host", "mail.example.org");
        var other = new Report(one.id(), one.created(), one.tool(), settings, one.outcome(), one.diagnoses(), one.warnings(), one.stages(), one.evidence(),
                one.transcript(), one.totalMs());
        assertFalse(model(Shown.fresh(Samples.blocked(), List.of()), Shown.fresh(other, List.of()), "").comparable());
    }

    private CompareModel model(Shown before, Shown now, String note) {
        return new CompareModel(before, now, note, Locale.ENGLISH, ZoneOffset.UTC, way, Texts.in(Locale.ENGLISH));
    }
}
