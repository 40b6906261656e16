package org.mailmedic.ui.start;

import java.io.IOException;
import java.net.URL;
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

/// What the first page needs, read on a thread of its own while JavaFX is still looking for a screen: its words and fonts. Once for each
/// program.
public final class BeforeToolkit {
    private final FutureTask<Texts> reading;

    /// Begins at once; both are asked for on that thread.
    ///
    /// @param stylesheet any of ours
    public BeforeToolkit(Supplier<Locale> language, Supplier<URL> stylesheet) {
        reading = new FutureTask<>(() -> read(language.get(), stylesheet));
        Thread.ofPlatform().daemon().name("ahead").start(reading);
    }

    /// First what needs nothing of JavaFX; fonts have to wait until it has found out how to paint.
    private static Texts read(Locale language, Supplier<URL> stylesheet) throws IOException {
        var texts = Texts.in(language);
        texts.get("window.name");
        String headline = texts.get("start.headline");
        texts.facts();
        texts.evidence();
        // thrown away: what counts is that the code which reads stylesheets has run before JavaFX needs it
        Stylesheet.loadBinary(stylesheet.get());
        Fonts.load();
        measure(headline);
        return texts;
    }

    /// The first text that is measured brings the system's fonts, the shapes of letters and the rules of scripts with it.
    private static void measure(String line) {
        var text = new Text(line);
        text.setFont(Font.font("Inter", FontWeight.BOLD, Font.getDefault().getSize()));
        text.getLayoutBounds();
    }

    /// Waits until everything is read.
    ///
    /// @throws IllegalStateException when something could not be read, without which there is no window
    public Texts texts() {
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
