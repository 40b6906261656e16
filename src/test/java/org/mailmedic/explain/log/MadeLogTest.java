package org.mailmedic.explain.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailmedic.report.json.JsonText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Logs with known truth, field by field.
final class MadeLogTest {
    private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 28, 12, 0);

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0} {1} lines, seed {2}, {3} days, {4}, {5} names")
    @CsvSource({
        "postfix, 20000, 1, 7, syslog, short", "postfix, 20000, 2, 7, iso, long", "postfix, 5000, 3, 1, syslog, long",
        "postfix, 30000, 4, 30, iso, short", "postfix, 777, 5, 2, syslog, short", "postfix, 15000, 6, 3, syslog, short",
        "postfix, 13333, 11, 12.5, iso, long", "postfix, 100, 7, 7, syslog, short", "postfix, 9000, 8, 60, syslog, short",
        "exim, 20000, 1, 7, syslog, short", "exim, 20000, 2, 7, syslog, long", "exim, 5000, 3, 1, syslog, long",
        "exim, 30000, 4, 30, syslog, short", "exim, 777, 5, 2, syslog, long", "exim, 15000, 6, 3, syslog, short",
        "exim, 13333, 11, 12.5, syslog, long", "exim, 100, 7, 7, syslog, short", "exim, 9000, 8, 60, syslog, long"})
    void theSummaryIsTheTruth(String mta, String lines, String seed, String days, String stamp, String ids) throws Exception {
        MadeLog made = MadeLog.of(folder, "--mta", mta, "--lines", lines, "--seed", seed, "--days", days, "--stamp", stamp, "--ids", ids);

        LogReader.Reading reading = new LogReader(NOW).read(List.of(made.file()));

        JsonNode truth = made.truth();
        JsonNode found = JsonMapper.shared().readTree(JsonText.line(SummaryDocument.of(reading.summary())));
        for (String field : List.of("program", "lines", "messages", "attempts", "recipients", "rejected")) {
            assertEquals(truth.path(field).toString(), found.path(field).toString(), field);
        }
        assertEquals(times(truth), times(found));
        long age = truth.path("queue").path("oldest_age_s").asLong(-1);
        assertTrue(Math.abs(age - found.path("queue").path("oldest_age_s").asLong(-1)) <= 1, "the log tells seconds only");
        assertEquals(causes(truth), causes(found));
        assertEquals(firstCause(truth), reading.findings().getFirst().code().id());
        assertEquals(texts(truth, "providers"), texts(found, "providers"));
        assertEquals(texts(truth, "hours"), texts(found, "hours"));
        for (JsonNode provider : truth.path("providers")) {
            JsonNode same = found.path("providers").valueStream()
                    .filter(each -> each.path("name").equals(provider.path("name"))).findFirst().orElseThrow();
            close(provider, same, mta.equals("exim") ? 1.01 : 0.06);
        }
        assertEquals(truth.path("lines").asLong(), reading.summary().understood(), "lines understood");
    }

    private static void close(JsonNode truth, JsonNode found, double by) {
        double median = truth.path("delay_median_s").asDouble();
        assertTrue(Math.abs(median - found.path("delay_median_s").asDouble()) <= by + median * 0.01,
                () -> truth.path("name") + ": " + median + " is not " + found.path("delay_median_s"));
    }

    /// The order among equals is not told by the truth.
    private static Map<String, String> causes(JsonNode summary) {
        Map<String, String> causes = new TreeMap<>();
        for (JsonNode each : summary.path("causes")) {
            causes.put(each.path("code").asString() + " " + each.path("provider").asString(), each.path("deferred") + " "
                    + each.path("bounced")
                    + " " + each.path("unreached") + " " + clock(each.path("first")) + " " + clock(each.path("last")));
        }
        return causes;
    }

    private static String firstCause(JsonNode truth) {
        Map<String, Long> sums = new TreeMap<>();
        truth.path("causes").forEach(each -> sums.merge(each.path("code").asString(), each.path("unreached").asLong(), Long::sum));
        Map<String, Long> lines = new TreeMap<>();
        truth.path("causes").forEach(each -> lines.merge(each.path("code").asString(),
                each.path("deferred").asLong() + each.path("bounced").asLong(), Long::sum));
        return sums.keySet().stream()
                .max(Comparator.comparingLong((String code) -> sums.get(code)).thenComparingLong(lines::get)).orElse("");
    }

    private static List<String> times(JsonNode summary) {
        JsonNode queue = summary.path("queue");
        return List.of(clock(summary.path("from")), clock(summary.path("to")), queue.path("messages").toString(),
                clock(queue.path("oldest")),
                queue.path("oldest").asString("none").substring(0, 4));
    }

    private static List<String> texts(JsonNode summary, String list) {
        List<String> texts = new ArrayList<>();
        for (JsonNode each : summary.path(list)) {
            texts.add(each.path("name").asString(clock(each.path("at"))) + each.path("domains") + each.path("sent") + " "
                    + each.path("deferred")
                    + " " + each.path("bounced"));
        }
        texts.sort(null);
        return texts;
    }

    /// Without the offset, which the truth does not tell.
    private static String clock(JsonNode time) {
        String text = time.asString("");
        return text.substring(0, Math.min(19, text.length()));
    }
}
