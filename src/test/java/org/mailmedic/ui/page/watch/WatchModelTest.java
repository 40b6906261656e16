package org.mailmedic.ui.page.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailmedic.monitor.Watching;
import org.mailmedic.plan.Options;
import org.mailmedic.report.Report;
import org.mailmedic.settings.Settings;
import org.mailmedic.ui.FakeWatches;
import org.mailmedic.ui.Samples;
import org.mailmedic.ui.page.Errand;
import org.mailmedic.ui.page.FakeHerald;
import org.mailmedic.ui.page.NoWay;
import org.mailmedic.ui.page.ShownReport;
import org.mailmedic.ui.part.Texts;

/// What a watch shows, tells beyond the window, and keeps.
final class WatchModelTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:07Z");
    private final FakeWatches watches = new FakeWatches();
    private final FakeHerald herald = new FakeHerald();
    private final List<Report> kept = new ArrayList<>();
    private final NoWay way = new NoWay();
    private String trouble = "";
    private final WatchModel model = new WatchModel(new WatchModel.Needs(watches, Runnable::run, herald, (report, said) -> {
        kept.add(report);
        if (!trouble.isEmpty()) {
            said.accept(trouble);
        }
    }, (_, report) -> report, Texts.in(Locale.ENGLISH), ZoneOffset.UTC),
            new Errand(Settings.of("mail.gmx.net"), Options.usual(), false), ShownReport.fresh(Samples.blocked(), List.of()), way);
    private Report last = Samples.blocked();

    @BeforeEach
    void begin() {
        model.begin();
    }

    /// As the engine tells it.
    private void round(int number, Instant at, Report report) {
        watches.tell(new Watching.RoundBegan(number, at), new Watching.RoundEnded(number, at, report));
        if (report.outcome() != last.outcome()) {
            watches.tell(new Watching.Changed(at, last, report));
        }
        last = report;
    }

    @Test
    void asLongAsNothingChangesNothingIsToldAndOneRoundIsKept() {
        Report first = Samples.blocked();
        round(1, NOON, first);
        round(2, NOON.plusSeconds(60), Samples.blocked());
        assertEquals("", model.changedProperty().get());
        assertEquals(List.of(), herald.told);
        assertEquals(1, kept.size());
        assertTrue(kept.getFirst() == first);
    }

    @Test
    void theMinuteOfTheChangeIsShownAndTold() {
        round(1, NOON, Samples.blocked());
        round(2, NOON.plusSeconds(150), Samples.inconclusive());
        assertEquals("It changed at 12:02. Before: Your network blocks the mail door 587. Now: We could not find out for sure.",
                model.changedProperty().get());
        assertEquals(List.of("Mail Medic: Something changed with your mail. Open the window to see what."), herald.told);
        round(3, NOON.plusSeconds(300), Samples.healthy());
        assertEquals("It changed at 12:05. Before: We could not find out for sure. Now: These settings work.",
                model.changedProperty().get());
        assertEquals("Mail Medic: Your mail can go out. Open the window to see what changed.", herald.told.getLast());
    }

    @Test
    void theFirstRoundAndEachThatChangesAreKeptOnce() {
        Report first = Samples.inconclusive();
        Report blocked = Samples.blocked();
        Report healthy = Samples.healthy();
        round(1, NOON, first);
        round(2, NOON.plusSeconds(60), Samples.inconclusive());
        round(3, NOON.plusSeconds(120), blocked);
        round(4, NOON.plusSeconds(180), healthy);
        assertEquals(3, kept.size(), "the first is not kept twice though it is a change too");
        assertTrue(kept.get(0) == first && kept.get(1) == blocked && kept.get(2) == healthy);
    }

    @Test
    void whatAServerSaysStaysInTheWindow() {
        round(1, NOON, Samples.blocked());
        round(2, NOON, Samples.inconclusive());
        round(3, NOON, Samples.unruly());
        assertEquals(2, herald.told.size());
        assertTrue(herald.told.stream().noneMatch(said -> said.contains("aaaa") || said.contains("Donau")), herald.told.toString());
    }

    @Test
    void theSwitchIsTheHeralds() {
        model.toldProperty().set(false);
        round(1, NOON, Samples.healthy());
        assertEquals(List.of(), herald.told);
        assertTrue(model.changedProperty().get().startsWith("It changed at 12:00"));
    }

    @Test
    void aRoundThatCouldNotBeKeptIsSaid() {
        trouble = "The disk is full.";
        round(1, NOON, Samples.blocked());
        assertEquals("The disk is full.", model.notKeptProperty().get());
    }

    @Test
    void theEndLeadsToTheAnswer() {
        round(1, NOON, Samples.healthy());
        watches.tell(new Watching.Stopped(Watching.Reason.HEALTHY, Optional.of(last)));
        assertTrue(model.overProperty().get());
        model.answer();
        assertEquals(List.of("answer"), way.steps);
    }
}
