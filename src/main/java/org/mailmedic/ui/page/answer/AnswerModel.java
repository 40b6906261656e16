package org.mailmedic.ui.page.answer;

import java.time.ZoneId;
import java.util.EnumSet;
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
import org.mailmedic.advice.PlainText;
import org.mailmedic.report.OutcomeWords;
import org.mailmedic.report.Report;
import org.mailmedic.report.Report.Verdict;
import org.mailmedic.report.json.OpenedReport;
import org.mailmedic.settings.Secret;
import org.mailmedic.settings.Symptom;
import org.mailmedic.ui.page.Offer;
import org.mailmedic.ui.page.Outside;
import org.mailmedic.ui.page.Retelling;
import org.mailmedic.ui.page.ShownReport;
import org.mailmedic.ui.page.SystemPages;
import org.mailmedic.ui.page.Way;
import org.mailmedic.ui.part.ReadableName;
import org.mailmedic.ui.part.Station;
import org.mailmedic.ui.part.StationState;
import org.mailmedic.ui.part.StationState.Mark;
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
    /// What is only checked when something was entered for it.
    private static final Set<Station> FOR_THE_ASKING = EnumSet.of(Station.SIGN_IN, Station.SENDING);
    private ShownReport shown;
    private Report report;
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
        notice.set("");
        letter.retold(report);
        List<Task> before = tasks;
        List<String> steps = leading().map(Verdict::steps).orElseGet(this::usualSteps);
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

    public boolean practice() {
        return practice;
    }

    public List<StationState> stations() {
        return shown.stations();
    }

    /// Who can fix it, or that nothing has to be fixed.
    public String badge() {
        return leading().map(verdict -> texts.facts().canFix(verdict.party(), verdict.code())).orElseGet(() -> texts.get(website("badge")));
    }

    public Optional<String> certainty() {
        return leading().map(verdict -> texts.facts().certainty(verdict.confidence()));
    }

    public String headline() {
        return leading().map(Verdict::title).orElseGet(() -> texts.get(website("headline")));
    }

    public String summary() {
        return leading().map(Verdict::summary).orElseGet(() -> texts.get(website("summary"), host(), port()));
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

    /// That a real message was sent, to whom and when, and how to know it; empty when none was.
    public Optional<String> sent() {
        return report.evidence().stream().filter(facts -> "message".equals(facts.get("kind")) && "ok".equals(facts.get("status")))
                .findFirst().map(_ -> texts.get("answer.sent", PlainText.of(String.valueOf(report.settings().getOrDefault("to", ""))),
                        texts.facts().time(report.created(), ZoneId.systemDefault()), texts.book("message").get("subject")));
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

    /// Where it was measured, and what that does not tell: a website sends from its host's server.
    public Optional<String> vantage() {
        return website() ? Optional.of(texts.get("answer.vantage.website", host(), port())) : Optional.empty();
    }

    private boolean website() {
        return Symptom.WEBSITE.id().equals(report.settings().get("symptom"));
    }

    /// What was not looked at because nothing was entered for it; empty when everything was.
    public Optional<String> leftOut() {
        if (!report.unchecked().isEmpty()) {
            return new OutcomeWords(texts.book("report"), texts.facts()).leftOut(report);
        }
        List<String> names = shown.stations().stream()
                .filter(state -> state.mark() == Mark.SKIPPED && FOR_THE_ASKING.contains(state.station()))
                .map(state -> texts.get("journey." + state.station().id())).toList();
        return report.outcome() == Report.Outcome.HEALTHY && !names.isEmpty()
                ? Optional.of(texts.get("answer.left_out", texts.facts().list(names))) : Optional.empty();
    }

    public String tasksTitle() {
        return leading().isPresent() ? texts.get("answer.do_this") : texts.get(website("do_this"));
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

    public String certainty(Verdict verdict) {
        return texts.facts().certainty(verdict.confidence());
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

    /// Where a report from elsewhere comes from, and when it was made.
    public Optional<String> origin() {
        return shown.file().map(file -> shown.kept()
                ? texts.get("earlier.origin", texts.facts().time(report.created(), ZoneId.systemDefault()))
                : texts.get("open.origin", PlainText.of(file.name()), texts.facts().time(report.created(), ZoneId.systemDefault())));
    }

    /// What kind of report this is, when it was not made just now.
    public Optional<String> kind() {
        return shown.file().map(_ -> texts.get(shown.kept() ? "earlier.badge" : "open.badge"));
    }

    /// What is to be known about a report from elsewhere before it is believed.
    public Optional<String> doubt() {
        return shown.file().filter(file -> file.opened().digest() == OpenedReport.Digest.DIFFERS).map(_ -> texts.get("open.altered"));
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
        if (sent().isPresent() && shown.file().isEmpty()) {
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

    public String otherTitle() {
        return texts.get(shown.kept() ? "earlier.others" : "open.other");
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

    private List<String> usualSteps() {
        String special = key("step") + "." + Symptom.WEBSITE.id();
        String key = website() && texts.has(special + ".1") ? special : key("step");
        return IntStream.iterate(1, i -> texts.has(key + "." + i), i -> i + 1)
                .mapToObj(i -> texts.get(key + "." + i, host(), port())).toList();
    }

    /// What is said otherwise where a website is to send the mail.
    private String website(String name) {
        String special = key(name) + "." + Symptom.WEBSITE.id();
        return website() && texts.has(special) ? special : key(name);
    }

    private String key(String name) {
        return "answer." + report.outcome().id() + (report.partly() ? ".partly." : ".") + name;
    }

    private String host() {
        return host(report);
    }

    static String host(Report report) {
        return ReadableName.of(String.valueOf(report.settings().getOrDefault("host", "")));
    }

    private String port() {
        return String.valueOf(report.settings().getOrDefault("port", ""));
    }
}
