package org.mailmedic.ui.page.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailmedic.history.Intervention.Kind;
import org.mailmedic.report.Report;
import org.mailmedic.report.json.JsonReport;
import org.mailmedic.report.json.OpenedReport;
import org.mailmedic.report.json.ReportReader;
import org.mailmedic.ui.Samples;
import org.mailmedic.ui.page.FakeDialogs;
import org.mailmedic.ui.page.FakePlaces;
import org.mailmedic.ui.page.NoWay;
import org.mailmedic.ui.page.Outside;
import org.mailmedic.ui.page.ShownReport;
import org.mailmedic.ui.part.Texts;

final class AnswerModelTest {
    private final List<String> opened = new ArrayList<>();
    private final NoWay way = new NoWay();
    private final FakeDialogs dialogs = new FakeDialogs();
    private final FakePlaces places = new FakePlaces();

    @Test
    void theFirstDiagnosisLeads() {
        AnswerModel model = model(Samples.blocked());
        assertEquals(2, model.tasks().size());
        assertEquals(1, model.warnings().size());
        assertEquals(List.of(), model.alsoPossible());
        assertEquals(1, model(Samples.twoCauses()).alsoPossible().size());
    }

    @Test
    void thereIsSomethingToDoWithoutADiagnosisToo() {
        assertEquals(3, model(Samples.healthy()).tasks().size());
        assertFalse(model(Samples.inconclusive()).tasks().isEmpty());
    }

    @Test
    void theSystemsSettingsAreOfferedWhereTheyHelpAndOnlyForThisComputer() {
        places.about = "port.blocked_by_network";
        AnswerModel model = model(Samples.blocked());
        model.open(model.systemPage().orElseThrow());
        assertEquals("The settings could not be opened from here. Open them in the system’s menu.", model.noticeProperty().get());
        OpenedReport.Opened file =
                (OpenedReport.Opened) ReportReader.read(JsonReport.write(Samples.blocked()).getBytes(StandardCharsets.UTF_8));
        AnswerModel elsewhere =
                model(new ShownReport(file.report(), List.of(), Optional.of(new ShownReport.File("x.mailmedic.json", file))));
        assertEquals(Optional.empty(), elsewhere.systemPage());
        assertFalse(elsewhere.watchable());
        places.about = "tcp.refused";
        assertEquals(Optional.empty(), model(Samples.blocked()).systemPage());
    }

    @Test
    void whatWasChangedIsHandedOn() {
        AnswerModel model = model(Samples.blocked());
        model.again();
        assertEquals(List.of("again"), way.steps, "nothing was changed");
        model.change().noteProperty().set(" changed the port to 465 ");
        model.again();
        assertEquals(List.of("again", "changed other changed the port to 465", "again"), way.steps);
        model.change().kindProperty().set(Optional.of(Kind.PASSWORD));
        model.settings();
        assertEquals(List.of("changed password changed the port to 465", "settings"), way.steps.subList(3, 5));
    }

    private AnswerModel model(Report report) {
        return model(ShownReport.fresh(report, List.of()));
    }

    private AnswerModel model(ShownReport shown) {
        return new AnswerModel(shown, false, way, new Outside(opened::add, places, dialogs, Runnable::run, Runnable::run),
                (_, report) -> report, Texts.in(Locale.ENGLISH));
    }
}
