package org.mailmedic.ui.details;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.mailmedic.advice.FactWords;
import org.mailmedic.evidence.EvidenceKind;
import org.mailmedic.report.Report;
import org.mailmedic.ui.part.Texts;

/// Which ports answer: at this server and elsewhere, over IPv4 and IPv6.
final class PortsModel {
    /// A column: whose ports, over which family.
    private record Column(boolean here, boolean ipv6) {
        boolean holds(DetailFact fact) {
            return fact.ipv6() == ipv6 && (here ? fact.atServer() : fact.role().equals("control"));
        }
    }

    /// One address on one port.
    private record Door(boolean open, String state, String line) {}

    /// More than any check-up looks at. A report from elsewhere may hold anything; all of it stands under "Evidence".
    private static final int MOST_PORTS = 40;
    private static final int MOST_DOORS = 20;
    private static final List<Column> COLUMNS =
            List.of(new Column(true, false), new Column(true, true), new Column(false, false), new Column(false, true));
    private final Texts texts;
    private final FactWords words;
    private final int asked;
    private final List<DetailFact> connects;
    private final List<DetailFact> greetings;
    private final List<Column> columns;

    PortsModel(Report report, Texts texts, FactWords words) {
        this.texts = texts;
        this.words = words;
        asked = report.settings().get("port") instanceof Number port ? port.intValue() : 0;
        List<DetailFact> facts = DetailFact.all(report.evidence());
        connects = facts.stream().filter(fact -> fact.is(EvidenceKind.TCP) && !fact.lure()).toList();
        greetings = facts.stream().filter(fact -> fact.is(EvidenceKind.GREETING)).toList();
        columns = COLUMNS.stream().filter(column -> connects.stream().anyMatch(column::holds)).toList();
    }

    boolean isEmpty() {
        return columns.isEmpty();
    }

    /// The port of the settings first.
    Grid grid() {
        var ports = new TreeSet<Integer>(Comparator.comparing((Integer port) -> port != asked).thenComparing(Comparator.naturalOrder()));
        connects.stream().filter(fact -> columns.stream().anyMatch(column -> column.holds(fact)))
                .forEach(fact -> ports.add(fact.whole("port")));
        return new Grid(columns.stream().map(this::name).toList(), ports.stream().limit(MOST_PORTS).map(this::row).toList());
    }

    /// What the grid leaves out, in a sentence.
    Optional<String> note() {
        boolean four = columns.stream().anyMatch(column -> !column.ipv6());
        boolean six = columns.stream().anyMatch(Column::ipv6);
        if (isEmpty() || four && six) {
            return Optional.empty();
        }
        return Optional.of(texts.get(four ? "details.ports.no_ipv6" : "details.ports.no_ipv4"));
    }

    /// All of it as text.
    String text() {
        return isEmpty() ? texts.get("details.ports.empty") + "\n" : grid().text() + note().map(note -> note + "\n").orElse("");
    }

    private String name(Column column) {
        return texts.get(column.here() ? "details.ports.here" : "details.ports.elsewhere", column.ipv6() ? "IPv6" : "IPv4");
    }

    private Grid.Row row(int port) {
        return new Grid.Row(texts.get("details.ports.port", Integer.toString(port)), port == asked ? texts.get("details.ports.asked") : "",
                columns.stream().map(column -> cell(column, port)).toList());
    }

    private Grid.Cell cell(Column column, int port) {
        var doors = new ArrayList<Door>();
        connects.stream().filter(fact -> fact.whole("port") == port && column.holds(fact)).forEach(fact -> doors.add(door(column, fact)));
        if (doors.isEmpty()) {
            return new Grid.Cell(DetailTone.NEUTRAL, texts.get("details.ports.not_tried"), List.of());
        }
        long open = doors.stream().filter(Door::open).count();
        List<String> states = doors.stream().map(Door::state).distinct().toList();
        String said = states.size() == 1 ? states.getFirst() : texts.get("details.ports.some", open, doors.size());
        return new Grid.Cell(tone(open, doors.size(), port), said, doors.stream().map(Door::line).distinct().limit(MOST_DOORS).toList());
    }

    /// Another port that is shut is nothing unusual.
    private DetailTone tone(long open, long all, int port) {
        if (open == all) {
            return DetailTone.FINE;
        }
        return open > 0 ? DetailTone.CAUTION : port == asked ? DetailTone.BROKEN : DetailTone.NEUTRAL;
    }

    private Door door(Column column, DetailFact connect) {
        String name = column.here() || connect.text("host").isEmpty() ? connect.text("address") : connect.text("host");
        List<DetailFact> heard = greetings.stream().filter(greeting -> sameDoor(greeting, connect)).toList();
        boolean open = connect.ok() && (heard.isEmpty() || heard.stream().anyMatch(DetailFact::ok));
        String state = connect.ok() ? answered(heard) : closed(connect);
        return new Door(open, state, texts.get("details.ports.door", name, texts.exactDuration(connect.ms("duration_ms"))));
    }

    private static boolean sameDoor(DetailFact one, DetailFact other) {
        return Stream.of("address", "port", "mode").allMatch(name -> one.text(name).equals(other.text(name)));
    }

    private String answered(List<DetailFact> heard) {
        if (heard.isEmpty()) {
            return texts.get("details.ports.open");
        }
        return texts.get(heard.stream().anyMatch(DetailFact::ok) ? "details.ports.greets" : "details.ports.mute");
    }

    private String closed(DetailFact connect) {
        String key = "details.ports.closed." + connect.text("failure");
        if (texts.has(key)) {
            return texts.get(key);
        }
        String failure = TimelineModel.failure(connect, words);
        return failure.isEmpty() ? texts.get(connect.failed() ? "details.ports.shut" : "details.ports.not_tried") : failure;
    }
}
