package org.mailmedic.diagnosis;

import java.util.Comparator;
import java.util.List;
import org.mailmedic.evidence.CaseFile;

/// Asks every rule, drops what is only a consequence of something else, and puts the rest in order.
///
/// The order follows the journey of the mail: a fault nearer to its start is the root of what comes after it. Within one
/// stage the surer finding leads, then the order of [Code]. The same evidence always gives the same answer.
public final class Diagnostician {
    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::stage)
            .thenComparing(Finding::confidence, Comparator.reverseOrder())
            .thenComparing(Finding::code)
            .thenComparing(finding -> finding.facts().toString());

    private final List<Rule> rules;

    public Diagnostician(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    public Diagnosis diagnose(CaseFile file) {
        List<Finding> all = rules.stream().flatMap(rule -> rule.examine(file)).toList();
        List<Finding> roots = all.stream().filter(finding -> all.stream().noneMatch(other -> Consequences.explains(other, finding)))
                .distinct().sorted(ORDER).toList();
        return new Diagnosis(roots.stream().filter(Finding::stops).toList(), roots.stream().filter(finding -> !finding.stops()).toList());
    }
}
