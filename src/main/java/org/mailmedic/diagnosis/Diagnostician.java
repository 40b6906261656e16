package org.mailmedic.diagnosis;

import java.util.EnumMap;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.plan.AddressText;

/// Asks every rule, drops what is only a consequence of something else, and puts the rest in order. What two rules found on different
/// grounds is told once, as sure as the surer one.
///
/// The order follows the journey of the mail: a fault nearer to its start is the root of what comes after it. Within one
/// stage the surer finding leads, then the order of [Code]. The same evidence always gives the same answer.
///
/// Where several addresses of the host were spoken to, one after the other, the one that counts is judged; what the others did is a warning
/// that names the address.
public final class Diagnostician {
    private final List<Rule> rules;

    public Diagnostician(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    public Diagnosis diagnose(CaseFile file) {
        return rank(examine(file, _ -> true).toList());
    }

    /// What every rule finds, not yet in order.
    ///
    /// @param possible what can be found in that place at all
    Stream<Finding> examine(CaseFile file, Predicate<Finding> possible) {
        var siblings = Siblings.of(file);
        if (!siblings.several()) {
            return findings(file, possible).stream();
        }
        Diagnosis chosen = rank(findings(siblings.with(siblings.chosen()), possible));
        Stream<Finding> aside = siblings.others().flatMap(address -> rank(findings(siblings.with(address), possible)).diagnoses().stream()
                .filter(finding -> siblings.about(finding, address))
                .filter(finding -> chosen.diagnoses().stream().noneMatch(other -> other.code() == finding.code()))
                .map(finding -> finding.of(AddressText.of(address)).asWarning()));
        return Stream.of(chosen.diagnoses().stream(), chosen.warnings().stream(), aside).flatMap(s -> s);
    }

    private List<Finding> findings(CaseFile file, Predicate<Finding> possible) {
        return rules.stream().flatMap(rule -> rule.examine(file)).filter(possible).toList();
    }

    /// Puts any findings in order, wherever they come from: a check-up, a pasted text, a domain's records.
    public static Diagnosis rank(List<Finding> all) {
        List<Finding> roots = all.stream().filter(finding -> all.stream().noneMatch(other -> Consequences.explains(other, finding)))
                .sorted(Diagnostician::surest).toList();
        var merged = new EnumMap<Code, Finding>(Code.class);
        roots.forEach(finding -> merged.merge(finding.code(), finding, Diagnostician::together));
        List<Finding> told = merged.values().stream().sorted(Diagnostician::inOrder).toList();
        return new Diagnosis(told.stream().filter(Finding::stops).toList(), told.stream().filter(finding -> !finding.stops()).toList());
    }

    private static Finding together(Finding surer, Finding other) {
        var facts = surer.facts();
        for (var fact : other.facts().asMap().entrySet()) {
            facts = facts.has(fact.getKey()) ? facts : facts.and(fact.getKey(), fact.getValue());
        }
        return new Finding(surer.code(), surer.stage(), surer.party(), surer.stops(), facts, surer.confidence(),
                Stream.concat(surer.because().stream(), other.because().stream()).distinct().toList());
    }

    /// Written out: a comparator that is put together has its code made by the JVM at every start.
    private static int inOrder(Finding one, Finding other) {
        int order = one.stage().compareTo(other.stage());
        order = order != 0 ? order : Double.compare(other.confidence(), one.confidence());
        order = order != 0 ? order : one.code().compareTo(other.code());
        return order != 0 ? order : one.facts().toString().compareTo(other.facts().toString());
    }

    private static int surest(Finding one, Finding other) {
        int order = Boolean.compare(other.stops(), one.stops());
        order = order != 0 ? order : Double.compare(other.confidence(), one.confidence());
        return order != 0 ? order : inOrder(one, other);
    }
}
