package org.mailmedic.ui.page.website;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailmedic.report.Report;
import org.mailmedic.ui.page.FakeDialogs;
import org.mailmedic.ui.page.FakePlaces;
import org.mailmedic.ui.page.Outside;
import org.mailmedic.ui.page.website.Removal.Left;
import org.mailmedic.ui.page.website.WebsiteModel.Phase;
import org.mailmedic.ui.page.website.WebsiteModel.Place;
import org.mailmedic.ui.part.Texts;
import org.mailmedic.website.AskingProbe.Answer;
import org.mailmedic.website.ProbeForm;

final class WebsiteModelTest {
    @TempDir
    private Path folder;
    private Instant now = Instant.parse("2026-11-27T20:00:00Z");
    private final InstantSource clock = () -> now;
    private final FakeDesk desk = new FakeDesk(clock);
    private final FakeDialogs dialogs = new FakeDialogs();
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private WebsiteModel model;

    @BeforeEach
    void model() {
        model = model(WebsiteSamples.here());
    }

    private WebsiteModel model(Report here) {
        var outside = new Outside(_ -> { }, new FakePlaces(), dialogs, waiting::add, Runnable::run);
        return new WebsiteModel(here, desk, outside, clock, Texts.in(Locale.ENGLISH));
    }

    private void run() {
        while (!waiting.isEmpty()) {
            waiting.poll().run();
        }
    }

    private void save(ProbeForm form, String name) {
        dialogs.answer = Optional.of(folder.resolve(name));
        model.save(form);
        run();
    }

    private static Answer came(String text) {
        return new Answer.Came(text.getBytes(StandardCharsets.UTF_8), true);
    }

    private void asked() {
        save(ProbeForm.PHP, "look.php");
        desk.answer = came(WebsiteSamples.printed());
        model.websiteProperty().set("shop.example");
        model.ask();
        run();
    }

    @Test
    void nothingIsThereAtFirst() {
        assertEquals(Phase.EMPTY, model.phaseProperty().get());
        model.ask();
        assertEquals(Phase.NOT_REACHED, model.phaseProperty().get());
        assertTrue(model.troubleProperty().get().startsWith("Save the file first"));
        assertTrue(waiting.isEmpty(), "nobody is asked");
    }

    @Test
    void theFileIsSavedWithoutItsKey() throws IOException {
        save(ProbeForm.PHP, "look.php");
        assertTrue(Files.getPosixFilePermissions(folder.resolve("look.php")).contains(PosixFilePermission.OTHERS_READ),
                "the web server is another user");
        assertEquals(Phase.SAVED, model.phaseProperty().get());
        String content = Files.readString(folder.resolve("look.php"));
        assertTrue(content.startsWith("<?php") && content.contains("mail.example.org"));
        assertFalse(content.contains(model.savedProperty().get().probe().key()));
        assertTrue(dialogs.proposed.getFirst().matches("mail-medic-[0-9a-f]{10}\\.php"), dialogs.proposed.getFirst());
    }

    @ParameterizedTest
    @CsvSource({"WORDPRESS, look.zip, WORDPRESS", "SHELL, look.sh, SHELL", "PHP, look.php, FILE_MANAGER"})
    void theStepsAreThoseForTheForm(ProbeForm form, String name, Place place) {
        save(form, name);
        assertEquals(place, model.placeProperty().get());
    }

    @Test
    void whoDoesNotSaveStaysWhereTheyAre() {
        model.save(ProbeForm.PHP);
        run();
        assertNull(model.savedProperty().get());
        assertEquals(Phase.EMPTY, model.phaseProperty().get());
    }

    @Test
    void aPlaceThatCannotBeWrittenIsSaid() {
        save(ProbeForm.PHP, "no/such/folder/look.php");
        assertEquals(Phase.EMPTY, model.phaseProperty().get());
        assertFalse(model.noticeProperty().get().isEmpty());
    }

    @Test
    void withoutAServerThereIsNoFile() {
        Report none = new Report("1", now, WebsiteSamples.here().tool(), Map.of(), Report.Outcome.INCONCLUSIVE, List.of(),
                List.of(), List.of(), List.of(), List.of(), 1);
        model = model(none);
        model.save(ProbeForm.PHP);
        run();
        assertTrue(dialogs.proposed.isEmpty());
        assertTrue(model.noticeProperty().get().startsWith("We do not know which mail server"));
    }

