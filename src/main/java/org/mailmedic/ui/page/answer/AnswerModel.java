package org.mailmedic.ui.page.answer;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.mailmedic.advice.Entries;
import org.mailmedic.advice.FactWords;
import org.mailmedic.report.Report;
import org.mailmedic.report.Report.Verdict;
import org.mailmedic.settings.Secret;
import org.mailmedic.ui.page.Offer;
import org.mailmedic.ui.page.Outside;
import org.mailmedic.ui.page.Retelling;
import org.mailmedic.ui.page.ShownReport;
import org.mailmedic.ui.page.SystemPages;
import org.mailmedic.ui.page.Way;
import org.mailmedic.ui.part.StationState;
import org.mailmedic.ui.part.Texts;

/// The answer as it is shown: everything comes from the report and from the stations as they stood at its end.
public final class AnswerModel {
    /// Something to do, and whether it was ticked.
    ///
    /// @param values what of it is worth copying alone
    public record Task(int number, String text, List<String> values, BooleanProperty done) {}

    /// Which password the page asks for.
    public enum PasswordWanted {
        NO,
        /// None was given; with one the rest can be checked.
        FOR_THE_REST,
        /// The server refused the one that was given. The same one again could lock the account, so that it is never sent by itself.
        ANOTHER
    }

    /// What a refused password reads like; a refusal for another reason is no reason to ask for another password.
    private static final Set<String> REFUSED = Set.of("auth.bad_credentials", "auth.app_password_required");
    private ShownReport shown;
    private Report report;
    private AnswerWords said;
    private final boolean practice;
    private final Way way;
    private final Outside outside;
    private final Texts texts;
    private List<Task> tasks = List.of();
    private final LetterModel letter;
    private final ChangeModel change;
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final StringProperty notKept = new SimpleStringProperty("");
    private final BooleanProperty askingToSend = new SimpleBooleanProperty();
    private final BooleanProperty detailsOpen = new SimpleBooleanProperty();

    public AnswerModel(ShownReport shown, boolean practice, Way way, Outside outside, Retelling retelling, Texts texts) {
        this.practice = practice;
        this.way = way;
        this.outside = outside;
        this.texts = texts;
        change = new ChangeModel(texts);
        letter = new LetterModel(shown.report(), outside, retelling, texts, notice::set);
        retold(shown);
    }

    /// The same in another language; what was ticked stays ticked.
    public void retold(ShownReport same) {
        shown = same;
        report = same.report();
        said = new AnswerWords(same, texts);
        notice.set("");
        letter.retold(report);
        List<Task> before = tasks;
        List<String> steps = leading().map(Verdict::steps).orElseGet(said::usualSteps);
        var values = StepValues.of(report, texts.entries());
        tasks = IntStream.range(0, steps.size())
                .mapToObj(i -> new Task(i + 1, steps.get(i), values.in(steps.get(i)),
                        i < before.size() ? before.get(i).done() : new SimpleBooleanProperty())).toList();
    }

    /// Reads what the answer to this report will ask for, so that its model is made at once. It may take a moment; from any thread.
    public static void prepare(Report report, Entries entries) {
        var values = StepValues.of(report, entries);
        report.headline().ifPresent(leading -> leading.steps().forEach(values::in));
    }

    public Report.Outcome outcome() {
        return report.outcome();
    }

    public ShownReport shown() {
        return shown;
    }

    public Report report() {
        return report;
    }

    public FactWords words() {
        return texts.facts();
    }

    /// The answer's sentences.
    public AnswerWords said() {
        return said;
    }

    public boolean practice() {
        return practice;
    }

    public List<StationState> stations() {
        return shown.stations();
    }

    /// Which password the page asks for; a report from elsewhere and a practice server need none.
    public PasswordWanted password() {
        if (shown.file().isPresent() || practice || !report.settings().containsKey("user")) {
            return PasswordWanted.NO;
        }
        if (report.partly()) {
            return PasswordWanted.FOR_THE_REST;
        }
        return leading().filter(verdict -> REFUSED.contains(verdict.code())).isPresent() ? PasswordWanted.ANOTHER : PasswordWanted.NO;
    }

    /// Goes on with this password.
    public void with(Secret typed) {
        change.change().ifPresent(way::changed);
        way.again(typed);
    }

    /// The person wants the refused password to be sent once more.
    public void samePassword() {
        change.change().ifPresent(way::changed);
        way.again();
    }

    /// Whether the person has to be asked before a second real message is sent.
    public BooleanProperty askingToSendProperty() {
        return askingToSend;
    }

    public void againWithoutSending() {
        change.change().ifPresent(way::changed);
        way.againWithoutSending();
    }

    public void sendAgain() {
        change.change().ifPresent(way::changed);
        way.again();
    }

    public List<Task> tasks() {
        return tasks;
    }

    /// A finished message to whoever must act.
    public LetterModel letter() {
        return letter;
    }

    /// Other causes that fit, likeliest first.
    public List<Verdict> alsoPossible() {
        return report.diagnoses().stream().skip(1).toList();
    }

    public List<Verdict> warnings() {
        return report.warnings();
    }

    public BooleanProperty detailsOpenProperty() {
        return detailsOpen;
    }

    /// Opens a page of the steps in the browser. Those of a report from elsewhere are nobody's to vouch for.
    public void openPage(String address) {
        outside.browser().accept(address);
    }

    /// What became of the letter, or of opening something; empty when there is nothing to say.
    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /// The page of this system's settings that helps, where there is one. A report from elsewhere is about another computer.
    public Optional<SystemPages.Place> systemPage() {
        return shown.file().isPresent() ? Optional.empty() : leading().flatMap(verdict -> outside.pages().about(verdict.code()));
    }

    public void open(SystemPages.Place place) {
        place.open(() -> outside.fx().execute(() -> notice.set(texts.get("answer.open.trouble"))));
    }

    /// What the person says they have changed.
    public ChangeModel change() {
        return change;
    }

    /// The file that the report was opened from.
    public Optional<ShownReport.File> file() {
        return shown.file();
    }

    /// Whether it makes sense to watch for a change.
    public boolean watchable() {
        return shown.file().isEmpty() && report.outcome() != Report.Outcome.HEALTHY && password() == PasswordWanted.NO;
    }

    /// Checks again, unless the person has to decide something first.
    ///
    /// @return false when the page has to ask
    public boolean again() {
        if (password() == PasswordWanted.ANOTHER) {
            return false;
        }
        if (said.sent().isPresent() && shown.file().isEmpty()) {
            askingToSend.set(true);
            return false;
        }
        change.change().ifPresent(way::changed);
        way.again();
        return true;
    }

    public void watch() {
        way.watch();
    }

    public void save() {
        way.save(shown);
    }

    public void openOther() {
        if (shown.kept()) {
            way.earlier();
        } else {
            way.openReport();
        }
    }

    /// Why this answer is not among the earlier check-ups; empty when nothing stood in the way.
    public StringProperty notKeptProperty() {
        return notKept;
    }

    /// What else can be done about this answer.
    public List<Offer> links() {
        return way.links(shown);
    }

    /// Where the person came from; what was ticked is kept until the next answer.
    public void back() {
        way.back();
    }

    public void settings() {
        change.change().ifPresent(way::changed);
        way.settings();
    }

    public void startOver() {
        way.startOver();
    }

    private Optional<Verdict> leading() {
        return report.diagnoses().stream().findFirst();
    }
}
