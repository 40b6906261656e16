package org.mailmedic.ui.page.trouble;

import java.nio.file.Path;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.mailmedic.ui.part.Texts;

/// Our own code failed. What happened is kept as a text without anything a person typed, and the way back is open.
public final class StumbleModel {
    /// Lets the person choose a file, writes `text` into it, and says how it ended; returns at once.
    @FunctionalInterface
    public interface Saver {
        void save(String name, String text, Ended ended);
    }

    /// How saving ended; on the JavaFX thread. Not called when the person chose no file.
    public interface Ended {
        void saved(Path file);

        void refused(Path file);
    }

    private static final String NAME = "mail-medic-fault.txt";
    private final String text;
    private final Saver saver;
    private final Runnable back;
    private final Runnable startOver;
    private final Texts texts;
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");

    /// @param back shows what was there before, as it was
    public StumbleModel(String text, Saver saver, Runnable back, Runnable startOver, Texts texts) {
        this.text = text;
        this.saver = saver;
        this.back = back;
        this.startOver = startOver;
        this.texts = texts;
    }

    /// What the saved file holds.
    public String text() {
        return text;
    }

    /// How saving ended, in a sentence; empty before.
    public ReadOnlyStringProperty saidProperty() {
        return said.getReadOnlyProperty();
    }

    public void save() {
        saver.save(NAME, text, new Ended() {
            @Override
            public void saved(Path file) {
                said.set(texts.get("window.stumble.saved", file.toString()));
            }

            @Override
            public void refused(Path file) {
                said.set(texts.get("window.stumble.refused", file.toString()));
            }
        });
    }

    public void back() {
        back.run();
    }

    public void startOver() {
        startOver.run();
    }
}
