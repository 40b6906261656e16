package org.mailmedic.report.story;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mailmedic.advice.FactWords;
import org.mailmedic.advice.Language;
import org.mailmedic.advice.NoteWords;
import org.mailmedic.advice.TextBook;
import org.mailmedic.diagnosis.Certainty;
import org.mailmedic.evidence.EvidenceKind;
import org.mailmedic.report.DomainTold;
import org.mailmedic.report.OutcomeWords;
import org.mailmedic.report.PartingWords;
import org.mailmedic.report.Report;
import org.mailmedic.report.Report.Verdict;
import org.mailmedic.report.Seen;
import org.mailmedic.report.Timestamp;
import org.mailmedic.report.Tone;
import org.mailmedic.report.Witnesses;
import org.mailmedic.report.diff.DiffWords;
import org.mailmedic.report.story.Story.Block;
import org.mailmedic.report.story.Story.Block.Cell;
import org.mailmedic.report.story.Story.Section;
import org.mailmedic.settings.Security;

/// Lays a report out as a [Story]. Makes every text inert and bounds what is shown, and says so where it leaves something out. Immutable.
public final class StoryTeller {
    private static final int MOST_BARS = 60;
    private static final int MOST_LINES = 400;
    private static final int MOST_ROWS = InertText.MOST;
    private static final int MOST_VERDICTS = 30;

    private final Locale language;
    private final TextBook book;
    private final FactWords words;
    private final SeenWords seenWords;
    private final OutcomeWords outcomes;
    private final ZoneId zone;

    /// @param zone of the times shown
    public StoryTeller(Locale language, ZoneId zone) {
        this.language = language;
        this.book = TextBook.open("report", language);
        this.words = new FactWords(language);
        this.seenWords = new SeenWords(book, words);
        this.outcomes = new OutcomeWords(book, words);
        this.zone = zone;
    }

    public Story tell(Report report) {
        String headline = new DiffWords(language).headline(report);
        String title = book.get("document.title", Map.of("headline", headline, "host", host(report)));
        String summary = report.headline().map(Verdict::summary).map(InertText::text)
                .orElseGet(() -> outcomes.text(report).orElse(""));
        return new Story(Language.of(language).tag(), book.get("program"), title, headline, Tone.of(report.outcome()), badges(report),
                checked(report), summary, report.pair().isPresent() ? Optional.empty() : Optional.of(journey(report)), owner(report),
                book.get("expert"),
                report.told() ? book.get("told.expert") : book.get("expert.intro", Map.of("duration", words.duration(report.totalMs()))),
                expert(report), book.get("footer"));
    }

    private List<String> badges(Report report) {
        return report.headline()
                .map(verdict -> List.of(words.canFix(verdict.party(), verdict.code()), words.certainty(verdict.confidence())))
                .orElseGet(() -> List.of(outcomes.badge(report)));
    }

    private String checked(Report report) {
        if (report.told()) {
            return outcomes.read(report, zone);
        }
        Object port = report.settings().get("port");
        String key = host(report).isEmpty() ? "checked.bare" : port == null ? "checked.host" : "checked";
        var facts = Map.of("host", host(report), "port", port == null ? "" : port, "time", words.time(report.created(), zone));
        return book.get(key, facts) + outcomes.leftOut(report).map(what -> ". " + what).orElse("");
    }

    private static String host(Report report) {
        return report.settings().get("host") instanceof String host ? InertText.line(host) : "";
    }

    private Block.Journey journey(Report report) {
        boolean there = Seen.in(report).stream().anyMatch(Seen::fromWebsite);
        return journey(report.stages(), Witnesses.cause(report), there ? words.there() : words);
    }

    private Block.Journey journey(List<Report.StageResult> stages, Optional<Witnesses.Cause> cause, FactWords names) {
        return new Block.Journey(stages.stream().filter(stage -> !stage.status().equals("skipped"))
                .limit(MOST_VERDICTS).map(stage -> {
            boolean reached = !stage.status().equals("not_reached");
            var here = cause.filter(place -> place.at(stage.stage(), stage.status()));
            String state = words.status(here.map(Witnesses.Cause::status).orElse(stage.status()));
            return new Block.Station(names.station(stage.stage()), reached ? state + ", " + words.duration(stage.durationMs()) : state,
                    here.map(_ -> Tone.CAUTION).orElseGet(() -> Tone.of(stage.status())));
        }).toList());
    }

