package org.mailmedic.ui.page.website;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.mailmedic.ui.page.FakeDialogs;
import org.mailmedic.ui.page.FakePlaces;
import org.mailmedic.ui.page.Outside;
import org.mailmedic.ui.page.website.Removal.Left;
import org.mailmedic.website.AskingProbe.Answer;
import org.mailmedic.website.ProbeForm;

/// That the file is gone is said when it is known, and only then.
final class RemovalTest {
    private Instant now = Instant.parse("2026-11-27T20:00:00Z");
    private final InstantSource clock = () -> now;
    private final FakeDesk desk = new FakeDesk(clock);
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private SavedProbe probe;
    private final Removal removal = new Removal(desk,
            new Outside(_ -> { }, new FakePlaces(), new FakeDialogs(), waiting::add, Runnable::run),
            clock);

    private void asked() {
        saved();
        removal.count();
        desk.answer = printed();
        removal.heard(probe, probe.address("shop.example").orElseThrow(), Removal.testimony(desk.answer));
    }

    private void saved() {
        probe = new SavedProbe(desk.make(WebsiteModel.settings(WebsiteSamples.here()), ProbeForm.PHP).orElseThrow(), Path.of("look.php"));
        removal.of(probe);
    }

    private static Answer printed() {
        return new Answer.Came(WebsiteSamples.printed().getBytes(StandardCharsets.UTF_8), true);
    }

    private Left look(String website, Answer answer) {
        desk.answer = answer;
        removal.look(website);
        run();
        return removal.leftProperty().get();
    }

    private void run() {
        while (!waiting.isEmpty()) {
            waiting.poll().run();
        }
    }

    @Test
    void itIsSaidWhenTheFileIsGoneAndOnlyThen() {
        asked();
        removal.look("shop.example");
        assertEquals(Left.LOOKING, removal.leftProperty().get());
        run();
        assertEquals(Left.STILL_THERE, removal.leftProperty().get());
        desk.answer = new Answer.NoAnswer("timeout");
        removal.look("shop.example");
        run();
        assertEquals(Left.UNTOLD, removal.leftProperty().get());
        desk.answer = new Answer.NotThere();
        removal.look("shop.example");
        run();
        assertEquals(Left.GONE, removal.leftProperty().get());
    }

    @Test
    void whereItNeverAnsweredNothingIsKnown() {
        saved();
        assertEquals(Left.UNTOLD, look("shop.example", new Answer.NotThere()));
        asked();
        assertEquals(Left.UNTOLD, look("www.shop.example", new Answer.NotThere()), "another address");
        assertEquals(Left.GONE, look("shop.example", new Answer.NotThere()));
    }

    @Test
    void anotherPageInItsPlaceIsNotTheFile() {
        asked();
        assertEquals(Left.UNTOLD, look("shop.example", new Answer.Came("<h1>Welcome</h1>".getBytes(StandardCharsets.UTF_8), true)));
        assertEquals(Left.STILL_THERE, look("shop.example", printed()));
    }

    @Test
    void theFileItselfMayTurnUsAway() {
        asked();
        assertEquals(Left.OVER, look("shop.example", new Answer.TurnedAway()), "a browser has used it up");
    }

    @Test
    void theFilesOwnClockEndsItsHour() {
        asked();
        String ahead = WebsiteSamples.printed().replace("\"at\":\"2026-11-27T20:05:00Z\"", "\"at\":\"2026-11-27T20:59:30Z\"");
        assertEquals(Left.STILL_THERE, look("shop.example", new Answer.Came(ahead.getBytes(StandardCharsets.UTF_8), true)));
        assertEquals(Left.OVER, look("shop.example", new Answer.NotThere()));
    }

    @Test
    void whoDoesNotSayHowOftenItAnswersProvesNothing() {
        asked();
        String silent = WebsiteSamples.printed().replace("\"left\":4,", "");
        assertEquals(Left.STILL_THERE, look("shop.example", new Answer.Came(silent.getBytes(StandardCharsets.UTF_8), true)));
        assertEquals(Left.OVER, look("shop.example", new Answer.NotThere()));
    }

    @Test
    void whatToLookForIsNamed() {
        asked();
        assertEquals("look.php", removal.name("shop.example").orElseThrow());
        assertEquals("other.php", removal.name("https://shop.example/a/other.php").orElseThrow());
        assertEquals("look.php", removal.name("").orElseThrow());
        assertTrue(removal.counter().orElseThrow().matches("[0-9a-f]{24}\\.lock"));
    }

    @Test
    void aFileWhoseHourIsOverMayStillLieThere() {
        asked();
        now = now.plus(Duration.ofMinutes(61));
        desk.answer = new Answer.NotThere();
        removal.look("shop.example");
        run();
        assertEquals(Left.OVER, removal.leftProperty().get());
    }
}
