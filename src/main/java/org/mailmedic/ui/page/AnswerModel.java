package org.mailmedic.ui.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.mailmedic.advice.Words;
import org.mailmedic.report.Report;
import org.mailmedic.report.Report.Verdict;
import org.mailmedic.ui.part.Station;
import org.mailmedic.ui.part.StationState;
import org.mailmedic.ui.part.StationState.Mark;
import org.mailmedic.ui.part.Texts;

/// The answer as it is shown: everything comes from the report and from the stations as they stood at its end.
public final class AnswerModel {
    /// Something to do, and whether it was ticked.
    public record Task(int number, String text, BooleanProperty done) {}

    /// What is only checked when something was entered for it.
    private static final Set<Station> FOR_THE_ASKING = EnumSet.of(Station.SIGN_IN, Station.SENDING);
    private final Report report;
    private final List<StationState> stations;
    private final boolean practice;
    private final Way way;
    private final Consumer<String> browser;
    private final Words words;
    private final Texts texts;
    private final List<Task> tasks;
    private final BooleanProperty detailsOpen = new SimpleBooleanProperty();

    /// @param browser opens an address outside of the window
    public AnswerModel(Report report, List<StationState> stations, boolean practice, Way way, Consumer<String> browser, Words words,
                       Texts texts) {
        this.report = report;
        this.stations = List.copyOf(stations);
        this.practice = practice;
        this.way = way;
        this.browser = browser;
        this.words = words;
        this.texts = texts;
        List<String> steps = leading().map(Verdict::steps).orElseGet(this::usualSteps);
        tasks = IntStream.range(0, steps.size()).mapToObj(i -> new Task(i + 1, steps.get(i), new SimpleBooleanProperty())).toList();
    }

    public Report.Outcome outcome() {
        return report.outcome();
    }

    public Report report() {
        return report;
    }

    public Words words() {
        return words;
    }

    public boolean practice() {
        return practice;
    }

    public List<StationState> stations() {
        return stations;
    }

    /// Who can fix it, or that nothing has to be fixed.
    public String badge() {
        return leading().map(verdict -> words.canFix(verdict.party())).orElseGet(() -> texts.get(key("badge")));
    }

    public Optional<String> certainty() {
        return leading().map(verdict -> words.certainty(verdict.confidence()));
    }

    public String headline() {
        return leading().map(Verdict::title).orElseGet(() -> texts.get(key("headline")));
    }

    public String summary() {
        return leading().map(Verdict::summary).orElseGet(() -> texts.get(key("summary"), host(), port()));
    }

    /// What was not looked at because nothing was entered for it; empty when everything was.
    public Optional<String> leftOut() {
        List<String> names = stations.stream().filter(state -> state.mark() == Mark.SKIPPED && FOR_THE_ASKING.contains(state.station()))
                .map(state -> texts.get("journey." + state.station().id())).toList();
        return report.outcome() == Report.Outcome.HEALTHY && !names.isEmpty()
                ? Optional.of(texts.get("answer.left_out", words.list(names))) : Optional.empty();
    }

    public String tasksTitle() {
        return leading().isPresent() ? texts.get("answer.do_this") : texts.get(key("do_this"));
    }

    public List<Task> tasks() {
        return tasks;
    }

    /// A finished message to whoever must act; empty when the person can act alone.
    public Optional<String> letter() {
        return leading().map(Verdict::letter).filter(text -> !text.isBlank());
    }

    /// Other causes that fit, likeliest first.
    public List<Verdict> alsoPossible() {
        return report.diagnoses().stream().skip(1).toList();
    }

    public List<Verdict> warnings() {
        return report.warnings();
    }

    public String certainty(Verdict verdict) {
        return words.certainty(verdict.confidence());
    }

    public BooleanProperty detailsOpenProperty() {
        return detailsOpen;
    }

    public void openInMailProgram() {
        browser.accept("mailto:?subject=" + encoded(texts.get("answer.subject", host())) + "&body=" + encoded(letter().orElse("")));
    }

    public void again() {
        way.again();
    }

    public void settings() {
        way.settings();
    }

    public void startOver() {
        way.startOver();
    }

    private Optional<Verdict> leading() {
        return report.diagnoses().stream().findFirst();
    }

    private List<String> usualSteps() {
        String key = key("step");
        return IntStream.iterate(1, i -> texts.has(key + "." + i), i -> i + 1).mapToObj(i -> texts.get(key + "." + i, host(), port())).toList();
    }

    private String key(String name) {
        return "answer." + report.outcome().id() + "." + name;
    }

    private String host() {
        return String.valueOf(report.settings().getOrDefault("host", ""));
    }

    private String port() {
        return String.valueOf(report.settings().getOrDefault("port", ""));
    }

    /// RFC 6068 §2 and §5: percent-encoded UTF-8, lines end in CRLF, no `+` for a blank.
    private static String encoded(String text) {
        String lines = text.replace("\r\n", "\n").replace("\n", "\r\n");
        return URLEncoder.encode(lines, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