    private List<Section> owner(Report report) {
        var sections = new ArrayList<Section>();
        report.pair().ifPresent(pair -> sections.add(new Section(book.get("journeys"), List.of(
                new Block.Text(book.get("journey.website"), true), journey(report),
                new Block.Text(book.get("journey.here"), true), journey(pair.here(), Optional.empty(), words),
                new Block.Text(PartingWords.of(pair, words, book), false)))));
        report.headline().ifPresent(verdict -> {
            if (!verdict.steps().isEmpty()) {
                sections.add(new Section(book.get("steps"), List.of(new Block.Steps(InertText.texts(verdict.steps())))));
            }
            if (!verdict.letter().isBlank()) {
                sections.add(new Section(book.get("letter"), List.of(new Block.Letter(InertText.text(verdict.letter())))));
            }
        });
        sections.addAll(StoryLog.of(report, language, book));
        sections.addAll(StoryDomain.of(report, language));
        add("also", report.diagnoses().stream().skip(1).limit(MOST_VERDICTS)
                .map(v -> finding(v, tone(v), report, false)).toList(), sections);
        add("warnings", report.warnings().stream().limit(MOST_VERDICTS).map(v -> finding(v, Tone.CAUTION, report, false)).toList(),
                sections);
        return sections;
    }

    private Block finding(Verdict verdict, Tone tone, Report report, boolean evidence) {
        String facts = words.canFix(verdict.party(), verdict.code()) + " · " + words.certainty(verdict.confidence());
        if (!evidence) {
            return new Block.Finding(InertText.line(verdict.title()), tone, facts, InertText.text(verdict.summary()),
                    InertText.texts(verdict.steps()), List.of());
        }
        var witnesses = Witnesses.of(report);
        var known = Seen.in(report).stream().collect(Collectors.toMap(Seen::id, seen -> seen, (first, _) -> first));
        var because = verdict.evidence().stream().limit(MOST_BARS).map(id -> known.containsKey(id)
                ? new Cell(seenWords.name(known.get(id)) + ": " + seenWords.state(known.get(id)), witnesses.tone(known.get(id)))
                : Cell.of(InertText.line(id))).toList();
        return new Block.Finding(InertText.line(verdict.title()), tone, InertText.line(verdict.code()) + " · " + facts,
                InertText.text(verdict.summary()), List.of(), because);
    }

    private List<Section> expert(Report report) {
        var sections = new ArrayList<Section>();
        var findings = Stream.concat(report.diagnoses().stream().map(v -> finding(v, tone(v), report, true)),
                report.warnings().stream().map(v -> finding(v, Tone.CAUTION, report, true))).limit(MOST_VERDICTS).toList();
        add("findings", findings, sections);
        add(report.told() ? "told.settings" : "settings", report.settings().isEmpty() ? List.of() : List.of(settings(report)), sections);
        if (report.told()) {
            add("told.decided", decided(report), sections);
            add("about", List.of(about(report)), sections);
            return sections;
        }
        Report there = ofOnePlace(report);
        if (DomainTold.in(report).isEmpty()) {
            add("timeline", timeline(there), sections);
        }
        add("ports", new StoryPorts(book, words).of(there), sections);
        add("certificate", new StoryCertificates(book, words).of(there), sections);
        add("lookup", lookups(there), sections);
        add("conversation", dialogue(report), sections);
        add("evidence", evidence(report), sections);
        add("about", List.of(about(report)), sections);
        return sections;
    }

    /// The words of a pasted text that decided.
    private static List<Block> decided(Report report) {
        return report.evidence(EvidenceKind.PASTED_TEXT).map(facts -> facts.get("matched")).filter(List.class::isInstance)
                .map(all -> ((List<?>) all).stream().limit(MOST_VERDICTS).map(String::valueOf).filter(each -> !each.isBlank())
                        .<Block>map(each -> new Block.Letter(InertText.text(each))).toList()).orElse(List.of());
    }

    /// Without what was seen from this computer, where the report is about the website's own view.
    private static Report ofOnePlace(Report report) {
        return report.pair().isEmpty() ? report
                : report.beside(report.evidence().stream().filter(facts -> !"here".equals(facts.get("vantage"))).toList(), report.pair());
    }

    private void add(String key, List<? extends Block> blocks, List<Section> sections) {
        if (!blocks.isEmpty()) {
            sections.add(new Section(book.get(key), List.copyOf(blocks)));
        }
    }

    private Block settings(Report report) {
        return new Block.Table("", List.of(), report.settings().entrySet().stream().limit(MOST_ROWS).map(each -> List.of(
                Cell.of(book.find("setting." + each.getKey()).orElseGet(() -> InertText.line(each.getKey()))),
                        Cell.of(setting(each.getKey(), each.getValue())))).toList());
    }

