package org.mailmedic.ui.page.account;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.mailmedic.discover.paste.SettingsReader;
import org.mailmedic.discover.paste.taking.Doubt;
import org.mailmedic.discover.paste.taking.PastedSettings;
import org.mailmedic.discover.paste.taking.Taken;
import org.mailmedic.discover.slip.Draft;
import org.mailmedic.discover.slip.SlipField;
import org.mailmedic.settings.HostName;
import org.mailmedic.ui.part.Texts;

/// Pasted settings: reads them in the background, hands on what was found, and tells what was taken and what is unsure. The text itself
/// is not kept; a password in it leaves the reader as a [org.mailmedic.settings.Secret].
public final class PasteModel {
    /// What is told about the last text.
    ///
    /// @param taken  one line a field; empty when nothing was recognised
    /// @param doubts one line each
    public record Told(boolean recognised, String title, List<String> taken, List<String> doubts) {}

    private static final int LONGEST_FILE = 1 << 20;
    private final SettingsReader reader;
    private final Executor background;
    private final Executor fx;
    private final Consumer<Draft> taker;
    private final Runnable undo;
    private final Texts texts;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Told> told = new ReadOnlyObjectWrapper<>();
    private int current;
    private Optional<Supplier<Told>> words = Optional.empty();

    /// @param taker gets what was found, on the JavaFX thread; the password in it is wiped as soon as it returns
    /// @param undo  puts back what stood in the fields before
    PasteModel(SettingsReader reader, Executor background, Executor fx, Consumer<Draft> taker, Runnable undo, Texts texts) {
        this.reader = reader;
        this.background = background;
        this.fx = fx;
        this.taker = taker;
        this.undo = undo;
        this.texts = texts;
    }

    /// Whether the box for pasting is shown.
    public BooleanProperty openProperty() {
        return open;
    }

    /// Null before the first text.
    public ReadOnlyObjectProperty<Told> toldProperty() {
        return told.getReadOnlyProperty();
    }

    /// Reads a text; one that is pasted meanwhile takes its place.
    public void paste(String text) {
        if (text.isBlank()) {
            return;
        }
        int mine = ++current;
        background.execute(() -> {
            Optional<PastedSettings> reading = sound(text);
            fx.execute(() -> read(mine, reading));
        });
    }

    /// Reads a file that was dropped; of one that is longer than any settings, its beginning.
    public void read(Path file) {
        int mine = ++current;
        background.execute(() -> {
            Optional<PastedSettings> reading = beginning(file).flatMap(this::sound);
            fx.execute(() -> read(mine, reading));
        });
    }

    private static Optional<String> beginning(Path file) {
        try (var stream = Files.newInputStream(file)) {
            return Optional.of(new String(stream.readNBytes(LONGEST_FILE), StandardCharsets.UTF_8));
        } catch (IOException | SecurityException unreadable) {
            return Optional.empty();
        }
    }

    /// What names no possible server and nobody who sends was no settings, whatever it looked like.
    private Optional<PastedSettings> sound(String text) {
        Optional<PastedSettings> reading = reader.read(text);
        boolean senseless = reading.filter(found -> !found.draft().host().isBlank()
                && HostName.read(found.draft().host()) instanceof HostName.Slip(var kind, var _, var _)
                && kind == HostName.Kind.BAD_CHARACTER
                && found.draft().sender().isEmpty()).isPresent();
        if (senseless) {
            reading.ifPresent(PastedSettings::close);
            return Optional.empty();
        }
        return reading;
    }

    /// Puts back what stood in the fields before the last text was taken over.
    public void undo() {
        undo.run();
        words = Optional.empty();
        told.set(null);
    }

    /// The language has changed.
    void reworded() {
        words.map(Supplier::get).ifPresent(told::set);
    }

    private void read(int whose, Optional<PastedSettings> reading) {
        try {
            if (whose == current) {
                words = Optional.of(reading.map(this::recognised)
                        .orElse(() -> new Told(false, texts.get("account.paste.nothing"), List.of(),
                        List.of())));
                told.set(words.get().get());
                reading.ifPresent(found -> taker.accept(found.draft()));
            }
        } finally {
            reading.ifPresent(PastedSettings::close);
        }
    }

    /// What is said about it in the language of the moment. Of a password it keeps only that there was one.
    private Supplier<Told> recognised(PastedSettings reading) {
        boolean secret = reading.draft().password().isPresent();
        Draft draft = reading.draft().withPassword(Optional.empty());
        List<Taken> taken = reading.taken();
        List<Doubt> doubts = reading.doubts();
        String format = reading.format();
        return () -> new Told(true, texts.get("account.paste.recognised", texts.get("paste.format." + format)),
                taken.stream().filter(each -> !value(draft, secret, each.field()).isEmpty())
                        .map(each -> line(draft, secret, each)).toList(),
                doubts.stream().map(this::line).distinct().toList());
    }

    private String line(Draft draft, boolean secret, Taken taken) {
        return texts.get("account.paste.took", texts.get("paste.field." + taken.field().id()), value(draft, secret, taken.field()),
                Integer.toString(taken.line()));
    }

    private String value(Draft draft, boolean secret, SlipField field) {
        return switch (field) {
            case SECURITY -> texts.get("paste.security." + draft.security().id());
            case PASSWORD -> secret ? texts.get("account.paste.password") : "";
            case HOST, PORT, USER, FROM, TO -> draft.text(field);
        };
    }

    private String line(Doubt doubt) {
        return texts.get("account.paste.doubt", texts.get("paste.field." + doubt.field().id()),
                texts.get("paste.doubt." + doubt.kind().id()));
    }
}
