package org.mailmedic.ui.page.earlier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailmedic.history.Intervention;
import org.mailmedic.history.Summary;
import org.mailmedic.history.Trouble;
import org.mailmedic.maildomain.DomainSamples;
import org.mailmedic.report.Report;
import org.mailmedic.ui.DomainReports;
import org.mailmedic.ui.EarlierSamples;
import org.mailmedic.ui.Samples;
import org.mailmedic.ui.page.EarlierStore;
import org.mailmedic.ui.page.EarlierStore.Choice;
import org.mailmedic.ui.page.EarlierStore.Span;
import org.mailmedic.ui.page.NoWay;
import org.mailmedic.ui.page.Strip;
import org.mailmedic.ui.part.Sparkline;
import org.mailmedic.ui.part.Texts;

final class EarlierModelTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    @TempDir
    private Path home;
    private final NoWay way = new NoWay();
    private final List<Choice> remembered = new ArrayList<>();
    private final List<Trouble> troubles = new ArrayList<>();

    private Path folder() {
        return home.resolve("history");
    }

    private EarlierStore store(Choice choice) {
        return new EarlierStore(folder(), choice, remembered::add, InstantSource.fixed(NOW), Runnable::run, Runnable::run);
    }

    private EarlierModel model(EarlierStore store) {
        var texts = Texts.in(Locale.ENGLISH);
        var model = new EarlierModel(store, new EarlierModel.Needs(ZoneOffset.UTC, texts), way);
        model.begin();
        return model;
    }

    private EarlierModel keeping(List<Report> reports) {
        EarlierStore store = store(Choice.usual());
        reports.forEach(report -> store.keep(report, troubles::add));
        return model(store);
    }

    private static List<EarlierModel.Entry> entries(EarlierModel model) {
        return model.stateProperty().get().groups().stream().flatMap(group -> group.entries().stream()).toList();
    }

    @Test
    void whatEndedIsThereByServerAndNewestFirst() {
        List<Report> reports = new ArrayList<>(EarlierSamples.of("mail.gmx.net", 587, 5));
        reports.addAll(EarlierSamples.of("MAIL.example.org", 465, 1));
        EarlierModel model = keeping(reports);
        var groups = model.stateProperty().get().groups();
        assertEquals(List.of("mail.example.org, port 465", "mail.gmx.net, port 587"), groups.stream().map(EarlierModel.Group::name)
                .toList());
        assertEquals("Your network blocks the mail door 587", groups.getLast().entries().getFirst().headline());
        assertEquals("These settings work", groups.getLast().entries().getLast().headline());
        assertTrue(groups.getLast().entries().getFirst().when().startsWith("5 November 2026, "));
        assertEquals(List.of(), troubles);
    }

    @Test
    void switchedOffNothingIsWrittenNotEvenTheFolder() {
        EarlierStore store = store(new Choice(false, Span.YEAR));
        store.keep(Samples.healthy(), troubles::add);
        EarlierModel model = model(store);
        assertFalse(Files.exists(folder()));
        assertFalse(model.stateProperty().get().reading());
        assertEquals(List.of(), entries(model));
    }

    @Test
    void switchingOffLeavesWhatIsThereAndIsRemembered() {
        EarlierModel model = keeping(EarlierSamples.of("mail.gmx.net", 587, 2));
        model.keep(false);
        assertEquals(2, entries(model).size());
        assertEquals(List.of(new Choice(false, Span.YEAR)), remembered);
        assertEquals(new Choice(false, Span.YEAR), Choice.of(remembered.getLast().words()));
    }

    @Test
    void senselessMemoriesAreAsUsual() {
        assertEquals(Choice.usual(), Choice.of(""));
        assertEquals(Choice.usual(), Choice.of("on forever\u0000 ="));
        assertEquals(new Choice(false, Span.MONTH), Choice.of("off month"));
    }

    @Test
    void aShorterSpanTakesNothingBeforeTheNextOneIsKept() {
        List<Report> old = EarlierSamples.of("mail.gmx.net", 587, 3);
        EarlierStore store = new EarlierStore(folder(), Choice.usual(), remembered::add,
                InstantSource.fixed(NOW.plus(Duration.ofDays(60))), Runnable::run,
                Runnable::run);
        old.forEach(report -> store.keep(report, troubles::add));
        EarlierModel model = model(store);
        model.keepFor(Span.MONTH);
        model.begin();
        assertEquals(3, entries(model).size());
        store.keep(later(Samples.healthy(), NOW.plus(Duration.ofDays(59))), troubles::add);
        model.begin();
        assertEquals(1, entries(model).size());
    }

    @Test
    void oneOpensAsItWas() {
        EarlierModel model = keeping(List.of(Samples.blocked()));
        model.open(entries(model).getFirst().summary());
        assertEquals(List.of("saved problem"), way.steps);
    }

    @Test
    void twoAndNoMoreArePickedAndTheFirstKeptStandsOnTheLeft() {
        EarlierModel model = keeping(List.of(Samples.blocked(), Samples.healthy(), Samples.inconclusive()));
        List<Summary> all = entries(model).stream().map(EarlierModel.Entry::summary).toList();
        model.compare();
        model.pick(all.get(1), true);
        model.pick(all.get(2), true);
        assertFalse(model.pickable(all.get(0)));
        model.pick(all.get(0), true);
        assertEquals(List.of(all.get(1), all.get(2)), model.stateProperty().get().picked());
        model.compare();
        assertEquals(List.of("compare problem healthy"), way.steps);
        model.pick(all.get(1), false);
        assertTrue(model.pickable(all.get(0)));
        assertFalse(model.comparable());
    }

    @Test
    void whatAlwaysTakesTheSameTimeIsSaidOnce() {
        Report one = Samples.healthy();
        EarlierModel model = keeping(List.of(one, one, one));
        var group = model.stateProperty().get().groups().getFirst();
        assertEquals("It answers in 12 ms.", model.doorTimes(group).words());
        assertTrue(model.stageTimes(group).stream().allMatch(strip -> strip.words().equals("12 ms.")), model.stageTimes(group).toString());
    }

    @Test
    void whatWasChangedBetweenTwoIsKnownAgain() {
        List<Report> two = EarlierSamples.of("mail.gmx.net", 587, 2);
        EarlierStore store = store(Choice.usual());
        two.forEach(report -> store.keep(report, troubles::add));
        store.note(new Intervention(Intervention.Kind.VPN_OFF, ""), two.getFirst().id(), "", true, troubles::add);
        store.conclude(two.getFirst().id(), two.getLast().id());
        EarlierModel model = model(store);
        entries(model).forEach(entry -> model.pick(entry.summary(), true));
        model.compare();
        assertEquals(List.of("compare healthy healthy vpn_off"), way.steps);
    }

    @Test
    void deletingIsAskedForOnceAndTakesOnlyWhatWasMeant() {
        EarlierModel model = keeping(List.of(Samples.blocked(), Samples.healthy()));
        EarlierModel.Entry newest = entries(model).getFirst();
        model.pick(newest.summary(), true);
        model.askToDelete(newest);
        model.no();
        assertEquals(2, entries(model).size());
        model.askToDelete(newest);
        assertTrue(model.stateProperty().get().question().orElseThrow().text().contains("These settings work"));
        model.yes();
        assertEquals(List.of("Your network blocks the mail door 587"), entries(model).stream().map(EarlierModel.Entry::headline).toList());
        assertEquals(List.of(), model.stateProperty().get().picked(), "what is gone is not picked any more");
        model.yes();
        assertEquals(1, entries(model).size(), "one yes, one deletion");
    }

    @Test
    void allMeansAll() throws IOException {
        EarlierModel model = keeping(EarlierSamples.of("mail.gmx.net", 587, 4));
        model.askToDeleteAll();
        assertEquals("Delete all 4 check-ups? They cannot be brought back.", model.stateProperty().get().question().orElseThrow().text());
        model.yes();
        assertEquals(List.of(), entries(model));
        try (var left = Files.list(folder())) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void whatAnotherWindowDeletedIsSaidAndTheListIsMadeAnew() throws IOException {
        EarlierModel model = keeping(List.of(Samples.blocked()));
        Summary one = entries(model).getFirst().summary();
        Files.delete(folder().resolve(one.name()));
        model.open(one);
        assertEquals(List.of(), way.steps);
        assertEquals("The earlier check-ups cannot be shown. What you are looking for is not there any more. Another window may have "
                + "deleted it.", model.stateProperty().get().notice());
        assertEquals(List.of(), entries(model));
    }

    @Test
    void damageDoesNoHarm() throws IOException {
        EarlierModel model = keeping(List.of(Samples.blocked(), Samples.healthy()));
        Summary one = entries(model).getFirst().summary();
        Files.writeString(folder().resolve(one.name()), "{\"format\": \"mailmedic-report\", \"id\": ");
        model.open(one);
        assertEquals("This check-up’s file is damaged and cannot be shown.", model.stateProperty().get().notice());
        assertEquals(1, entries(model).size());
    }

    @Test
    void aFolderThatCannotBeUsedIsSaidPlainly() throws IOException {
        Files.writeString(folder(), "in the way");
        EarlierStore store = store(Choice.usual());
        store.keep(Samples.healthy(), troubles::add);
        assertEquals(List.of(Trouble.NOT_A_FOLDER), troubles);
        assertEquals("This check-up could not be kept in the history. " + folder()
                + " is a file or a link, and not a folder of its own. Move it away, and the history starts anew.",
                EarlierModel.notKept(store, troubles.getFirst(), Texts.in(Locale.ENGLISH)));
        assertTrue(model(store).stateProperty().get().notice().startsWith("The earlier check-ups cannot be shown. "));
    }

    @Test
    void nothingIsReadOnTheWindowsThread() {
        Queue<Runnable> disk = new ArrayDeque<>();
        Queue<Runnable> fx = new ArrayDeque<>();
        var store = new EarlierStore(folder(), Choice.usual(), remembered::add, InstantSource.fixed(NOW), disk::add, fx::add);
        store.keep(Samples.healthy(), troubles::add);
        EarlierModel model = model(store);
        assertFalse(Files.exists(folder()));
        disk.forEach(Runnable::run);
        assertTrue(model.stateProperty().get().reading());
        fx.forEach(Runnable::run);
        assertEquals(1, entries(model).size());
    }

    @Test
    void chartsHaveTheirWords() {
        EarlierModel model = keeping(EarlierSamples.of("mail.gmx.net", 587, 7));
        var group = model.stateProperty().get().groups().getFirst();
        Strip door = model.doorTimes(group);
        assertEquals(7, door.points().size());
        assertTrue(door.points().get(4).broke());
        assertTrue(door.words().endsWith("Once no answer came."), door.words());
        assertEquals("The last 7 check-ups: 6 worked, 1 did not, none unclear.", model.outcomes(group).words());
        Strip greeting = model.stageTimes(group).stream().filter(strip -> strip.name().equals("Greeting")).findFirst().orElseThrow();
        assertEquals(6, greeting.points().size(), "the one that never got there has no time");
        assertTrue(greeting.points().stream().noneMatch(Sparkline.Point::broke));
    }

    @Test
    void ofVeryManyOnlyTheNewestAreDrawn() {
        EarlierModel model = keeping(EarlierSamples.of("mail.gmx.net", 587, 70));
        var group = model.stateProperty().get().groups().getFirst();
        assertEquals(60, model.outcomes(group).each().size());
        assertTrue(model.outcomes(group).words().startsWith("The last 60 check-ups"));
    }

    @Test
    void hostileTextsAreInertInTheList() {
        Report one = EarlierSamples.of("evil\u202egro.example\u0007\n", 587, 1).getFirst();
        EarlierModel model = keeping(List.of(one));
        String name = model.stateProperty().get().groups().getFirst().name();
        assertTrue(name.chars().noneMatch(c -> Character.isISOControl(c) || c == '\u202e'), name);
    }

    private static Report later(Report report, Instant created) {
        return new Report(report.id(), created, report.tool(), report.settings(), report.outcome(), report.diagnoses(), report.warnings(),
                report.stages(),
                report.evidence(), report.transcript(), report.totalMs());
    }

    @Test
    void twoLooksAtTheSameDomainAreComparedAndNothingElseOfWhatHasNoTimes() {
        Report ill = DomainReports.of(DomainSamples.ill(), NOW.minusSeconds(60));
        Report healthy = DomainReports.of(DomainSamples.healthy(), NOW);
        EarlierModel model = keeping(List.of(ill, DomainReports.about("example.net", healthy), Samples.blocked(), healthy));
        var told = model.stateProperty().get().groups().getLast();
        List<Summary> looks = told.summaries();
        Summary checkup = entries(model).getFirst().summary();
        assertEquals(List.of("example.org", "example.net", "example.org"), looks.stream().map(Summary::host).toList());
        assertEquals(List.of(true, false, true), looks.stream().map(each -> model.hasCounterpart(told, each)).toList());
        model.pick(looks.getFirst(), true);
        assertFalse(model.pickable(looks.get(1)), "another domain");
        assertFalse(model.pickable(checkup), "a mail server");
        model.pick(checkup, true);
        assertFalse(model.comparable());
        model.pick(looks.getLast(), true);
        model.compare();
        assertEquals(List.of("compare problem healthy"), way.steps);
    }
}
