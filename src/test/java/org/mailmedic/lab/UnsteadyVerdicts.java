package org.mailmedic.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The verdicts that were not always the same, although the situation was: such a one depends on who is first.
final class UnsteadyVerdicts {
    private UnsteadyVerdicts() {}

    /// @return one line for each verdict, with how often it was the one; empty when all were steady
    static String of(List<Laboratory.Result> results) {
        Map<Scenario, Map<String, Integer>> all = new LinkedHashMap<>();
        results.forEach(result -> all.computeIfAbsent(result.scenario(), _ -> new LinkedHashMap<>())
                .merge(result.got().verdict(), 1, Integer::sum));
        List<String> lines = new ArrayList<>();
        all.forEach((scenario, verdicts) -> {
            if (verdicts.size() > 1) {
                lines.add("not always the same: " + scenario);
                verdicts.forEach((verdict, times) -> lines.add("  " + times + " times " + verdict));
            }
        });
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }
}
