package org.mailmedic.monitor.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mailmedic.checkup.UsualCheckup;
import org.mailmedic.plan.Options;
import org.mailmedic.report.Report;
import org.mailmedic.settings.Settings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a batch makes of the lines that name a domain, and of bugs.
@Timeout(60)
final class BatchRunTest {
    private final List<String> lines = new ArrayList<>();

    private static Checked missingSpf(String domain) {
        var verdict = new Report.Verdict("domain.spf_missing", "delivery", "domain", 0.9, "No SPF at " + domain, "", List.of(), List.of(),
                "");
        return new Checked(Report.Outcome.PROBLEM, Optional.of(verdict), List.of(), Optional.empty(), Map.of(), 12, List.of(), () -> "{}");
    }

    private Batch.Ended run(String list, DomainLineCheck domains) throws IOException, InterruptedException, Unfit {
        var batch = new Batch(UsualCheckup.forMany(Locale.ENGLISH), new Batch.Manner(4, 2, Shard.WHOLE), new BatchWords(Locale.ENGLISH),
                lines::add, Optional.empty(), Optional.of(domains), Map.<String, String>of()::get);
        return batch.run(TargetReader.open(new ByteArrayInputStream(list.getBytes(StandardCharsets.UTF_8)), Settings.of(""),
                Options.usual().withTimeout(Duration.ofSeconds(3))));
    }

    private JsonNode line(String id) {
        return lines.stream().map(line -> JsonMapper.shared().readTree(line)).filter(line -> line.get("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aDomainIsGivenToItsCheck() throws IOException, InterruptedException, Unfit {
        Batch.Ended ended = run("{\"id\":\"d\",\"domain\":\"Example.test\",\"timeout\":1}", (domain, options) -> {
            assertEquals(Duration.ofSeconds(1), options.timeout());
            return missingSpf(domain);
        });
        assertEquals(1, ended.tally().problems());
        assertEquals("domain.spf_missing", line("d").get("code").asString());
        assertEquals("Example.test", line("d").get("domain").asString());
        assertTrue(line("d").get("host").isNull() && line("d").get("port").isNull() && line("d").get("error").isNull());
    }

    @Test
    void aBugAtOneLineIsItsErrorAndStopsNobody() throws IOException, InterruptedException, Unfit {
        var list = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            list.append("{\"id\":\"d").append(i).append("\",\"domain\":\"d").append(i).append(".test\"}\n");
        }
        Batch.Ended ended = run(list.toString(), (domain, _) -> {
            if (domain.equals("d7.test")) {
                throw new IllegalStateException("secret-detail");
            }
            if (domain.equals("d8.test")) {
                throw new StackOverflowError();
            }
            return missingSpf(domain);
        });
        assertEquals(20, lines.size());
        assertEquals(2, ended.tally().errors());
        assertTrue(line("d7").get("error").asString().contains("our fault"), line("d7")::toString);
        assertFalse(String.join("", lines).contains("secret-detail"));
        assertEquals("domain.spf_missing", line("d19").get("code").asString());
    }
}
