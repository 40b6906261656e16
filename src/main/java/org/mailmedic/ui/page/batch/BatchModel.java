package org.mailmedic.ui.page.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.mailmedic.advice.PlainText;
import org.mailmedic.monitor.batch.BatchResult;
import org.mailmedic.report.Report;
import org.mailmedic.ui.page.Hub;

/// The lines of a result, in an order and narrowed down by words. On the JavaFX thread.
final class BatchModel {
    /// More would be no list to look through any more.
    private static final int MOST = 50_000;

    private static final BatchResult NONE = new BatchResult(List.of(), 0, true);

    /// What there is to show.
    sealed interface State {
        /// The file is on its way.
        record Reading() implements State {}

        record Unreadable(String file) implements State {}

        /// @param rows  all that fit what is looked for, in order
        /// @param count all lines by how they came out
        record Listed(String file, BatchResult result, List<Row> rows, Map<Report.Outcome, Long> count) implements State {}
    }

    /// In which order the lines stand; within each, by server.
    enum Order {
        /// What is broken first, the commonest cause first.
        CAUSE,
        SERVER,
        /// By who can fix it.
        PARTY;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// One line in words.
    ///
    /// @param server name and port
    /// @param name   what the list calls it; empty where that tells no more than the server or the line's number
    /// @param told   what it came to
    /// @param fixer  who can fix it; empty where nobody has to
    record Row(BatchResult.Line line, String server, String name, String told, String fixer) {
        private boolean has(List<String> words) {
            String all = (server + " " + name + " " + told + " " + fixer + " " + line.code()).toLowerCase(Locale.ROOT);
            return words.stream().allMatch(all::contains);
        }
    }

    private final Hub hub;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Reading());
    private final StringProperty search = new SimpleStringProperty("");
    private final SimpleObjectProperty<Order> order = new SimpleObjectProperty<>(Order.CAUSE);
    private String file = "";
    private BatchResult result = NONE;
    private List<Row> rows = List.of();
    private int current;

    BatchModel(Hub hub) {
        this.hub = hub;
        search.subscribe((_, _) -> arrange());
        order.subscribe((_, _) -> arrange());
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    StringProperty searchProperty() {
        return search;
    }

    SimpleObjectProperty<Order> orderProperty() {
        return order;
    }

    /// Reads a file beside the window; one that is opened meanwhile takes its place.
    void read(Path from) {
        int mine = ++current;
        search.set("");
        state.set(new State.Reading());
        String name = PlainText.of(String.valueOf(from.getFileName()));
        hub.outside().background().execute(() -> {
            try {
                BatchResult read = BatchResult.read(from, MOST);
                hub.outside().fx().execute(() -> finish(mine, name, read));
            } catch (IOException | SecurityException unreadable) {
                hub.outside().fx().execute(() -> fail(mine, name));
            }
        });
    }

    private void finish(int whose, String name, BatchResult read) {
        if (whose == current) {
            file = name;
            result = read;
            rows = result.lines().stream().map(this::row).toList();
            state.set(listed());
        }
    }

    private void fail(int whose, String name) {
        if (whose == current) {
            state.set(new State.Unreadable(name));
        }
    }

    private void arrange() {
        if (state.get() instanceof State.Listed) {
            state.set(listed());
        }
    }

    private State listed() {
        Map<Report.Outcome, Long> count = result.lines().stream()
                .collect(Collectors.groupingBy(BatchResult.Line::outcome, Collectors.counting()));
        Map<String, Long> byCode = result.lines().stream().collect(Collectors.groupingBy(BatchResult.Line::code, Collectors.counting()));
        Comparator<Row> byServer = Comparator.comparing(Row::server).thenComparing(row -> row.line().id());
        Comparator<Row> byOutcome = Comparator.comparing(row -> switch (row.line().outcome()) {
            case PROBLEM -> 0;
            case INCONCLUSIVE -> 1;
            case HEALTHY -> 2;
        });
        Comparator<Row> comparator = switch (order.get()) {
            case CAUSE -> byOutcome.thenComparing(row -> -byCode.getOrDefault(row.line().code(), 0L))
                    .thenComparing(row -> row.line().code());
            case SERVER -> byServer;
            case PARTY -> byOutcome.thenComparing(Row::fixer);
        };
        List<String> words = Arrays.stream(search.get().toLowerCase(Locale.ROOT).split("\\s+")).filter(word -> !word.isEmpty()).toList();
        return new State.Listed(file, result, rows.stream().filter(row -> row.has(words)).sorted(comparator.thenComparing(byServer))
                .toList(), count);
    }

    private Row row(BatchResult.Line line) {
        var texts = hub.texts();
        String host = PlainText.of(line.host().isEmpty() ? line.id() : line.host());
        String server = line.port().isPresent() ? texts.get("batch.server", host, String.valueOf(line.port().getAsInt())) : host;
        String told = !line.error().isEmpty() ? line.error() : line.outcome() == Report.Outcome.HEALTHY ? texts.get("batch.works")
                : line.title().isEmpty() ? texts.get("batch.undecided") : line.title();
        String fixer = line.outcome() == Report.Outcome.HEALTHY || line.code().isEmpty() ? ""
                : PlainText.of(texts.facts().canFix(line.party(), line.code()));
        String name = line.id().equals(line.host()) || line.id().matches("\\d{1,18}") ? "" : PlainText.of(line.id());
        return new Row(line, server, name, PlainText.of(told), fixer);
    }

    /// The language has changed; what the check-ups said stays as it was written.
    void reworded() {
        rows = result.lines().stream().map(this::row).toList();
        arrange();
    }

    /// Its whole report, where there is one.
    void open(Row row) {
        row.line().report().ifPresent(hub.way()::openReport);
    }

    /// Another file.
    void openAnother() {
        hub.way().openReport();
    }

    void back() {
        hub.way().back();
    }

    void forget() {
        current++;
        search.set("");
        result = NONE;
        rows = List.of();
        state.set(new State.Reading());
    }
}
