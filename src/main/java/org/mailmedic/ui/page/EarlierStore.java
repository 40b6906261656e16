package org.mailmedic.ui.page;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.mailmedic.history.Erased;
import org.mailmedic.history.History;
import org.mailmedic.history.Intervention;
import org.mailmedic.history.InterventionNotes;
import org.mailmedic.history.Kept;
import org.mailmedic.history.Loaded;
import org.mailmedic.history.Reminder;
import org.mailmedic.history.Retention;
import org.mailmedic.history.Summary;
import org.mailmedic.history.Trouble;
import org.mailmedic.report.Report;
import org.mailmedic.report.json.OpenedReport;

/// Earlier check-ups as the window needs them, and the person's choice whether and how long they are kept. To be called on the JavaFX
/// thread: the disk is looked at on `background`, and every answer comes back on `fx`.
public final class EarlierStore {
    /// For how long they are kept.
    public enum Span {
        MONTH(new Retention(Retention.usual().most(), Duration.ofDays(31))), YEAR(Retention.usual()), ALWAYS(Retention.everything());

        private final Retention retention;

        Span(Retention retention) {
            this.retention = retention;
        }

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// @param keep whether every check-up that ends is kept; switching it off leaves what is there
    public record Choice(boolean keep, Span span) {
        private static final String OFF = "off";

        public static Choice usual() {
            return new Choice(true, Span.YEAR);
        }

        /// @param words as [#words] wrote them; whatever else they are, the rest is as usual
        public static Choice of(String words) {
            List<String> each = List.of(words.split(" "));
            Span span = Arrays.stream(Span.values()).filter(known -> each.contains(known.id())).findFirst().orElse(usual().span());
            return new Choice(!each.contains(OFF), span);
        }

        /// For the window's memory.
        public String words() {
            return (keep ? "on " : OFF + " ") + span.id();
        }
    }

    /// What is there.
    ///
    /// @param servers    by server, the one that was checked last first; in each the newest first
    /// @param unreadable how many of our files hold no whole report
    /// @param trouble    what stood in the way of reading the folder
    public record Content(Map<Summary.Server, List<Summary>> servers, int unreadable, Optional<Trouble> trouble) {
        static final Content NOTHING = new Content(Map.of(), 0, Optional.empty());
    }

    /// One of them, read again.
    public sealed interface Fetched {
        record Whole(Summary summary, OpenedReport.Opened opened) implements Fetched {}

        /// @param trouble empty when the file is there and damaged
        record Lost(Optional<Trouble> trouble) implements Fetched {}
    }

    private record Open(History history, Span span) {}

    private final Path folder;
    private final InterventionNotes notes;
    private final InstantSource clock;
    private final Consumer<Choice> remember;
    private final Executor background;
    private final Executor fx;
    private volatile Choice choice;
    /// Why the latest check-up could not be kept.
    private volatile Optional<Trouble> lost = Optional.empty();
    private Optional<Open> open = Optional.empty();

    /// @param folder   need not exist; nothing is made before something is kept or looked for
    /// @param remember is told every new choice
    public EarlierStore(Path folder, Choice choice, Consumer<Choice> remember, InstantSource clock, Executor background, Executor fx) {
        this.folder = folder;
        notes = InterventionNotes.in(folder, clock);
        this.choice = choice;
        this.remember = remember;
        this.clock = clock;
        this.background = background;
        this.fx = fx;
    }

    public Path folder() {
        return folder;
    }

    public Choice choice() {
        return choice;
    }

    /// Deletes nothing: a shorter span is for the next check-up that is kept, and for the next start.
    public void choose(Choice wanted) {
        choice = wanted;
        remember.accept(wanted);
    }

    /// Why the latest check-up could not be kept; empty when it was, or none was to be.
    public Optional<Trouble> lost() {
        return lost;
    }

    /// Keeps a report when that is wanted.
    ///
    /// @param trouble is told why it could not be kept; not called otherwise
    public void keep(Report report, Consumer<Trouble> trouble) {
        if (choice.keep()) {
            Span span = choice.span();
            background.execute(() -> {
                switch (opened(span).save(report)) {
                    case Kept.Saved _ -> lost = Optional.empty();
                    case Kept.NotSaved(var why) -> {
                        lost = Optional.of(why);
                        fx.execute(() -> trouble.accept(why));
                    }
                }
            });
        }
    }

    /// Keeps what the person changed, when anything is kept at all.
    ///
    /// @param before   id of the report made before it; may be empty
    /// @param after    id of the report made after it; empty as long as there is none
    /// @param stillOff whether a protective program is off because of it
    /// @param trouble  is told why it could not be kept; not called otherwise
    public void note(Intervention change, String before, String after, boolean stillOff, Consumer<Trouble> trouble) {
        if (choice.keep()) {
            background.execute(() -> notes.note(change, before, after, stillOff).ifPresent(why -> fx.execute(() -> trouble.accept(why))));
        }
    }

    /// Puts the report that followed a change to it.
    public void conclude(String before, String after) {
        if (choice.keep()) {
            background.execute(() -> notes.conclude(before, after));
        }
    }

    /// Which protective programs are still off, as far as it was kept.
    public void reminders(Consumer<List<Reminder>> then) {
        ask(notes::reminders, then);
    }

    /// The person says that it is on again. Nothing new is kept for that.
    public void onAgain(Reminder reminder) {
        background.execute(() -> notes.onAgain(reminder));
    }

    /// What was changed between two check-ups.
    public void between(String before, String after, Consumer<Optional<Intervention>> then) {
        ask(() -> notes.between(before, after), then);
    }

    /// Looks what is there.
    public void list(Consumer<Content> then) {
        ask(this::content, then);
    }

    private Content content() {
        if (!Files.exists(folder)) {
            return Content.NOTHING;
        }
        History history = opened();
        history.refresh();
        return new Content(history.byServer(), history.unreadable(), history.trouble());
    }

    /// Reads whole reports, in the order asked for.
    public void fetch(List<Summary> wanted, Consumer<List<Fetched>> then) {
        ask(() -> wanted.stream().map(this::fetch).toList(), then);
    }

    private Fetched fetch(Summary summary) {
        return switch (opened().load(summary)) {
            case Loaded.Found found -> switch (found.open()) {
                case OpenedReport.Opened whole -> new Fetched.Whole(summary, whole);
                case OpenedReport.Refused _ -> new Fetched.Lost(Optional.empty());
            };
            case Loaded.NotFound(var trouble) -> new Fetched.Lost(Optional.of(trouble));
        };
    }

    public void delete(Summary summary, Consumer<Erased> then) {
        ask(() -> opened().delete(summary), then);
    }

    /// Also those that another window kept meanwhile.
    public void deleteAll(Consumer<Erased> then) {
        ask(() -> opened().deleteAll(), then);
    }

    private <T> void ask(Supplier<T> work, Consumer<T> then) {
        background.execute(() -> {
            T result = work.get();
            fx.execute(() -> then.accept(result));
        });
    }

    private History opened() {
        return opened(Optional.empty());
    }

    private History opened(Span span) {
        return opened(Optional.of(span));
    }

    /// @param span opened anew when it was opened for another one; empty to leave that as it is
    private synchronized History opened(Optional<Span> span) {
        Open known = open.filter(each -> span.isEmpty() || each.span() == span.get()).orElseGet(() -> {
            Span wanted = span.orElse(choice.span());
            return new Open(History.open(folder, wanted.retention, clock), wanted);
        });
        open = Optional.of(known);
        return known.history();
    }
}
