package org.mailmedic.ui.page.checkup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.mailmedic.checkup.Progress;
import org.mailmedic.checkup.StageStatus;
import org.mailmedic.plan.Options;
import org.mailmedic.plan.Planner;
import org.mailmedic.plan.Stage;
import org.mailmedic.report.Tone;
import org.mailmedic.settings.Security;
import org.mailmedic.settings.Settings;
import org.mailmedic.ui.FakeEngine;
import org.mailmedic.ui.Samples;
import org.mailmedic.ui.page.Errand;
import org.mailmedic.ui.page.NoWay;
import org.mailmedic.ui.page.Sighting;
import org.mailmedic.ui.part.Station;
import org.mailmedic.ui.part.StationState;
import org.mailmedic.ui.part.StationState.Mark;
import org.mailmedic.ui.part.Texts;

final class CheckupModelTest {
    private final FakeEngine engine = new FakeEngine();
    private final NoWay way = new NoWay();
    private final AtomicLong nanos = new AtomicLong();

    @Test
    void stationsLightUpAsEvidenceArrives() {
        CheckupModel model = begun(Settings.of("mail.gmx.net"));
        assertEquals(Mark.WAITING, state(model, Station.DOOR).mark());
        engine.asFarAsTheDoor();
        assertEquals(Mark.FINE, state(model, Station.COMPUTER).mark());
        assertEquals(new StationState(Station.NAME, Mark.FINE, "2 addresses"), state(model, Station.NAME));
        assertEquals(new StationState(Station.DOOR, Mark.WORKING, "knocking…"), state(model, Station.DOOR));
        assertEquals(Mark.WAITING, state(model, Station.GREETING).mark());
        assertEquals(Mark.SKIPPED, state(model, Station.SIGN_IN).mark());
        engine.silentDoor();
        assertEquals(new StationState(Station.DOOR, Mark.BROKEN, "port 587 silent"), state(model, Station.DOOR));
    }

    @Test
    void whatWasSeenElsewhereIsNoJudgementOnTheServer() {
        CheckupModel model = begun(Settings.of("mail.gmx.net"));
        engine.asFarAsTheDoor();
        engine.silentDoor();
        assertEquals(List.of(Tone.FINE, Tone.FINE, Tone.CAUTION, Tone.CAUTION),
                model.sightings().stream().map(Sighting::tone).toList());
        assertEquals("10.0 s", model.sightings().getLast().took());
    }

    @Test
    void whatLooksDifferentAfterAllIsLookedAtAnew() {
        CheckupModel model = begun(Settings.of("mail.gmx.net"));
        engine.asFarAsTheDoor();
        engine.silentDoor();
        nanos.addAndGet(Duration.ofSeconds(15).toNanos());
        engine.tell(new Progress.Began(new Planner().plan(engine.settings(), Options.usual()), Duration.ofSeconds(20)));
        assertEquals(List.of("Something is different now. We look at everything again."), model.sightings().stream().map(Sighting::text)
                .toList());
        assertEquals(Mark.WAITING, state(model, Station.DOOR).mark());
        assertEquals(0, model.shareProperty().get(), "the bound counts from now");
    }

    @Test
    void whoListensToTheListHoldsOnToNothingButTheModel() {
        CheckupModel model = begun(Settings.of("mail.gmx.net"));
        assertSame(model.sightings(), model.sightings());
    }

    @Test
    void wordsAreMadeBeforeTheWindowIsAskedForAnything() {
        var waiting = new ArrayDeque<Runnable>();
        CheckupModel model = begun(Settings.of("mail.gmx.net"), waiting::add);
        engine.asFarAsTheDoor();
        assertEquals(List.of(), model.sightings());
        waiting.forEach(Runnable::run);
        assertEquals(3, model.sightings().size());
        // no words can be found for this, and nothing of it gets as far as the window
        engine.tell(new Progress.Noted(null));
        assertEquals(CheckupModel.Phase.RUNNING, model.phaseProperty().get());
        waiting.getLast().run();
        assertEquals(CheckupModel.Phase.BROKE, model.phaseProperty().get());
    }

