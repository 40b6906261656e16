package org.mailmedic.report;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mailmedic.advice.PlainText;
import org.mailmedic.advice.TextBook;
import org.mailmedic.advice.Words;
import org.mailmedic.report.Report.Verdict;
import org.mailmedic.report.Story.Block;
import org.mailmedic.report.Story.Block.Cell;
import org.mailmedic.report.Story.Section;
import org.mailmedic.settings.Security;

/// Lays a report out as a [Story]. Makes every text inert and bounds what is shown, and says so where it leaves something out. Immutable.
final class StoryTeller {
    private static final int MOST_BARS = 60;
    private static final int MOST_LINES = 400;
    private static final int MOST_ROWS = 200;
    private static final int MOST_VERDICTS = 30;
    private static final int MOST_CERTIFICATES = 10;
    private static final double LIKELY = 0.6;
    private static final int LONGEST_NAME = 70;
    private static final int LONGEST_TEXT = 6000;

    private final Locale language;
    private final TextBook book;
    private final Words words;
    private final ZoneId zone;

    /// @param zone of the times shown
    StoryTeller(Locale language, ZoneId zone) {
        this.language = language;
        this.book = TextBook.open("report", language);
        this.words = new Words(language);
        this.zone = zone;
    }

    Story tell(Report report) {
        String headline = new DiffWords(language).headline(report);
        return new Story(book.get("language"), book.get("program"), book.get("document.title", Map.of("headline", headline, "host", host(report))), headline,
                Tone.of(report.outcome()), badges(report), checked(report), report.headline().map(Verdict::summary).map(StoryTeller::text)
                .orElseGet(() -> book.find("outcome." + report.outcome().id() + ".text").orElse("")), journey(report), owner(report),
                book.get("expert"), book.get("expert.intro", Map.of("duration", words.duration(report.totalMs()))), expert(report), book.get("footer"));
    }

    private List<String> badges(Report report) {
        return report.headline().map(verdict -> List.of(words.canFix(verdict.party()), words.certainty(verdict.confidence())))
                .orElseGet(() -> List.of(book.get("badge." + report.outcome().id())));
    }

    private String checked(Report report) {
        Object port = report.settings().get("port");
        String key = host(report).isEmpty() ? "checked.bare" : port == null ? "checked.host" : "checked";
        return book.get(key, Map.of("host", host(report), "port", port == null ? "" : port, "time", words.time(report.created(), zone)));
    }

    private static String host(Report report) {
        return report.settings().get("host") instanceof String host ? line(host) : "";
    }

    private Block.Journey journey(Report report) {
        return new Block.Journey(report.stages().stream().filter(stage -> !stage.status().equals("skipped")).limit(MOST_VERDICTS).map(stage -> {
            boolean reached = !stage.status().equals("not_reached");
            String state = words.status(stage.status());
            return new Block.Station(words.station(stage.stage()), reached ? state + ", " + words.duration(stage.durationMs()) : state,
                    Tone.of(stage.status()));
        }).toList());
    }

    private List<Section> owner(Report report) {
        var sections = new ArrayList<Section>();
        report.headline().ifPresent(verdict -> {
            if (!verdict.steps().isEmpty()) {
                sections.add(new Section(book.get("steps"), List.of(new Block.Steps(texts(verdict.steps())))));
            }
            if (!verdict.letter().isBlank()) {
                sections.add(new Section(book.get("letter"), List.of(new Block.Letter(text(verdict.letter())))));
            }
        });
        add("also", report.diagnoses().stream().skip(1).limit(MOST_VERDICTS).map(v -> finding(v, v.confidence() < LIKELY ? Tone.CAUTION : Tone.BROKEN,
                report, false)).toList(), sections);
        add("warnings", report.warnings().stream().limit(MOST_VERDICTS).map(v -> finding(v, Tone.CAUTION, report, false)).toList(), sections);
        return sections;
    }

