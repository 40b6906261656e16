package org.mailmedic.ui.details;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mailmedic.advice.FactWords;
import org.mailmedic.evidence.EvidenceKind;
import org.mailmedic.report.Report;
import org.mailmedic.ui.part.Texts;

/// What each name server says about the mail server's name, side by side, and about the other names that were looked up.
final class LookupModel {
    /// More than any check-up asks. A report from elsewhere may hold anything; all of it stands under "Evidence".
    private static final int MOST_RESOLVERS = 12;
    private static final int MOST_OTHERS = 200;
    private final Texts texts;
    private final FactWords words;
    private final Map<String, List<DetailFact>> resolvers = new LinkedHashMap<>();
    private final List<DetailFact> others = new ArrayList<>();

    LookupModel(Report report, Texts texts, FactWords words) {
        this.texts = texts;
        this.words = words;
        String host = new DetailFact(report.settings()).text("host").strip();
        for (DetailFact fact : DetailFact.all(report.evidence())) {
            if (!fact.is(EvidenceKind.DNS)) {
                continue;
            }
            if (fact.text("name").equalsIgnoreCase(host) && (resolvers.size() < MOST_RESOLVERS || resolvers.containsKey(name(fact)))) {
                resolvers.computeIfAbsent(name(fact), _ -> new ArrayList<>()).add(fact);
            } else {
                others.add(fact);
            }
        }
    }

    /// Who was asked, at the beginning of a line.
    private String name(DetailFact fact) {
        return fact.text("resolver").equals("system") ? texts.get("details.lookup.system") : fact.text("resolver");
    }

    boolean isEmpty() {
        return resolvers.isEmpty() && others.isEmpty();
    }

    /// Whether they agree, in a sentence.
    String summary() {
        if (resolvers.isEmpty()) {
            return texts.get("details.lookup.none");
        }
        Set<Set<String>> answers = resolvers.values().stream().map(LookupModel::addresses).collect(Collectors.toSet());
        boolean nobody = answers.equals(Set.of(Set.of()));
        if (resolvers.size() == 1) {
            return texts.get(nobody ? "details.lookup.one_without" : "details.lookup.one", resolvers.keySet().iterator().next());
        }
        return nobody ? texts.get("details.lookup.nobody")
                : texts.get(answers.size() == 1 ? "details.lookup.agree" : "details.lookup.differ", resolvers.size());
    }

    /// Whether they agree, as it looks at first sight.
    DetailTone tone() {
        List<Set<String>> answers = resolvers.values().stream().map(LookupModel::addresses).distinct().toList();
        if (answers.size() != 1) {
            return answers.isEmpty() ? DetailTone.NEUTRAL : DetailTone.CAUTION;
        }
        return answers.getFirst().isEmpty() ? DetailTone.BROKEN : DetailTone.FINE;
    }

    Grid grid() {
        var rows = new ArrayList<Grid.Row>();
        rows.add(row("IPv4", facts -> family(facts, false)));
        rows.add(row("IPv6", facts -> family(facts, true)));
        if (resolvers.values().stream().flatMap(List::stream).anyMatch(fact -> !fact.texts("aliases").isEmpty())) {
            rows.add(row(texts.get("details.lookup.aliases"), this::aliases));
        }
        rows.add(row(texts.get("details.lookup.took"), this::took));
        return new Grid(List.copyOf(resolvers.keySet()), rows);
    }

    private Grid.Row row(String name, Function<List<DetailFact>, Grid.Cell> cell) {
        return new Grid.Row(name, "", resolvers.values().stream().map(cell).toList());
    }

    private Grid.Cell family(List<DetailFact> facts, boolean ipv6) {
        String type = ipv6 ? "AAAA" : "A";
        List<DetailFact> asked = facts.stream().filter(fact -> fact.text("type").equals(type) || fact.text("type").equals("any")).toList();
        if (asked.isEmpty()) {
            return new Grid.Cell(DetailTone.NEUTRAL, texts.get("details.lookup.not_asked"), List.of());
        }
        List<String> found = asked.stream().flatMap(fact -> fact.texts("addresses").stream())
                .filter(address -> address.contains(":") == ipv6).distinct().sorted().toList();
        if (!found.isEmpty()) {
            return new Grid.Cell(DetailTone.FINE, String.join("\n", found), List.of());
        }
        return asked.stream().filter(fact -> fact.failed() && !fact.text("failure").equals("no_address")).findFirst()
                .map(fact -> new Grid.Cell(DetailTone.BROKEN, sentence(fact), List.of()))
                .orElseGet(() -> new Grid.Cell(DetailTone.NEUTRAL, texts.get("details.lookup.no_address"), List.of()));
    }

    private Grid.Cell aliases(List<DetailFact> facts) {
        List<String> all = facts.stream().flatMap(fact -> fact.texts("aliases").stream()).distinct().toList();
        return new Grid.Cell(DetailTone.NEUTRAL, all.isEmpty() ? texts.get("details.lookup.no_alias") : String.join("\n", all), List.of());
    }

    private Grid.Cell took(List<DetailFact> facts) {
        double longest = facts.stream().mapToDouble(fact -> fact.ms("duration_ms")).max().orElse(0);
        return new Grid.Cell(DetailTone.NEUTRAL, texts.exactDuration(longest), List.of());
    }

    private String sentence(DetailFact fact) {
        String failure = TimelineModel.failure(fact, words);
        return failure.isEmpty() ? texts.get("details.lookup.no_answer") : failure;
    }

    private static Set<String> addresses(List<DetailFact> facts) {
        return facts.stream().flatMap(fact -> fact.texts("addresses").stream()).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// The other names that were looked up, one line each.
    List<String> others() {
        return others.stream().limit(MOST_OTHERS).map(fact -> {
            String said = fact.texts("addresses").isEmpty() ? sentence(fact) : String.join(", ", fact.texts("addresses"));
            return texts.get("details.lookup.other", fact.text("name"), StepName.resolver(fact, texts), said);
        }).toList();
    }

    /// All of it as text.
    String text() {
        String first = resolvers.isEmpty() ? "" : grid().text();
        return summary() + "\n" + first + others().stream().map(line -> line + "\n").collect(Collectors.joining());
    }
}