    @Test
    void withImplicitTlsEncryptionComesBeforeTheGreeting() {
        CheckupModel model = begun(Settings.of("mail.gmx.net").withSecurity(Security.TLS));
        engine.asFarAsTheDoor();
        List<Station> order = model.stationsProperty().get().stream().map(StationState::station).toList();
        assertTrue(order.indexOf(Station.ENCRYPTION) < order.indexOf(Station.GREETING));
    }

    @Test
    void theTimeLeftIsAnHonestBound() {
        CheckupModel model = begun(Settings.of("mail.gmx.net"));
        engine.asFarAsTheDoor();
        assertEquals("To mail.gmx.net, port 587. Done in 20 seconds at the latest.", model.leadProperty().get());
        nanos.set(Duration.ofMillis(14_100).toNanos());
        model.tick();
        assertEquals("at most 6 seconds left", model.timeLeftProperty().get());
        nanos.set(Duration.ofMillis(19_100).toNanos());
        model.tick();
        assertEquals("at most 1 second left", model.timeLeftProperty().get());
        nanos.set(Duration.ofSeconds(25).toNanos());
        model.tick();
        assertEquals("any moment now", model.timeLeftProperty().get());
        assertEquals(1, model.shareProperty().get());
    }

    @Test
    void theReportHasTheLastWordAndLeadsToTheAnswer() {
        CheckupModel model = begun(Settings.of("mail.gmx.net"));
        engine.asFarAsTheDoor();
        engine.end(Samples.blocked());
        assertEquals(CheckupModel.Phase.ENDED, model.phaseProperty().get());
        assertEquals(List.of("answer"), way.steps);
        assertEquals(Mark.BROKEN, mark(way.seen, Station.DOOR));
        assertEquals(Mark.NOT_REACHED, mark(way.seen, Station.GREETING));
    }

    @Test
    void stoppingCancelsAndNothingStaysUnderWay() {
        CheckupModel model = begun(Settings.of("mail.gmx.net"));
        engine.asFarAsTheDoor();
        model.stop();
        assertTrue(engine.cancelled());
        assertEquals(CheckupModel.Phase.STOPPED, model.phaseProperty().get());
        assertEquals(Mark.NOT_REACHED, state(model, Station.DOOR).mark());
        engine.silentDoor();
        engine.end(Samples.blocked());
        assertEquals(Mark.NOT_REACHED, state(model, Station.DOOR).mark());
        assertEquals(List.of(), way.steps);
    }

    @Test
    void stoppingBeforeAnythingBeganIsCleanToo() {
        CheckupModel model = begun(Settings.of("mail.gmx.net"));
        model.stop();
        assertTrue(engine.cancelled());
        assertEquals(CheckupModel.Phase.STOPPED, model.phaseProperty().get());
    }

    @Test
    void aBugAfterTheStopChangesNothing() {
        CheckupModel model = begun(Settings.of("mail.gmx.net"));
        model.stop();
        engine.breakDown();
        assertEquals(CheckupModel.Phase.STOPPED, model.phaseProperty().get());
    }

    @Test
    void aStationOfSeveralStagesIsDoneWhenAllOfThemAre() {
        CheckupModel model = begun(Settings.of("mail.gmx.net"));
        engine.tell(new Progress.Began(new Planner().plan(engine.settings(), Options.usual()), Duration.ofSeconds(20)));
        engine.stage(Stage.GREETING, StageStatus.OK);
        assertEquals(Mark.WAITING, state(model, Station.GREETING).mark());
        engine.tell(new Progress.StageBegan(Stage.HELLO));
        assertEquals(Mark.WORKING, state(model, Station.GREETING).mark());
        engine.tell(new Progress.StageEnded(Stage.HELLO, StageStatus.WARNING));
        assertEquals(Mark.CAUTION, state(model, Station.GREETING).mark());
    }

    private CheckupModel begun(Settings settings) {
        return begun(settings, Runnable::run);
    }

    private CheckupModel begun(Settings settings, Executor fx) {
        var model = new CheckupModel(engine, fx, nanos::get, Texts.in(Locale.ENGLISH),
                new Errand(settings, Options.usual(), false), way);
        model.begin();
        return model;
    }

    private static StationState state(CheckupModel model, Station station) {
        return model.stationsProperty().get().stream().filter(state -> state.station() == station).findFirst().orElseThrow();
    }

    private static Mark mark(List<StationState> states, Station station) {
        return states.stream().filter(state -> state.station() == station).findFirst().orElseThrow().mark();
    }
}