    private Block finding(Verdict verdict, Tone tone, Report report, boolean evidence) {
        String facts = words.canFix(verdict.party()) + " · " + words.certainty(verdict.confidence());
        if (!evidence) {
            return new Block.Finding(line(verdict.title()), tone, facts, text(verdict.summary()), texts(verdict.steps()), List.of());
        }
        var known = Seen.in(report).stream().collect(Collectors.toMap(Seen::id, seen -> seen, (first, _) -> first));
        var because = verdict.evidence().stream().limit(MOST_BARS).map(id -> known.containsKey(id)
                ? new Cell(name(known.get(id)) + ": " + state(known.get(id)), Tone.of(known.get(id).status())) : Cell.of(line(id))).toList();
        return new Block.Finding(line(verdict.title()), tone, line(verdict.code()) + " · " + facts, text(verdict.summary()), List.of(), because);
    }

    private List<Section> expert(Report report) {
        var sections = new ArrayList<Section>();
        var findings = Stream.concat(report.diagnoses().stream().map(v -> finding(v, v.confidence() < LIKELY ? Tone.CAUTION
                : Tone.BROKEN, report, true)),
                report.warnings().stream().map(v -> finding(v, Tone.CAUTION, report, true))).limit(MOST_VERDICTS).toList();
        add("findings", findings, sections);
        add("settings", List.of(settings(report)), sections);
        add("timeline", timeline(report), sections);
        add("ports", ports(report), sections);
        add("certificate", certificates(report), sections);
        add("lookup", lookups(report), sections);
        add("conversation", dialogue(report), sections);
        add("evidence", evidence(report), sections);
        add("about", List.of(about(report)), sections);
        return sections;
    }

    private void add(String key, List<? extends Block> blocks, List<Section> sections) {
        if (!blocks.isEmpty()) {
            sections.add(new Section(book.get(key), List.copyOf(blocks)));
        }
    }

    private Block settings(Report report) {
        return new Block.Table("", List.of(), report.settings().entrySet().stream().limit(MOST_ROWS).map(each -> List.of(
                Cell.of(book.find("setting." + each.getKey()).orElseGet(() -> line(each.getKey()))),
                        Cell.of(setting(each.getKey(), each.getValue())))).toList());
    }

    private String setting(String name, Object value) {
        return switch (name) {
            case "security" -> Arrays.stream(Security.values()).filter(each -> each.id().equals(value)).findFirst().map(words::security)
                    .orElseGet(() -> value(value));
            case "symptom" -> book.find("symptom." + value).orElseGet(() -> value(value));
            default -> value(value);
        };
    }

