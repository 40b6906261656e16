package org.mailmedic.ui.page.earlier;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.mailmedic.advice.PlainText;
import org.mailmedic.advice.TextBook;
import org.mailmedic.history.Erased;
import org.mailmedic.history.Summary;
import org.mailmedic.history.Trouble;
import org.mailmedic.report.Report;
import org.mailmedic.ui.page.EarlierStore;
import org.mailmedic.ui.page.EarlierStore.Choice;
import org.mailmedic.ui.page.EarlierStore.Content;
import org.mailmedic.ui.page.EarlierStore.Fetched;
import org.mailmedic.ui.page.JourneyTracker;
import org.mailmedic.ui.page.Outcomes;
import org.mailmedic.ui.page.ShownReport;
import org.mailmedic.ui.page.Strip;
import org.mailmedic.ui.page.Way;
import org.mailmedic.ui.part.Texts;

/// Earlier check-ups: what is there, what was picked, and what is kept from now on. On the JavaFX thread.
public final class EarlierModel {
    /// One check-up in the list. Its texts are inert.
    public record Entry(Summary summary, String headline, String when) {}

    /// One server's check-ups.
    ///
    /// @param entries newest first
    public record Group(Summary.Server server, String name, List<Entry> entries) {
        public Group {
            entries = List.copyOf(entries);
        }

        /// Whether these are answers to texts and logs, or looks at domains, which have no times.
        boolean told() {
            return entries.stream().allMatch(entry -> entry.summary().told());
        }

        List<Summary> summaries() {
            return entries.stream().map(Entry::summary).toList();
        }
    }

    /// What has to be said yes to before it is done.
    public record Question(String text, String yes, Runnable action) {}

    /// @param reading whether the folder is still being read
    /// @param picked  at most two, in the order in which they were picked
    /// @param notice  what could not be done; may be empty
    /// @param choice  what is kept from now on
    public record State(boolean reading, List<Group> groups, List<Summary> picked, String notice, Optional<Question> question,
            Choice choice) {
        public State {
            picked = List.copyOf(picked);
        }

        State with(Optional<Question> asked) {
            return new State(reading, groups, picked, notice, asked, choice);
        }

        State with(List<Summary> chosen) {
            return new State(reading, groups, chosen, notice, question, choice);
        }

        State with(Choice now) {
            return new State(reading, groups, picked, notice, question, now);
        }

        int count() {
            return groups.stream().mapToInt(group -> group.entries().size()).sum();
        }
    }

    /// What the model needs from outside.
    public record Needs(ZoneId zone, Texts texts) {}

    private static final int PAIR = 2;
    private final EarlierStore store;
    private final Needs needs;
    private final Texts texts;
    private final Way way;
    private final ReadOnlyObjectWrapper<State> state;

