package org.mailmedic.ui.page.website;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
    private final Removal removal = new Removal(desk,
            new Outside(_ -> { }, new FakePlaces(), new FakeDialogs(), waiting::add, Runnable::run),
            clock);

    private void asked() {
        removal.of(new SavedProbe(desk.make(WebsiteModel.settings(WebsiteSamples.here()), ProbeForm.PHP).orElseThrow(),
                Path.of("look.php")));
        removal.count();
        desk.answer = new Answer.Came(WebsiteSamples.printed().getBytes(StandardCharsets.UTF_8), true);
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
    void aFileWhoseHourIsOverMayStillLieThere() {
        asked();
        now = now.plus(Duration.ofMinutes(61));
        desk.answer = new Answer.NotThere();
        removal.look("shop.example");
        run();
        assertEquals(Left.OVER, removal.leftProperty().get());
    }
}