    private String setting(String name, Object value) {
        return switch (name) {
            case "security" -> Arrays.stream(Security.values()).filter(each -> each.id().equals(value)).findFirst().map(words::security)
                    .orElseGet(() -> InertText.value(value));
            case "symptom" -> book.find("symptom." + value).orElseGet(() -> InertText.value(value));
            default -> InertText.value(value);
        };
    }

    private List<Block> timeline(Report report) {
        var all = Seen.in(report).stream().filter(seen -> !seen.skipped()).toList();
        if (all.isEmpty()) {
            return List.of();
        }
        var witnesses = Witnesses.of(report);
        double end = all.stream().limit(MOST_BARS).mapToDouble(seen -> seen.startedMs() + seen.durationMs()).max().orElse(0);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Waterfall(book.get("timeline"), all.stream().limit(MOST_BARS).map(seen -> new Block.Bar(seenWords.name(seen),
                words.duration(seen.durationMs()), seen.startedMs(), seen.durationMs(), witnesses.tone(seen))).toList(),
                Math.max(1, end)));
        left(all.size() - MOST_BARS, blocks);
        return blocks;
    }

    private static Tone tone(Verdict verdict) {
        return Certainty.LIKELY.reachedBy(verdict.confidence()) ? Tone.BROKEN : Tone.CAUTION;
    }

    private List<Block> lookups(Report report) {
        var all = Seen.in(report, EvidenceKind.DNS).stream().filter(seen -> !seen.skipped()).toList();
        if (all.isEmpty()) {
            return List.of();
        }
        var witnesses = Witnesses.of(report);
        var rows = all.stream().limit(MOST_ROWS).map(seen -> List.of(
                Cell.of(seen.text("resolver").equals("system") ? book.get("lookup.system") : InertText.line(seen.text("resolver"))),
                Cell.of(InertText.line(seen.text("name"))),
                new Cell(seen.ok() ? InertText.text(String.join(", ", addresses(seen))) : seenWords.state(seen), witnesses.tone(seen)),
                Cell.of(words.duration(seen.durationMs())))).toList();
        var head = List.of(book.get("lookup.resolver"), book.get("lookup.name"), book.get("lookup.answer"), book.get("lookup.time"));
        return List.of(new Block.Table(book.get("lookup"), head, rows));
    }

    private static List<String> addresses(Seen lookup) {
        return Stream.concat(lookup.texts("aliases").stream(), lookup.texts("addresses").stream()).toList();
    }

    private List<Block> dialogue(Report report) {
        if (report.transcript().isEmpty()) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>();
        var notes = new NoteWords(language);
        blocks.add(new Block.Dialogue(report.transcript().stream().limit(MOST_LINES)
                .map(said -> new Block.Said(words.decimal(seconds(said.atMs())), InertText.line(said.from()),
                        book.find("from." + said.from()).orElse(""),
                        InertText.text(said.from().equals("note") ? notes.told(said.line()) : said.line()))).toList()));
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
        var witnesses = Witnesses.of(report);
        var rows = all.stream().limit(MOST_ROWS).map(seen -> List.of(Cell.of(InertText.line(seen.id())),
                new Cell(seen.skipped() ? seenWords.unasked(seen) : seenWords.state(seen), witnesses.tone(seen)),
                Cell.of(seenWords.facts(seen)))).toList();
        List<Block> blocks = new ArrayList<>();
        var head = List.of(book.get("evidence.what"), book.get("evidence.how"), book.get("evidence.facts"));
        blocks.add(new Block.Table(book.get("evidence"), head, rows));
        left(all.size() - MOST_ROWS, blocks);
        return blocks;
    }

    private Block about(Report report) {
        var facts = new LinkedHashMap<String, String>();
        facts.put("id", report.id());
        facts.put("created", Timestamp.of(report.created()));
        facts.put("tool", report.tool().name() + " " + report.tool().version());
        facts.put("system", report.tool().os() + ", Java " + report.tool().java());
        facts.put("masked", report.masked().isEmpty() ? book.get("masked.none")
                : words.list(report.masked().stream().map(kind -> book.find("masked." + kind).orElseGet(() -> InertText.line(kind)))
                        .toList()));
        return new Block.Table("", List.of(), facts.entrySet().stream()
                .map(fact -> List.of(Cell.of(book.get("about." + fact.getKey())), Cell.of(InertText.text(fact.getValue())))).toList());
    }

    private void left(int more, List<Block> blocks) {
        if (more > 0) {
            blocks.add(new Block.Text(book.get("left_out", Map.of("count", more)), true));
        }
    }
}