    private List<Block> timeline(Report report) {
        var all = Seen.in(report).stream().filter(seen -> !seen.skipped()).toList();
        if (all.isEmpty()) {
            return List.of();
        }
        double end = all.stream().limit(MOST_BARS).mapToDouble(seen -> seen.startedMs() + seen.durationMs()).max().orElse(0);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Waterfall(book.get("timeline"), all.stream().limit(MOST_BARS).map(seen -> new Block.Bar(name(seen),
                words.duration(seen.durationMs()), seen.startedMs(), seen.durationMs(), Tone.of(seen.status()))).toList(), Math.max(1, end)));
        left(all.size() - MOST_BARS, blocks);
        return blocks;
    }

    /// Port by port: this server, and elsewhere.
    private List<Block> ports(Report report) {
        var ports = new TreeMap<Integer, Map<Boolean, List<Seen>>>();
        Seen.in(report, "tcp").stream().filter(seen -> !seen.skipped() && !seen.text("role").equals("canary")).forEach(seen -> seen.whole("port")
                .ifPresent(port -> ports.computeIfAbsent(port, _ -> new TreeMap<>())
                        .computeIfAbsent(seen.text("role").equals("control"), _ -> new ArrayList<>()).add(seen)));
        if (ports.isEmpty()) {
            return List.of();
        }
        var rows = ports.entrySet().stream().limit(MOST_ROWS).map(each -> List.of(Cell.of(each.getKey().toString()),
                door(each.getValue().get(false)), door(each.getValue().get(true)))).toList();
        return List.of(new Block.Table(book.get("ports"), List.of(book.get("ports.port"), book.get("ports.here"), book.get("ports.elsewhere")), rows));
    }

    private Cell door(List<Seen> all) {
        if (all == null) {
            return new Cell(book.get("ports.not_asked"), Tone.QUIET);
        }
        long open = all.stream().filter(Seen::ok).count();
        if (open == all.size()) {
            return new Cell(book.get(open == 1 ? "ports.open" : "ports.all_open", Map.of("count", open)), Tone.FINE);
        }
        var failures = all.stream().filter(seen -> !seen.ok()).map(seen -> words.failure(seen.text("failure"))).collect(Collectors.toCollection(TreeSet::new));
        String how = String.join(", ", failures);
        return open == 0 ? new Cell(how, Tone.BROKEN)
                : new Cell(book.get("ports.some_open", Map.of("open", open, "count", all.size(), "failures", how)), Tone.CAUTION);
    }

    private List<Block> certificates(Report report) {
        var blocks = new ArrayList<Block>();
        var told = new TreeSet<String>();
        Seen.in(report, "tls").stream().sorted((a, b) -> Boolean.compare(b.onTarget(), a.onTarget())).filter(tls -> tls.part("certificate").isPresent())
                .limit(MOST_CERTIFICATES).forEach(tls -> {
                    var certificate = tls.part("certificate").get();
                    String first = certificate.parts("chain").stream().findFirst().map(leaf -> leaf.text("sha256")).orElse("");
                    if (!told.add(first)) {
                        return;
                    }
                    var problems = certificate.texts("problems").stream().map(words::certificateProblem).toList();
                    blocks.add(new Block.Text(book.get(problems.isEmpty() ? "certificate.good" : "certificate.bad", Map.of("host", line(tls.text("host")),
                            "port", tls.text("port"), "problems", words.list(problems))), false));
                    int i = 0;
                    for (Seen each : certificate.parts("chain").stream().limit(MOST_CERTIFICATES).toList()) {
                        blocks.add(certificate(each, i++));
                    }
                });
        return blocks;
    }

    private Block certificate(Seen each, int place) {
        var facts = new LinkedHashMap<String, String>();
        facts.put("subject", each.text("subject"));
        facts.put("issuer", each.text("issuer"));
        facts.put("names", String.join(", ", each.texts("names")));
        facts.put("validity", book.get("certificate.dates", Map.of("from", date(each.text("not_before")), "until", date(each.text("not_after")))));
        facts.put("key", (each.text("key_type") + " " + each.text("key_bits")).strip());
        facts.put("signature", each.text("signature_algorithm"));
        facts.put("serial", each.text("serial"));
        facts.put("sha256", each.text("sha256"));
        var rows = facts.entrySet().stream().filter(fact -> !fact.getValue().isEmpty())
                .map(fact -> List.of(Cell.of(book.get("certificate." + fact.getKey())), Cell.of(text(fact.getValue())))).toList();
        return new Block.Table(book.get(place == 0 ? "certificate.leaf" : "certificate.above", Map.of("number", place)), List.of(), rows);
    }

    private String date(String instant) {
        try {
            return words.date(LocalDate.ofInstant(Instant.parse(instant), ZoneOffset.UTC));
        } catch (DateTimeException none) {
            return line(instant);
        }
    }

    private List<Block> lookups(Report report) {
        var all = Seen.in(report, "dns").stream().filter(seen -> !seen.skipped()).toList();
        if (all.isEmpty()) {
            return List.of();
        }
        var rows = all.stream().limit(MOST_ROWS).map(seen -> List.of(
                Cell.of(seen.text("resolver").equals("system") ? book.get("lookup.system") : line(seen.text("resolver"))),
                Cell.of(line(seen.text("name"))), new Cell(seen.ok() ? text(String.join(", ", addresses(seen))) : state(seen), Tone.of(seen.status())),
                Cell.of(words.duration(seen.durationMs())))).toList();
        return List.of(new Block.Table(book.get("lookup"), List.of(book.get("lookup.resolver"), book.get("lookup.name"), book.get("lookup.answer"),
                book.get("lookup.time")), rows));
    }

    private static List<String> addresses(Seen lookup) {
        return Stream.concat(lookup.texts("aliases").stream(), lookup.texts("addresses").stream()).toList();
    }

    private List<Block> dialogue(Report report) {
        if (report.transcript().isEmpty()) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Dialogue(report.transcript().stream().limit(MOST_LINES).map(said -> new Block.Said(seconds(said.atMs()), line(said.from()),
                book.find("from." + said.from()).orElse(""), text(said.line()))).toList()));
        left(report.transcript().size() - MOST_LINES, blocks);
        return blocks;
    }

    private static String seconds(double milliseconds) {
        return String.format(Locale.ROOT, "%.3f", milliseconds / 1000);
    }

    private List<Block> evidence(Report report) {
        var all = Seen.in(report);
        if (all.isEmpty()) {
            return List.of();
        }
        var rows = all.stream().limit(MOST_ROWS).map(seen -> List.of(Cell.of(line(seen.id())), new Cell(seen.skipped() ? unasked(seen)
                : state(seen), Tone.of(seen.status())), Cell.of(facts(seen)))).toList();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Table(book.get("evidence"), List.of(book.get("evidence.what"), book.get("evidence.how"), book.get("evidence.facts")), rows));
        left(all.size() - MOST_ROWS, blocks);
        return blocks;
    }

    /// Whatever was measured, also what this version does not know.
    private String facts(Seen seen) {
        var told = List.of("id", "stage", "status", "failure", "certificate", "started_ms");
        return text(seen.facts().entrySet().stream().filter(fact -> !told.contains(fact.getKey()))
                .map(fact -> line(fact.getKey()) + "=" + value(fact.getValue())).collect(Collectors.joining("  ")));
    }

    private Block about(Report report) {
        var facts = new LinkedHashMap<String, String>();
        facts.put("id", report.id());
        facts.put("created", Timestamp.of(report.created()));
        facts.put("tool", report.tool().name() + " " + report.tool().version());
        facts.put("system", report.tool().os() + ", Java " + report.tool().java());
        facts.put("masked", report.masked().isEmpty() ? book.get("masked.none")
                : words.list(report.masked().stream().map(kind -> book.find("masked." + kind).orElseGet(() -> line(kind))).toList()));
        return new Block.Table("", List.of(), facts.entrySet().stream()
                .map(fact -> List.of(Cell.of(book.get("about." + fact.getKey())), Cell.of(text(fact.getValue())))).toList());
    }

    private void left(int more, List<Block> blocks) {
        if (more > 0) {
            blocks.add(new Block.Text(book.get("left_out", Map.of("count", more)), true));
        }
    }

    /// A piece of evidence by a short name: *smtp.example:587 (192.0.2.1)*.
    private String name(Seen seen) {
        String where = book.find("where." + seen.text("role")).orElse("");
        var facts = Map.of("kind", seen.kind(), "id", seen.id(), "name", seen.text("name"), "resolver", seen.text("resolver"), "host",
                seen.text("host"), "port", seen.text("port"), "address", seen.text("address"), "where", where);
        return PlainText.of(book.get(book.find("bar." + seen.kind()).isPresent() ? "bar." + seen.kind() : "bar.other", facts), LONGEST_NAME).strip();
    }

    /// How a look ended: *fine*, or what went wrong, with the server's words.
    private String state(Seen seen) {
        if (seen.has("failure")) {
            return words.failure(seen.text("failure"));
        }
        return seen.part("reply").filter(_ -> !seen.ok()).map(reply -> line(reply.text("code") + " " + reply.text("text")))
                .orElseGet(() -> seen.skipped() ? unasked(seen) : book.find("state." + seen.status()).orElseGet(() -> line(seen.status())));
    }

    private String unasked(Seen seen) {
        return words.status(seen.text("because").equals("switched_off") ? "switched_off" : "skipped");
    }

    private static String value(Object value) {
        return switch (value) {
            case List<?> items -> items.stream().limit(MOST_ROWS).map(StoryTeller::value).collect(Collectors.joining(", "));
            case Map<?, ?> entries -> entries.entrySet().stream().limit(MOST_ROWS).map(each -> line(each.getKey().toString()) + ": "
                    + value(each.getValue())).collect(Collectors.joining(", "));
            case Double number when number == Math.rint(number) && Math.abs(number) < 1e9 -> Long.toString(number.longValue());
            case null -> "";
            default -> text(value.toString());
        };
    }

    private static List<String> texts(List<String> all) {
        return all.stream().limit(MOST_ROWS).map(StoryTeller::text).toList();
    }

    private static String text(String hostile) {
        return PlainText.lines(hostile.length() <= LONGEST_TEXT ? hostile : hostile.substring(0, LONGEST_TEXT) + "…");
    }

    private static String line(String hostile) {
        return PlainText.of(hostile);
    }
}
