package org.mailmedic.ui;

import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javafx.application.Application;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import org.mailmedic.advice.EvidenceWords;
import org.mailmedic.advice.Words;
import org.mailmedic.ui.part.Fonts;
import org.mailmedic.ui.part.Texts;

/// What the first page needs, read on a thread of its own while JavaFX is still looking for a screen: the window's base style, its fonts and its
/// words. Once for each program.
final class Ahead {
    /// What was read.
    record Ready(Texts texts, Words words, EvidenceWords evidenceWords) {}

    private final FutureTask<Ready> reading;

    /// Begins at once.
    ///
    /// @param keepsakes tell which look the person has chosen, if any
    Ahead(Keepsakes keepsakes, Locale language) {
        reading = new FutureTask<>(() -> read(keepsakes, language));
        Thread.ofPlatform().daemon().name("ahead").start(reading);
    }

    private static Ready read(Keepsakes keepsakes, Locale language) {
        // JavaFX keeps what it has read by its address; nothing is shown yet that the style could change under
        Application.setUserAgentStylesheet(Appearance.base(Appearance.Look.DARK.name().equals(keepsakes.find(Appearance.LOOK).orElse(""))));
        Fonts.load();
        var texts = Texts.in(language);
        texts.get("window.name");
        measure(texts.get("start.headline"));
        return new Ready(texts, new Words(language), new EvidenceWords(language));
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
