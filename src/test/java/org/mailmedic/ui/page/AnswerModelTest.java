package org.mailmedic.ui.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailmedic.advice.Words;
import org.mailmedic.report.Report;
import org.mailmedic.ui.Samples;
import org.mailmedic.ui.part.Station;
import org.mailmedic.ui.part.StationState;
import org.mailmedic.ui.part.StationState.Mark;
import org.mailmedic.ui.part.Texts;

final class AnswerModelTest {
    private final List<String> opened = new ArrayList<>();

    @Test
    void theFirstDiagnosisLeads() {
        AnswerModel model = model(Samples.blocked());
        assertEquals("Your network blocks the mail door 587", model.headline());
        assertEquals("Your Internet provider or router can fix this", model.badge());
        assertEquals(Optional.of("We are sure"), model.certainty());
        assertEquals(2, model.tasks().size());
        assertEquals(1, model.warnings().size());
        assertEquals(List.of(), model.alsoPossible());
    }

    @Test
    void otherCausesThatFitAreShownToo() {
        AnswerModel model = model(Samples.twoCauses());
        assertEquals(Optional.of("Most likely"), model.certainty());
        assertEquals("Possible", model.certainty(model.alsoPossible().getFirst()));
    }

    @Test
    void healthySaysWhatWasLeftOut() {
        AnswerModel model = model(Samples.healthy(), new StationState(Station.NETWORK, Mark.SKIPPED, ""),
                new StationState(Station.SIGN_IN, Mark.SKIPPED, ""));
        assertEquals("These settings work", model.headline());
        assertEquals(Optional.empty(), model.certainty());
        assertEquals(Optional.of("Not checked, because nothing was entered for it: Sign-in."), model.leftOut());
        assertTrue(model.summary().contains("mail.gmx.net"));
        assertEquals(3, model.tasks().size());
    }

    @Test
    void inconclusiveSaysWhatBringsUsFurther() {
        AnswerModel model = model(Samples.inconclusive());
        assertEquals("We could not find out for sure", model.headline());
        assertFalse(model.tasks().isEmpty());
        assertEquals(Optional.empty(), model.leftOut());
    }

    @Test
    void theLetterBecomesAMailtoAddressThatComesBackWhole() {
        AnswerModel model = model(Samples.unruly());
        model.openInMailProgram();
        URI uri = URI.create(opened.getFirst());
        assertEquals("mailto", uri.getScheme());
        String body = uri.getSchemeSpecificPart().split("&body=", 2)[1];
        assertEquals(model.letter().orElseThrow().replace("\n", "\r\n"), body);
    }

    private AnswerModel model(Report report, StationState... stations) {
        return new AnswerModel(report, List.of(stations), false, new NoWay(), opened::add, new Words(Locale.ENGLISH), Texts.in(Locale.ENGLISH));
    }
}
