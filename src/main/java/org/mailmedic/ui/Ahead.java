package org.mailmedic.ui;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import javafx.css.Stylesheet;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import org.mailmedic.ui.part.Fonts;
import org.mailmedic.ui.part.Texts;

/// What the first page needs, read on a thread of its own while JavaFX is still looking for a screen: its words and fonts. Once for each program.
final class Ahead {
    /// What was read.
    record Ready(Texts texts) {}

    private final FutureTask<Ready> reading;

    /// Begins at once.
    ///
    /// @param language asked for on that thread
    Ahead(Supplier<Locale> language) {
        reading = new FutureTask<>(() -> read(language.get()));
        Thread.ofPlatform().daemon().name("ahead").start(reading);
    }

    /// First what needs nothing of JavaFX; fonts have to wait until it has found out how to paint.
    private static Ready read(Locale language) throws IOException {
        var texts = Texts.in(language);
        texts.get("window.name");
        String headline = texts.get("start.headline");
        texts.facts();
        texts.evidence();
        var ready = new Ready(texts);
        // thrown away: what counts is that the code which reads stylesheets has run before JavaFX needs it
        Stylesheet.loadBinary(Appearance.own(false));
        Fonts.load();
        measure(headline);
        return ready;
    }

    /// The first text that is measured brings the system's fonts, the shapes of letters and the rules of scripts with it.
    private static void measure(String line) {
        var text = new Text(line);
        text.setFont(Font.font("Inter", FontWeight.BOLD, Font.getDefault().getSize()));
        text.getLayoutBounds();
    }

    /// Waits for it.
    ///
    /// @throws IllegalStateException when something could not be read, without which there is no window
    Ready ready() {
        try {
            return reading.get();
        } catch (ExecutionException unreadable) {
            throw new IllegalStateException("the first page cannot be read", unreadable.getCause());
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("closed while it opened", closing);
        }
    }
}
