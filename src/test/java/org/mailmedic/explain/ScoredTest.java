package org.mailmedic.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.explain.log.LogReader;
import org.mailmedic.explain.log.MailLog;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Scores the answers on real messages and bounces, where they are at hand beside the repository.
final class ScoredTest {
    private static final Path SHARED = Path.of("..", "shared");
    private static final Explainer EXPLAINER = new Explainer();
    private static final double SURE = 0.9;

    /// Counts of one set.
    private static final class Score {
        private final Map<String, int[]> byCode = new TreeMap<>();
        private final List<String> misses = new ArrayList<>();
        private int all;
        private int right;
        private int confidentlyWrong;

        void add(JsonNode expected, String name, Finding headline) {
            Set<String> accepted = new HashSet<>(Set.of(expected.path("code").asString()));
            expected.path("also").valueStream().forEach(each -> accepted.add(each.asString()));
            boolean hit = accepted.contains(headline.code().id());
            int[] count = byCode.computeIfAbsent(expected.path("code").asString(), _ -> new int[2]);
            count[1]++;
            all++;
            if (hit) {
                count[0]++;
                right++;
            } else {
                misses.add(name + ": " + headline.code() + " for " + accepted);
                confidentlyWrong += headline.confidence() >= SURE ? 1 : 0;
            }
        }

        void holds(TestReporter reporter, double least) {
            var table = new StringBuilder();
            byCode.forEach((code, count) -> table.append(String.format("%s %d/%d  ", code, count[0], count[1])));
            reporter.publishEntry(Map.of("right", right + " of " + all, "confidently wrong", Integer.toString(confidentlyWrong), "by code",
                    table.toString(), "misses", misses.toString()));
            assertTrue(right >= least * all, right + " of " + all + ": " + misses);
            assertTrue(confidentlyWrong <= Math.ceil(0.01 * all), confidentlyWrong + " confidently wrong");
        }
    }

    private static List<JsonNode> lines(Path file) throws IOException {
        assumeTrue(Files.exists(file), file + " is not at hand");
        return Files.readAllLines(file).stream().map(line -> JsonMapper.shared().readTree(line)).toList();
    }

    private static Finding headline(byte[] text) {
        return EXPLAINER.explain(text).causes().getFirst().finding();
    }

    @Test
    void realMessages(TestReporter reporter) throws IOException {
        var score = new Score();
        for (JsonNode each : lines(SHARED.resolve("corpus").resolve("errors.jsonl"))) {
            score.add(each, each.path("id").asString(), headline(each.path("text").asString().getBytes(StandardCharsets.UTF_8)));
        }
        score.holds(reporter, 0.95);
    }

    /// Two lines of a log are counted: what is said of them then must be no worse than what they say as a message.
    @Test
    void realPagesOfLogs(TestReporter reporter) throws IOException {
        var score = new Score();
        LocalDateTime now = LocalDateTime.of(2026, 11, 28, 12, 0);
        for (JsonNode each : lines(SHARED.resolve("corpus").resolve("errors.jsonl"))) {
            byte[] text = each.path("text").asString().getBytes(StandardCharsets.UTF_8);
            if (MailLog.looksLikeOne(text, now)) {
                var counted = new LogReader(now).read(new ByteArrayInputStream(text)).findings().stream().findFirst();
                score.add(each, each.path("id").asString(), counted.orElseGet(() -> headline(text)));
            }
        }
        score.holds(reporter, 0.95);
    }

    @Test
    void realBounces(TestReporter reporter) throws IOException {
        var score = new Score();
        Path folder = SHARED.resolve("bounces");
        for (JsonNode each : lines(folder.resolve("expected.jsonl"))) {
            score.add(each, each.path("file").asString(), headline(Files.readAllBytes(folder.resolve(each.path("file").asString()))));
        }
        score.holds(reporter, 0.95);
    }

    @Test
    void bouncesWithTheLineEndsOfOtherSystems() throws IOException {
        Path folder = SHARED.resolve("bounces");
        var differing = new ArrayList<String>();
        List<JsonNode> all = lines(folder.resolve("expected.jsonl"));
        for (int i = 0; i < all.size(); i += 5) {
            String file = all.get(i).path("file").asString();
            String text = Files.readString(folder.resolve(file), StandardCharsets.ISO_8859_1).replace("\r\n", "\n");
            var codes = new HashSet<String>();
            for (String end : List.of("\n", "\r\n", "\r")) {
                codes.add(headline(text.replace("\n", end).getBytes(StandardCharsets.ISO_8859_1)).code().id());
            }
            if (codes.size() > 1) {
                differing.add(file + codes);
            }
        }
        assertEquals(List.of(), differing);
    }

    @Test
    void textsInWhichNothingIsWrong() throws IOException {
        var recognised = new ArrayList<String>();
        for (JsonNode each : lines(SHARED.resolve("bounces").resolve("negatives.jsonl"))) {
            Explanation explanation = EXPLAINER.explain(each.path("text").asString());
            if (explanation.recognised()) {
                recognised.add(each.path("name").asString() + explanation.causes());
            }
        }
        assertEquals(List.of(), recognised);
    }
}
