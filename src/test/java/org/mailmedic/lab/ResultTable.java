package org.mailmedic.lab;

import java.util.List;
import java.util.Locale;

/// The laboratory's table: scenario × expected × got × time.
final class ResultTable {
    private ResultTable() {}

    static String of(List<Laboratory.Result> results) {
        int name = results.stream().mapToInt(r -> r.scenario().toString().length()).max().orElse(0);
        int expected = results.stream().mapToInt(r -> r.scenario().expected().toString().length()).max().orElse(0);
        String row = "%-5s | %-" + Math.max(1, name) + "s | %-" + Math.max(1, expected) + "s | %5s s | %s%n";
        var text = new StringBuilder(String.format(Locale.ROOT, row, "", "scenario", "expected", "time", "got"));
        for (var result : results) {
            String time = String.format(Locale.ROOT, "%.1f", result.got().took().toMillis() / 1000.0);
            boolean right = result.wrong().isEmpty();
            text.append(String.format(Locale.ROOT, row, right ? "ok" : "WRONG", result.scenario(), result.scenario().expected(), time,
                right ? (result.got().toString().equals(result.scenario().expected().toString()) ? "the same" : result.got())
                      : result.got() + "  <- " + String.join("; ", result.wrong())));
        }
        long right = results.stream().filter(r -> r.wrong().isEmpty()).count();
        return text.append(String.format(Locale.ROOT, "%d of %d right%n", right, results.size())).toString();
    }
}
