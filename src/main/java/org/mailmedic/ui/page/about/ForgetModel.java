package org.mailmedic.ui.page.about;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.mailmedic.advice.PlainText;
import org.mailmedic.ui.page.Memory;
import org.mailmedic.ui.part.Texts;

/// "Forget everything kept here": says what is kept and where, asks once, and says what became of it.
public final class ForgetModel {
    /// Where it stands.
    ///
    /// @param lines  what is kept, or what was deleted and what could not be
    /// @param some   whether there is anything to forget
    /// @param asking whether the person is being asked
    /// @param busy   while the disk is being looked at
    public record State(List<String> lines, boolean some, boolean asking, boolean busy) {
        public State {
            lines = List.copyOf(lines);
        }
    }

    private static final int MOST = 5;
    private final Memory memory;
    private final Runnable forgotten;
    private final Texts texts;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State(List.of(), false, false, true));
    private int checkups;
    private Supplier<List<String>> words = List::of;

    /// @param forgotten is told when it is done, for what rests on what was kept
    public ForgetModel(Memory memory, Runnable forgotten, Texts texts) {
        this.memory = memory;
        this.forgotten = forgotten;
        this.texts = texts;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Looks what is there.
    public void begin() {
        memory.look(kept -> {
            checkups = kept.checkups();
            words = () -> lines(kept).isEmpty() ? List.of(texts.get("about.kept.none")) : lines(kept);
            state.set(new State(words.get(), !lines(kept).isEmpty(), false, false));
        });
    }

    /// The language has changed.
    public void reworded() {
        State now = state.get();
        state.set(new State(words.get(), now.some(), now.asking(), now.busy()));
    }

    private List<String> lines(Memory.Kept kept) {
        var lines = new ArrayList<String>();
        kept.folder().ifPresent(folder -> lines.add(texts.get("about.kept.checkups", kept.checkups(), shown(folder))));
        kept.choices().ifPresent(file -> lines.add(texts.get("about.kept.choices", shown(file))));
        return lines;
    }

    public void ask() {
        State now = state.get();
        if (now.some() && !now.busy()) {
            state.set(new State(now.lines(), true, true, false));
        }
    }

    public String question() {
        return texts.get("about.forget.ask", checkups);
    }

    public void no() {
        State now = state.get();
        state.set(new State(now.lines(), now.some(), false, now.busy()));
    }

    public void yes() {
        if (state.get().asking()) {
            state.set(new State(state.get().lines(), true, false, true));
            memory.forget(done -> {
                forgotten.run();
                words = () -> lines(done);
                state.set(new State(words.get(), !done.left().isEmpty(), false, false));
            });
        }
    }

    private List<String> lines(Memory.Forgotten done) {
        var lines = new ArrayList<String>();
        if (done.checkups() > 0) {
            lines.add(texts.get("about.forgot.checkups", done.checkups()));
        }
        if (done.choices()) {
            lines.add(texts.get("about.forgot.choices"));
        }
        if (!done.left().isEmpty()) {
            lines.add(texts.get("about.forgot.left", done.left().size(), list(done.left())));
        } else {
            lines.add(texts.get("about.forgot.all"));
        }
        if (!done.foreign().isEmpty()) {
            lines.add(texts.get("about.forgot.foreign", done.foreign().size(), list(done.foreign())));
        }
        return lines;
    }

    private static String list(List<Path> paths) {
        return paths.stream().limit(MOST).map(ForgetModel::shown).collect(Collectors.joining(", ")) + (paths.size() > MOST ? ", …" : "");
    }

    private static String shown(Path path) {
        return PlainText.of(path.toString());
    }
}