    @ParameterizedTest
    @CsvSource({"shop.example, https://shop.example/look.php", "https://shop.example/, https://shop.example/look.php",
        "http://shop.example/blog, http://shop.example/blog/look.php", "https://shop.example/a/b.php, https://shop.example/a/b.php",
        "https://shop.example/a/b.PHP?x=1, https://shop.example/a/b.PHP"})
    void whereTheFileIsAsked(String typed, String address) {
        save(ProbeForm.PHP, "look.php");
        model.websiteProperty().set(typed);
        String key = model.savedProperty().get().probe().key();
        assertEquals(address + "?k=" + key, model.address().orElseThrow().toString());
        assertEquals(typed.startsWith("http://"), model.plain());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "ftp://shop.example", "not an address", "https://"})
    void whatIsNoAddressIsNotAsked(String typed) {
        save(ProbeForm.PHP, "look.php");
        model.websiteProperty().set(typed);
        model.ask();
        run();
        assertEquals(Phase.NOT_REACHED, model.phaseProperty().get());
        assertTrue(desk.asked.isEmpty());
    }

    @Test
    void aPluginAnswersInItsOwnFolder() {
        save(ProbeForm.WORDPRESS, "anything.zip");
        model.websiteProperty().set("shop.example");
        assertTrue(model.address().orElseThrow().getPath().matches("/wp-content/plugins/mail-medic-[0-9a-f]{10}/probe\\.php"));
    }

    @Test
    void theTwoJourneysPartAtTheDoor() {
        asked();
        assertEquals(Phase.ANSWERED, model.phaseProperty().get(), model.troubleProperty().get());
        Report both = model.answerProperty().get();
        assertEquals(new Report.Parting("connect", "ok", "failed"), both.pair().orElseThrow().parting().orElseThrow());
        assertEquals("port.blocked_by_hosting", both.headline().orElseThrow().code());
        assertFalse(both.headline().orElseThrow().letter().isBlank());
    }

    @Test
    void whatWasNotLookedAtForWantOfTimeIsSaid() {
        asked();
        assertEquals("", model.partialProperty().get());
        model.pastedProperty().set(WebsiteSamples.printed().replace("\"partial\":false", "\"partial\":true"));
        model.read();
        run();
        assertEquals(Phase.ANSWERED, model.phaseProperty().get(), model.troubleProperty().get());
        assertTrue(model.partialProperty().get().startsWith("The website’s server ran out of time"), model.partialProperty().get());
    }

    @Test
    void whatIsStoppedComesTooLate() {
        save(ProbeForm.PHP, "look.php");
        desk.answer = came(WebsiteSamples.printed());
        model.websiteProperty().set("shop.example");
        model.ask();
        assertEquals(Phase.ASKING, model.phaseProperty().get());
        model.stop();
        run();
        assertEquals(Phase.SAVED, model.phaseProperty().get());
        assertNull(model.answerProperty().get());
    }

    @Test
    void whenItCannotBeReachedThePasteHelps() {
        save(ProbeForm.PHP, "look.php");
        desk.answer = new Answer.Other(503);
        model.websiteProperty().set("shop.example");
        model.ask();
        run();
        assertEquals(Phase.NOT_REACHED, model.phaseProperty().get());
        assertTrue(model.troubleProperty().get().contains("503"));
        model.pastedProperty().set("<pre>" + WebsiteSamples.printed() + "</pre>");
        model.read();
        run();
        assertEquals(Phase.ANSWERED, model.phaseProperty().get(), model.troubleProperty().get());
        assertEquals("", model.pastedProperty().get());
    }

    @ParameterizedTest
    @CsvSource({"<h1>Not found</h1>, This is a web page without a result", "<?php exit;, This is the file’s own text"})
    void whatIsNoResultIsSaid(String text, String begins) {
        model.pastedProperty().set(text);
        model.read();
        run();
        assertEquals(Phase.NOT_REACHED, model.phaseProperty().get());
        assertTrue(model.troubleProperty().get().startsWith(begins), model.troubleProperty().get());
    }

    @Test
    void aResultAboutAnotherServerIsNotMixedUp() {
        model.pastedProperty().set(WebsiteSamples.printed("mail.other.example"));
        model.read();
        run();
        assertEquals(Phase.NOT_REACHED, model.phaseProperty().get());
        assertTrue(model.troubleProperty().get().contains("mail.other.example:587"));
    }

    @Test
    void aFileThatWasAskedTooOftenMayStillLieThere() {
        asked();
        desk.answer = new Answer.NoAnswer("timeout");
        for (int i = 0; i < 4; i++) {
            model.removal().look("shop.example");
            run();
        }
        desk.answer = new Answer.NotThere();
        model.removal().look("shop.example");
        run();
        assertEquals(6, desk.asked.size());
        assertEquals(Left.OVER, model.removal().leftProperty().get());
    }
}
