package org.mailmedic.ui.page.explain;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.mailmedic.advice.Language;
import org.mailmedic.advice.PlainText;
import org.mailmedic.checkup.ToldReport;
import org.mailmedic.discover.slip.Draft;
import org.mailmedic.explain.FoundFacts;
import org.mailmedic.report.Report;
import org.mailmedic.report.Report.Verdict;
import org.mailmedic.settings.Security;
import org.mailmedic.settings.Symptom;
import org.mailmedic.ui.page.Hub;
import org.mailmedic.ui.page.Mailto;
import org.mailmedic.ui.page.ShownReport;
import org.mailmedic.ui.page.explain.TextReader.Reading;

/// A pasted text and what it means. It outlives its page. All methods on the JavaFX thread.
final class ExplainModel {
    /// Something to do, and whether it was ticked.
    ///
    /// @param values what of it is worth copying alone
    record Task(int number, String text, List<String> values, BooleanProperty done) {}

    /// What sends from a website.
    private static final List<String> WEBSITES = List.of("wordpress", "phpmailer", "symfony", "swiftmailer", "laravel", "codeigniter",
            "drupal",
            "joomla", "magento", "php", "wp mail", "woocommerce", "prestashop", "typo3", "django", "rails", "nodemailer");
    private final Hub hub;
    private final TextReader reader;
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Meaning> meaning = new ReadOnlyObjectWrapper<>(new Meaning.Nothing());
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper kept = new ReadOnlyStringWrapper("");
    private Optional<ShownText> shown = Optional.empty();
    private Reading latest = Reading.nothing();
    private List<Task> tasks = List.of();
    private AtomicBoolean stopped = new AtomicBoolean();
    private Optional<Meaning.Explained> checked = Optional.empty();
    private int current;

    ExplainModel(Hub hub) {
        this.hub = hub;
        reader = new TextReader(hub);
    }

    /// What stands in the field: what was typed, until it is read and its secrets are masked.
    ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    /// Set after the text that belongs to it.
    ReadOnlyObjectProperty<Meaning> meaningProperty() {
        return meaning.getReadOnlyProperty();
    }

    /// What became of the letter; empty when there is nothing to say.
    ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /// Reads a text; one that comes meanwhile takes its place.
    void read(String typed) {
        int mine = next();
        if (typed.isBlank()) {
            show(Reading.nothing());
            return;
        }
        meaning.set(new Meaning.Reading(-1));
        hub.outside().background().execute(() -> {
            Reading reading = reader.read(typed);
            hub.outside().fx().execute(() -> finish(mine, reading));
        });
    }

    /// Reads a file that was dropped.
    void read(Path file) {
        int mine = next();
        AtomicBoolean end = stopped;
        meaning.set(new Meaning.Reading(-1));
        hub.outside().background().execute(() -> {
            Reading reading = reader.read(file, end, share -> hub.outside().fx().execute(() -> progress(mine, share)));
            hub.outside().fx().execute(() -> finish(mine, reading));
        });
    }

    /// Ends the reading of a long file; what was read until then is shown.
    void stop() {
        stopped.set(true);
    }

    private int next() {
        stopped.set(true);
        stopped = new AtomicBoolean();
        return ++current;
    }

    private void progress(int whose, double share) {
        if (whose == current) {
            meaning.set(new Meaning.Reading(share));
        }
    }

    private void finish(int whose, Reading reading) {
        if (whose == current) {
            show(reading);
        }
    }

    /// The language has changed: what the text means is told anew, and what was ticked stays ticked. A text that is being read, is read.
    void reworded() {
        if (meaning.get() instanceof Meaning.Reading) {
            return;
        }
        List<Task> before = tasks;
        Reading told = latest.inWords().get();
        show(new Reading(told.meaning(), shown, told.inWords()));
        for (int i = 0; i < Math.min(before.size(), tasks.size()); i++) {
            tasks.get(i).done().set(before.get(i).done().get());
        }
        if (checked.isPresent() && meaning.get() instanceof Meaning.Explained now
                && now.leading().code().equals(checked.get().leading().code())) {
            checked = Optional.of(now);
        }
    }

    private void show(Reading reading) {
        latest = reading;
        notice.set("");
        kept.set("");
        shown = reading.shown();
        text.set(shown.map(ShownText::text).orElse(""));
        tasks = switch (reading.meaning()) {
            case Meaning.Explained explained -> tasks(explained);
            case Meaning.Nothing _, Meaning.Reading _, Meaning.Unreadable _, Meaning.NotUnderstood _, Meaning.Log _ -> List.of();
        };
        meaning.set(reading.meaning());
    }

