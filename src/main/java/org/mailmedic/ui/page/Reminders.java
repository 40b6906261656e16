package org.mailmedic.ui.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.mailmedic.advice.PlainText;
import org.mailmedic.history.Intervention;
import org.mailmedic.history.Intervention.Kind;
import org.mailmedic.history.ProtectiveWords;
import org.mailmedic.history.Reminder;
import org.mailmedic.ui.part.Texts;

/// The protective programs that were switched off for a test, until the person says that they are on again: also after a restart of this
/// program, as far as anything may be kept on this computer. On the JavaFX thread.
public final class Reminders {
    /// @param text one sentence, inert
    public record Line(Reminder reminder, String text) {}

    private final EarlierStore store;
    private final Texts texts;
    /// What is off, and whether that is kept on the disk.
    private final Map<Reminder, Boolean> open = new LinkedHashMap<>();
    private final ReadOnlyObjectWrapper<List<Line>> lines = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Set<Kind>> off = new ReadOnlyObjectWrapper<>(Set.of());

    public Reminders(EarlierStore store, Texts texts) {
        this.store = store;
        this.texts = texts;
    }

    public ReadOnlyObjectProperty<List<Line>> linesProperty() {
        return lines.getReadOnlyProperty();
    }

    /// The kinds of programs that are off.
    public ReadOnlyObjectProperty<Set<Kind>> offProperty() {
        return off.getReadOnlyProperty();
    }

    /// Looks what is kept: what was left switched off when this program ran last, and what was deleted since.
    public void begin() {
        store.reminders(kept -> {
            open.replaceAll((each, _) -> kept.contains(each));
            kept.forEach(each -> open.putIfAbsent(each, true));
            publish();
        });
    }

    /// The person has changed something.
    ///
    /// @param before   id of the report before it; may be empty
    /// @param after    id of the report after it; empty as long as there is none
    /// @param practice whether it was about the practice server, of which nothing is kept
    public void noted(Intervention change, String before, String after, boolean practice) {
        Stream.of(Kind.values()).filter(change.kind()::undoes).forEach(kind -> onAgain(new Reminder(kind, "")));
        boolean reminds = change.needsReminder(ProtectiveWords.of(texts.get("change.protective"), texts.get("change.switched_off")));
        var reminder = Reminder.of(change);
        if (reminds) {
            open.put(reminder, !practice && store.choice().keep());
            publish();
        }
        if (!practice) {
            store.note(change, before, after, reminds, _ -> {
                open.computeIfPresent(reminder, (_, _) -> false);
                publish();
            });
        }
    }

    /// The person says that it is on again.
    public void onAgain(Reminder reminder) {
        open.remove(reminder);
        publish();
        store.onAgain(reminder);
    }

    /// The language has changed.
    public void reworded() {
        publish();
    }

    private void publish() {
        lines.set(open.entrySet().stream().map(each -> new Line(each.getKey(), text(each.getKey(), each.getValue()))).toList());
        off.set(open.keySet().stream().map(Reminder::kind).collect(Collectors.toUnmodifiableSet()));
    }

    private String text(Reminder reminder, boolean kept) {
        String own = PlainText.of(reminder.note());
        String key = "change.reminder." + reminder.kind().id();
        String sentence = own.isEmpty() && texts.has(key + ".bare") ? texts.get(key + ".bare") : texts.get(key, own);
        return kept ? sentence : sentence + " " + texts.get("change.reminder.not_kept");
    }
}
