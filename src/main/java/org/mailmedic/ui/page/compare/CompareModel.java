package org.mailmedic.ui.page.compare;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.mailmedic.advice.PlainText;
import org.mailmedic.history.Experiment;
import org.mailmedic.history.Intervention;
import org.mailmedic.report.Report;
import org.mailmedic.report.diff.DiffWords;
import org.mailmedic.report.diff.RecordPair;
import org.mailmedic.report.diff.ReportDiff;
import org.mailmedic.ui.page.ShownReport;
import org.mailmedic.ui.page.Way;
import org.mailmedic.ui.page.answer.ChangeModel;
import org.mailmedic.ui.part.StationState;
import org.mailmedic.ui.part.StationState.Mark;
import org.mailmedic.ui.part.Texts;

/// Before and now, side by side.
public final class CompareModel {
    /// One station in both.
    public record Row(String station, Side before, Side now) {
        public boolean same() {
            return before.equals(now);
        }
    }

    /// @param text what was seen there, or how it ended, in words
    public record Side(Mark mark, String text) {}

    private ShownReport before;
    private ShownReport now;
    private final ChangeModel asked;
    private Optional<Intervention> change;
    private ReportDiff diff;
    private DiffWords words;
    private final ZoneId zone;
    private final Way way;
    private final Texts texts;

    /// @param change what the person says they have changed between the two
    public CompareModel(ShownReport before, ShownReport now, Optional<Intervention> change, ZoneId zone, Way way, Texts texts) {
        this.before = before;
        this.now = now;
        this.change = change;
        asked = new ChangeModel(texts);
        this.zone = zone;
        this.way = way;
        this.texts = texts;
        diff = ReportDiff.between(before.report(), now.report());
        words = words();
    }

    private DiffWords words() {
        return new DiffWords(texts.book("compare"), texts.book("report"), texts.book("domain"), texts.facts());
    }

    /// The language has changed; what was said about the change stays.
    ///
    /// @param teller gives the same report in the new one
    public void reworded(UnaryOperator<ShownReport> teller) {
        before = teller.apply(before);
        now = teller.apply(now);
        diff = ReportDiff.between(before.report(), now.report());
        words = words();
    }

    /// False when the two are about different servers, so that there is nothing to compare.
    public boolean comparable() {
        return diff.conclusion() != ReportDiff.Conclusion.OTHER_SERVER;
    }

    public boolean works() {
        return now.report().outcome() == Report.Outcome.HEALTHY;
    }

    /// Whether both were made earlier, so that nothing is under way.
    public boolean earlier() {
        return now.kept();
    }

    public String badge() {
        String domain = aboutDomain() ? ".domain" : "";
        return earlier() ? texts.get("earlier.compare.badge" + domain) : texts.get("compare.badge." + switch (diff.conclusion()) {
            case FIXED, CLEARLY_FINE -> now.report().partly() ? "partly" : elsewhere() ? "elsewhere" : "works";
            case SAME, STILL_FINE -> !works() ? "open" : now.report().partly() ? "partly" : "fine";
            case FURTHER -> "further";
            case SAME_PROBLEM, BROKEN, EARLIER, OTHER_PROBLEM, UNCLEAR, STILL_UNCLEAR, CLEARLY_STOPPED, OTHER_SERVER ->
                    works() ? "fine" : "open";
        });
    }

    /// What the person said, from the list, in their own words, or both.
    public Optional<String> note() {
        return change.map(this::said).filter(said -> !said.isEmpty()).map(said -> texts.get("compare.note", said));
    }

    /// Whether nothing was said yet about what was changed, and it would tell something.
    public boolean askable() {
        return change.isEmpty() && !earlier() && comparable();
    }

    /// What the person says afterwards.
    public ChangeModel asked() {
        return asked;
    }

    /// Takes what was said in [#asked]; does nothing when that is nothing.
    public void say() {
        if (askable()) {
            change = asked.change();
            change.ifPresent(what -> way.changedBetween(before, now, what));
        }
    }

    private String said(Intervention what) {
        String own = PlainText.of(what.note());
        String listed = what.kind() == Intervention.Kind.OTHER ? "" : texts.get("change.kind." + what.kind().id());
        return own.isEmpty() || listed.isEmpty() ? listed + own : texts.get("compare.note.both", listed, own);
    }

    /// What the two check-ups say about the change that lay between them, and no more than that.
    public Optional<String> conclusion() {
        return experiment().map(this::sentence);
    }

    /// Whether the change did what it was meant to do.
    public boolean helped() {
        return experiment().map(Experiment::conclusion).filter(Experiment.Conclusion.HELPED::equals).isPresent();
    }

    private Optional<Experiment> experiment() {
        return change.filter(_ -> comparable()).map(what -> new Experiment(before.report(), what, now.report()));
    }