    private List<Task> tasks(Meaning.Explained explained) {
        Map<String, String> known = new HashMap<>();
        FoundFacts found = explained.found();
        found.host().ifPresent(host -> known.put("host", host));
        found.from().ifPresent(from -> known.put("from", from));
        found.to().ifPresent(to -> known.put("to", to));
        if (found.port() != 0) {
            known.put("port", Integer.toString(found.port()));
        }
        Verdict leading = explained.leading();
        var all = new ArrayList<Task>();
        for (String step : leading.steps()) {
            all.add(new Task(all.size() + 1, step, hub.texts().entries().in(leading.code(), step, known), new SimpleBooleanProperty()));
        }
        return List.copyOf(all);
    }

    /// What was understood, in the order of the text.
    List<ShownText.Mark> marks() {
        return shown.map(ShownText::marks).orElse(List.of());
    }

    boolean masked() {
        return shown.filter(ShownText::masked).isPresent();
    }

    /// Whether only the beginning of the text is shown.
    boolean cut() {
        return shown.filter(text -> !text.whole()).isPresent();
    }

    List<Task> tasks() {
        return tasks;
    }

    String badge(Verdict verdict) {
        return hub.texts().facts().canFix(verdict.party(), verdict.code());
    }

    String certainty(Verdict verdict) {
        return hub.texts().facts().certainty(verdict.confidence());
    }

    void openPage(String address) {
        hub.outside().browser().accept(address);
    }

    void openInMailProgram(Verdict verdict) {
        var mail = Mailto.of(PlainText.of(verdict.title()), verdict.letter(), hub.texts().get("answer.paste_here"));
        hub.outside().browser().accept(mail.address());
        notice.set(hub.texts().get(mail.whole() ? "answer.letter_opened" : "answer.letter_copied"));
    }

    /// To the check-up, with what the text tells filled in.
    void check() {
        switch (meaning.get()) {
            case Meaning.Explained explained -> {
                checked = Optional.of(explained);
                hub.way().account(symptom(explained.found()), draft(explained.found()));
            }
            case Meaning.NotUnderstood(var found, var _) -> hub.way().account(symptom(found), draft(found));
            case Meaning.Log _ -> hub.way().account(Symptom.SERVER);
            case Meaning.Nothing _, Meaning.Reading _, Meaning.Unreadable _ -> hub.way().account(Symptom.MAIL_PROGRAM);
        }
    }

    static Symptom symptom(FoundFacts found) {
        String program = found.program().orElse("").toLowerCase(Locale.ROOT);
        return WEBSITES.stream().anyMatch(program::contains) ? Symptom.WEBSITE : Symptom.MAIL_PROGRAM;
    }

    static Draft draft(FoundFacts found) {
        return new Draft(found.host().orElse(""), found.port() == 0 ? "" : Integer.toString(found.port()),
                found.security().flatMap(Security::of).orElse(Security.AUTO), "", clear(found.from()), "", Optional.empty());
    }

    /// What was masked is nothing to fill in.
    private static String clear(Optional<String> address) {
        return address.filter(text -> !text.contains(ShownText.DOTS)).orElse("");
    }

    /// What the text means, or what the log says, as a report; empty where there is nothing to pass on.
    Optional<Report> report() {
        String language = Language.of(hub.texts().language()).tag();
        return switch (meaning.get()) {
            case Meaning.Explained(var verdicts, var found, var matched) ->
                Optional.of(ToldReport.text(found, verdicts, List.of(matched), hub.clock().instant(), language));
            case Meaning.Log log -> Optional.of(ToldReport.log(log.summary(), log.causes(), hub.clock().instant(), language));
            case Meaning.NotUnderstood(var found, var verdict) ->
                Optional.of(ToldReport.text(found, List.of(verdict), List.of(), hub.clock().instant(), language));
            case Meaning.Nothing _, Meaning.Reading _, Meaning.Unreadable _ -> Optional.empty();
        };
    }

    void save() {
        report().ifPresent(told -> hub.way().save(ShownReport.fresh(told, List.of())));
    }

    /// Among the earlier check-ups.
    void keep() {
        report().ifPresent(told -> {
            boolean wanted = hub.way().keep(told, kept::set);
            kept.set(hub.texts().get(wanted ? "explain.kept" : "explain.kept.off"));
        });
    }

    /// What became of keeping it; empty before.
    ReadOnlyStringProperty keptProperty() {
        return kept.getReadOnlyProperty();
    }

    /// Whether this answer is that of a check-up that began here.
    boolean began(Report answer) {
        return checked.isPresent() && answer.headline().isPresent();
    }

    /// Whether the check-up found what the text says, in words.
    String agreement(Report answer) {
        boolean agrees = checked.isPresent() && answer.diagnoses().stream()
                .anyMatch(found -> found.code().equals(checked.get().leading().code()));
        return hub.texts().get(agrees ? "explain.agrees" : "explain.differs", answer.headline().map(Verdict::title).orElse(""));
    }

    void forget() {
        next();
        checked = Optional.empty();
        show(Reading.nothing());
    }
}