    public EarlierModel(EarlierStore store, Needs needs, Way way) {
        this.store = store;
        this.needs = needs;
        this.way = way;
        texts = needs.texts();
        state = new ReadOnlyObjectWrapper<>(new State(true, List.of(), List.of(), "", Optional.empty(), store.choice()));
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Looks what is there.
    public void begin() {
        store.list(content -> show(content, ""));
    }

    private void show(Content content, String notice) {
        List<Group> groups = groups(content);
        List<Summary> there = groups.stream().flatMap(group -> group.summaries().stream()).toList();
        List<Summary> picked = state.get().picked().stream().filter(there::contains).toList();
        state.set(new State(false, groups, picked, notice.isEmpty() ? trouble(content) : notice, Optional.empty(), store.choice()));
    }

    private String trouble(Content content) {
        Optional<String> notKept = store.lost().filter(_ -> store.choice().keep()).map(why -> notKept(store, why, texts));
        return content.trouble().map(why -> said("not_opened", Optional.of(why))).or(() -> notKept)
                .orElse(content.unreadable() > 0 ? book().get("unreadable", Map.of("count", content.unreadable(), "folder", store.folder()))
                        : "");
    }

    private Group group(Map.Entry<Summary.Server, List<Summary>> server) {
        return new Group(server.getKey(), name(server.getKey()), server.getValue().stream().map(this::entry).toList());
    }

    /// By server; what texts and logs said stands together, since nothing was measured at their servers.
    private List<Group> groups(Content content) {
        var groups = new ArrayList<Group>();
        content.servers().forEach((server, all) -> {
            List<Summary> checked = all.stream().filter(each -> !each.told()).toList();
            if (!checked.isEmpty()) {
                groups.add(group(Map.entry(server, checked)));
            }
        });
        List<Entry> told = content.servers().values().stream().flatMap(List::stream).filter(Summary::told)
                .sorted(Comparator.comparing(Summary::name).reversed()).map(this::entry).toList();
        if (!told.isEmpty()) {
            groups.add(new Group(new Summary.Server("", 0), texts.get("earlier.told"), told));
        }
        return groups;
    }

    private String name(Summary.Server server) {
        String host = PlainText.of(server.host());
        return host.isEmpty() ? texts.get("earlier.nameless") : texts.get("earlier.server", host, Integer.toString(server.port()));
    }

    private Entry entry(Summary summary) {
        String headline = PlainText.of(summary.headline());
        String when = texts.moment(summary.created().atZone(needs.zone()));
        String host = PlainText.of(summary.host());
        if (!headline.isEmpty()) {
            return new Entry(summary, summary.told() && !host.isEmpty() ? texts.get("earlier.told.about", host, headline) : headline, when);
        }
        if (summary.told() && !host.isEmpty()) {
            // a text always says what is wrong: it was a domain's records
            return new Entry(summary, texts.book("domain").get("outcome." + summary.outcome().id(), Map.of("domain", host)), when);
        }
        boolean told = summary.told() && summary.outcome() == Report.Outcome.HEALTHY;
        return new Entry(summary, texts.get("answer." + summary.outcome().id()
                + (partly(summary) ? ".partly" : told ? ".told" : "") + ".headline"), when);
    }

    private static boolean partly(Summary summary) {
        return summary.outcome() == Report.Outcome.HEALTHY && !summary.unchecked().isEmpty();
    }

    /// How it came out, in a word or two.
    public String outcome(Summary summary) {
        return texts.get("watch.outcome." + summary.outcome().id() + (partly(summary) ? ".partly" : ""));
    }

    /// How long the server's door took to open, over its check-ups.
    public Strip doorTimes(Group group) {
        return charts().doorTimes(group.summaries());
    }

    /// Every stage's time over one server's check-ups.
    public List<Strip> stageTimes(Group group) {
        return charts().stageTimes(group.summaries(), group.server().port());
    }

    /// How one server's check-ups came out, oldest first.
    public Outcomes outcomes(Group group) {
        return charts().outcomes(group.summaries());
    }

    private EarlierCharts charts() {
        return new EarlierCharts(texts.facts(), texts);
    }

    /// Whether this one may be picked, or is.
    public boolean pickable(Summary summary) {
        List<Summary> picked = state.get().picked();
        return picked.contains(summary) || picked.size() < PAIR && picked.stream().allMatch(summary::comparable);
    }

    /// Whether there is anything in its group to compare it with. Of two domains, or of what two texts said, nothing could be set side by
    /// side.
    public boolean hasCounterpart(Group group, Summary summary) {
        return !group.told() || group.summaries().stream().anyMatch(other -> !other.equals(summary) && summary.comparable(other));
    }

    /// For a comparison of two.
    public void pick(Summary summary, boolean yes) {
        State now = state.get();
        List<Summary> picked = new ArrayList<>(now.picked());
        picked.remove(summary);
        if (yes && picked.size() < PAIR && picked.stream().allMatch(summary::comparable)) {
            picked.add(summary);
        }
        state.set(now.with(picked));
    }

    public boolean comparable() {
        return state.get().picked().size() == PAIR;
    }

    /// Shows the two that were picked side by side, the one that was kept first on the left.
    public void compare() {
        if (comparable()) {
            List<Summary> inOrder = state.get().picked().stream().sorted(Comparator.comparing(Summary::name)).toList();
            store.between(inOrder.getFirst().id(), inOrder.getLast().id(),
                    change -> fetch(inOrder, both -> way.compare(both.getFirst(), both.getLast(), change)));
        }
    }

    /// Shows one again.
    public void open(Summary summary) {
        fetch(List.of(summary), one -> way.answerAsSaved(one.getFirst()));
    }

    private void fetch(List<Summary> wanted, Consumer<List<ShownReport>> then) {
        store.fetch(wanted, fetched -> {
            List<ShownReport> shown = new ArrayList<>();
            for (Fetched each : fetched) {
                switch (each) {
                    case Fetched.Whole whole -> shown.add(shown(whole));
                    case Fetched.Lost(var why) -> {
                        String notice = why.isPresent() ? said("not_opened", why) : texts.get("earlier.damaged");
                        store.list(content -> show(content, notice));
                        return;
                    }
                }
            }
            then.accept(shown);
        });
    }

    private ShownReport shown(Fetched.Whole whole) {
        var report = whole.opened().report();
        return new ShownReport(report, JourneyTracker.of(report, texts.evidence()),
                Optional.of(ShownReport.File.kept(whole.summary().name(), whole.opened())));
    }

    public void askToDelete(Entry entry) {
        ask(new Question(texts.get("earlier.delete.ask", entry.headline(), entry.when()), texts.get("earlier.delete.yes"),
                () -> store.delete(entry.summary(), this::deleted)));
    }

    public void askToDeleteAll() {
        ask(new Question(texts.get("earlier.delete_all.ask", state.get().count()), texts.get("earlier.delete_all.yes"),
                () -> store.deleteAll(this::deleted)));
    }

    private void ask(Question question) {
        state.set(state.get().with(Optional.of(question)));
    }

    public void yes() {
        Optional<Question> asked = state.get().question();
        state.set(state.get().with(Optional.empty()));
        asked.ifPresent(question -> question.action().run());
    }

    public void no() {
        state.set(state.get().with(Optional.empty()));
    }

    private void deleted(Erased erased) {
        String notice = erased.complete() ? "" : said("not_deleted", erased.trouble());
        store.list(content -> show(content, notice));
    }

    private TextBook book() {
        return texts.book("history");
    }

    private String said(String key, Optional<Trouble> why) {
        return book().get(key) + why.map(trouble -> " " + sentence(store, trouble, book())).orElse("");
    }

    /// Why a check-up that has just ended is not kept.
    public static String notKept(EarlierStore store, Trouble trouble, Texts texts) {
        TextBook book = texts.book("history");
        return book.get("not_saved") + " " + sentence(store, trouble, book);
    }

    private static String sentence(EarlierStore store, Trouble trouble, TextBook book) {
        return book.get("trouble." + trouble.id(), Map.of("folder", store.folder()));
    }

    public String folder() {
        return PlainText.of(store.folder().toString());
    }

    public void keep(boolean on) {
        choose(choice -> new Choice(on, choice.span()));
    }

    public void keepFor(EarlierStore.Span span) {
        choose(choice -> new Choice(choice.keep(), span));
    }

    private void choose(Function<Choice, Choice> change) {
        store.choose(change.apply(store.choice()));
        state.set(state.get().with(store.choice()));
    }

    /// A report, or the result of a batch, that lies elsewhere.
    public void openFile() {
        way.openReport();
    }

    public void back() {
        way.back();
    }
}