    private String sentence(Experiment experiment) {
        String special = "change." + experiment.key();
        return texts.get(texts.has(special) ? special : "change.conclusion." + experiment.conclusion().id());
    }

    public String headline() {
        String key = page() + ".headline." + diff.conclusion().id();
        String special = key + (aboutDomain() ? ".domain" : now.report().partly() ? ".partly" : "");
        return texts.get(texts.has(special) ? special : key);
    }

    /// Whether it works because the settings were changed here: those of the program that sends are still the old ones.
    private boolean elsewhere() {
        return diff.conclusion() == ReportDiff.Conclusion.FIXED && !changedSettings().isEmpty();
    }

    private List<String> changedSettings() {
        return List.of("host", "port", "security", "user").stream()
                .filter(name -> !Objects.equals(before.report().settings().get(name), now.report().settings().get(name))).toList();
    }

    private String value(String name) {
        String value = PlainText.of(String.valueOf(now.report().settings().getOrDefault(name, "")));
        String named = "account.security." + value;
        return name.equals("security") && texts.has(named) ? texts.get(named) : value;
    }

    /// What has to be entered where the mail is sent from, too, since only Mail Medic knows of it; empty when nothing has.
    public Optional<String> enterToo() {
        if (earlier() || !elsewhere()) {
            return Optional.empty();
        }
        List<String> values = changedSettings().stream().map(name -> texts.get("compare.enter." + name, value(name))).toList();
        String where = String.valueOf(now.report().settings().getOrDefault("symptom", ""));
        String key = "compare.enter.where." + where;
        return Optional.of(texts.get("compare.enter", texts.facts().list(values),
                texts.get(texts.has(key) ? key : "compare.enter.where.mail-program")));
    }

    /// One sentence on what changed, beyond what the headline says.
    public String sentence() {
        String usual = page() + ".sentence." + diff.conclusion().id();
        String special = usual + ".domain";
        String key = aboutDomain() && texts.has(special) ? special : usual;
        return texts.has(key) ? texts.get(key, words.headline(before.report()), words.headline(now.report())) : words.conclusion(diff);
    }

    private String page() {
        return earlier() ? "earlier" : "compare";
    }

    public String beforeTitle() {
        return texts.get(page() + ".before", time(before.report()));
    }

    public String nowTitle() {
        return texts.get(page() + ".now", time(now.report()));
    }

    /// Whether these are two looks at a domain's records.
    public boolean aboutDomain() {
        return diff.aboutDomain();
    }

    /// What stands at the head of the first column.
    public String rowTitle() {
        return texts.get(aboutDomain() ? "compare.record" : "compare.station");
    }

    private Side side(RecordPair pair, RecordPair.Standing standing) {
        String state = words.recordState(standing.state());
        boolean told = pair.changed() && !standing.text().isEmpty();
        return new Side(mark(standing.weight()), told ? texts.get("compare.record.text", state, words.recordText(standing.text())) : state);
    }

    /// The same as on the domain's own page.
    private static Mark mark(String weight) {
        return switch (weight) {
            case "fine" -> Mark.FINE;
            case "problem" -> Mark.BROKEN;
            case "warning" -> Mark.CAUTION;
            default -> Mark.SKIPPED;
        };
    }

    /// Every station that was looked at in one of the two, in the order of the way; of a domain, its records.
    public List<Row> rows() {
        if (aboutDomain()) {
            return diff.records().stream().map(pair -> new Row(words.record(pair.record()), side(pair, pair.before()),
                    side(pair, pair.after()))).toList();
        }
        List<Row> rows = new ArrayList<>();
        for (StationState state : now.stations()) {
            Optional<StationState> then = before.stations().stream().filter(each -> each.station() == state.station()).findFirst();
            if (state.mark() != Mark.SKIPPED || then.filter(each -> each.mark() != Mark.SKIPPED).isPresent()) {
                rows.add(new Row(texts.get("journey." + state.station().id()), then.map(this::side)
                        .orElse(new Side(Mark.NOT_REACHED, "")), side(state)));
            }
        }
        return rows;
    }

    /// Everything that differs, a line each.
    public List<String> changes() {
        return words.lines(diff);
    }

    public void wholeAnswer() {
        way.wholeAnswer();
    }

    public void again() {
        way.again();
    }

    public void back() {
        way.back();
    }

    public void save() {
        way.save(now);
    }

    public void startOver() {
        way.startOver();
    }

    private Side side(StationState state) {
        String text = state.line().isBlank() ? texts.get("journey.mark." + state.mark().name().toLowerCase(Locale.ROOT)) : state.line();
        return new Side(state.mark(), text);
    }

    private String time(Report report) {
        boolean sameDay = before.report().created().atZone(zone).toLocalDate().equals(now.report().created().atZone(zone).toLocalDate());
        ZonedDateTime at = report.created().atZone(zone);
        return sameDay ? texts.minute(at) : texts.moment(at);
    }
}
