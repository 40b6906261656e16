package org.mailmedic.ui.page.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.mailmedic.advice.ReadableName;
import org.mailmedic.maildomain.Blocklists;
import org.mailmedic.maildomain.DomainLook;
import org.mailmedic.maildomain.DomainQuestion;
import org.mailmedic.report.Report;
import org.mailmedic.settings.HostName;
import org.mailmedic.ui.page.Engine;
import org.mailmedic.ui.page.ShownReport;
import org.mailmedic.ui.page.Way;
import org.mailmedic.ui.part.Hint;
import org.mailmedic.ui.part.Texts;

/// What was typed, the look under way and what it came to. On the JavaFX thread.
final class DomainModel {
    /// How far it is.
    sealed interface State {
        /// Nothing was asked yet.
        record Empty() implements State {}

        record Busy(String domain) implements State {}

        /// The person ended it before it was done.
        record Stopped(String domain) implements State {}

        /// @param inWords the same in the language of the moment
        record Finished(DomainSheet sheet, Supplier<DomainSheet> inWords) implements State {}
    }

    /// @param words made at its first use, which reads files; on a thread of the background
    record Needs(DomainEngine engine, Supplier<DomainWords> words, Executor fx, Way way, Texts texts, InstantSource clock) {}

    private final Needs needs;
    private final StringProperty domain = new SimpleStringProperty(this, "domain", "");
    private final StringProperty sender = new SimpleStringProperty(this, "sender", "");
    private final ObjectProperty<Hint> domainHint = new SimpleObjectProperty<>(this, "domainHint");
    private final ObjectProperty<Hint> senderHint = new SimpleObjectProperty<>(this, "senderHint");
    private final ReadOnlyStringWrapper kept = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", new State.Empty());
    private Optional<Engine.Run> run = Optional.empty();
    /// Counts the looks, so that what an ended one still says is not heard.
    private int latest;
    /// What the latest look came to, to compare the next one with.
    private Optional<Report> last = Optional.empty();
    private Instant began = Instant.EPOCH;

    DomainModel(Needs needs) {
        this.needs = needs;
        domain.subscribe(() -> domainHint.set(null));
        sender.subscribe(() -> senderHint.set(null));
    }

    /// As it is typed: a domain, or an address in it.
    StringProperty domainProperty() {
        return domain;
    }

    /// The server or address that mail leaves from, as it is typed; may be blank.
    StringProperty senderProperty() {
        return sender;
    }

    ObjectProperty<Hint> domainHintProperty() {
        return domainHint;
    }

    ObjectProperty<Hint> senderHintProperty() {
        return senderHint;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// An address that was typed elsewhere; what was typed here stays.
    void suggest(String address) {
        if (domain.get().isBlank() && address.indexOf('@') >= 0) {
            domain.set(address.substring(address.lastIndexOf('@') + 1).strip());
        }
    }

    /// Looks, unless a field says otherwise or a look is under way.
    void look() {
        if (state.get() instanceof State.Busy) {
            return;
        }
        Optional<String> asked = askedDomain();
        Optional<List<String>> through = through();
        if (asked.isEmpty() || through.isEmpty()) {
            return;
        }
        var question = DomainQuestion.about(asked.get()).sendingThrough(through.get().toArray(String[]::new))
                .askingLists(Blocklists.builtIn());
        int mine = ++latest;
        began = needs.clock().instant();
        Optional<Report> before = last.filter(report -> asked.get().equalsIgnoreCase(String.valueOf(report.settings().get("host"))));
        state.set(new State.Busy(ReadableName.of(asked.get())));
        run = Optional.of(needs.engine().start(question, look -> found(mine, look, before),
                fault -> needs.fx().execute(() -> broke(mine, fault))));
    }

    private Optional<String> askedDomain() {
        String typed = domain.get().strip();
        String name = typed.substring(typed.lastIndexOf('@') + 1).strip();
        if (name.isEmpty()) {
            domainHint.set(Hint.slip(needs.texts().get("domain.name.blank")));
            return Optional.empty();
        }
        return switch (HostName.read(name)) {
            case HostName.Usable(var ascii, var literal) when !literal && ascii.indexOf('.') > 0 -> Optional.of(ascii);
            case HostName.Usable _ -> {
                domainHint.set(Hint.slip(needs.texts().get("domain.name.no_domain")));
                yield Optional.empty();
            }
            case HostName.Slip slip -> {
                Hint hint = Hint.slip(needs.texts().get("domain.name.no_domain"));
                domainHint.set(slip.suggestion().map(better -> hint.mending(needs.texts().get("domain.name.mend", better),
                        () -> domain.set(better))).orElse(hint));
                yield Optional.empty();
            }
        };
    }

    /// Empty where the field holds something else than a server.
    private Optional<List<String>> through() {
        String typed = sender.get().strip();
        if (typed.isEmpty()) {
            return Optional.of(List.of());
        }
        if (HostName.read(typed) instanceof HostName.Usable(var ascii, _)) {
            return Optional.of(List.of(ascii));
        }
        senderHint.set(Hint.slip(needs.texts().get("domain.sender.no_server")));
        return Optional.empty();
    }

    /// On a thread of the background.
    private void found(int which, DomainLook look, Optional<Report> before) {
        Instant when = needs.clock().instant();
        Duration took = Duration.between(began, when);
        Supplier<DomainSheet> inWords = () -> needs.words().get().sheet(look, when, took, before);
        DomainSheet sheet = inWords.get();
        needs.fx().execute(() -> {
            if (which == latest && state.get() instanceof State.Busy) {
                run = Optional.empty();
                last = Optional.of(sheet.report());
                kept.set("");
                state.set(new State.Finished(sheet, inWords));
            }
        });
    }

    private void broke(int which, Throwable fault) {
        if (which == latest && state.get() instanceof State.Busy) {
            run = Optional.empty();
            state.set(new State.Empty());
            needs.way().stumbled(fault);
        }
    }

    void stop() {
        if (state.get() instanceof State.Busy(var asked)) {
            run.ifPresent(Engine.Run::cancel);
            run = Optional.empty();
            state.set(new State.Stopped(asked));
        }
    }

    /// The language has changed: what was found, and what is said beside the fields, is said anew.
    void reworded() {
        if (state.get() instanceof State.Finished(var _, var inWords)) {
            state.set(new State.Finished(inWords.get(), inWords));
        }
        if (domainHint.get() != null) {
            askedDomain();
        }
        if (senderHint.get() != null) {
            through();
        }
    }

    void save() {
        if (state.get() instanceof State.Finished(var sheet, var _)) {
            needs.way().save(ShownReport.fresh(sheet.report(), List.of()));
        }
    }

    /// Among the earlier check-ups.
    void keep() {
        if (state.get() instanceof State.Finished(var sheet, var _)) {
            boolean wanted = needs.way().keep(sheet.report(), kept::set);
            kept.set(needs.texts().get(wanted ? "domain.kept" : "explain.kept.off"));
        }
    }

    /// What became of keeping it; empty before.
    ReadOnlyStringProperty keptProperty() {
        return kept.getReadOnlyProperty();
    }

    void back() {
        needs.way().back();
    }

    void forget() {
        stop();
        last = Optional.empty();
        domain.set("");
        sender.set("");
        state.set(new State.Empty());
    }
}
