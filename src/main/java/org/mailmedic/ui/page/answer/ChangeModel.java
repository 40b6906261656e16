package org.mailmedic.ui.page.answer;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.mailmedic.history.Intervention;
import org.mailmedic.history.Intervention.Kind;
import org.mailmedic.ui.part.Texts;

/// What the person says they have changed: one thing of a list, their own words, or both. On the JavaFX thread.
public final class ChangeModel {
    private final Texts texts;
    private final ObjectProperty<Optional<Kind>> kind = new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty note = new SimpleStringProperty("");
    private final ObjectProperty<Set<Kind>> off = new SimpleObjectProperty<>(Set.of());

    public ChangeModel(Texts texts) {
        this.texts = texts;
    }

    /// What was chosen; empty as long as nothing was.
    public ObjectProperty<Optional<Kind>> kindProperty() {
        return kind;
    }

    /// Their own words.
    public StringProperty noteProperty() {
        return note;
    }

    /// The protective programs that are off at present: those can be switched on again, and no others.
    public ObjectProperty<Set<Kind>> offProperty() {
        return off;
    }

    /// What can be chosen now. The first takes a choice back.
    public List<Optional<Kind>> choices() {
        return Stream.concat(Stream.of(Optional.<Kind>empty()), Kind.offered(off.get()).stream().map(Optional::of)).toList();
    }

    /// A choice in words.
    public String name(Optional<Kind> choice) {
        return choice.map(each -> texts.get("change.kind." + each.id())).orElseGet(() -> texts.get("answer.change.none"));
    }

    /// What to mind about the choice; empty for nothing.
    public String hint() {
        String text = kind.get().map(each -> each.protection().isPresent() ? "answer.change.only_for_now" : "answer.change.hint."
                + each.id()).orElse("");
        return texts.has(text) ? texts.get(text) : "";
    }

    /// What was said; empty for nothing at all.
    public Optional<Intervention> change() {
        String said = note.get().strip();
        return kind.get().or(() -> said.isEmpty() ? Optional.empty() : Optional.of(Kind.OTHER)).map(each -> new Intervention(each, said));
    }
}
