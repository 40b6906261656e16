package org.mailmedic.checkup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.mailmedic.diagnosis.Diagnosis;
import org.mailmedic.diagnosis.Diagnostician;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.rules.RuleBook;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.plan.Options;
import org.mailmedic.plan.Planner;
import org.mailmedic.provider.ProviderBook;
import org.mailmedic.report.json.EvidenceReader;
import org.mailmedic.report.json.JsonTree;
import org.mailmedic.report.json.ReportMapping;

/// What the fault laboratory saw with real servers and firewalls (`FaultLaboratoryTest` with `-Dlab.record`), judged again without one:
/// a changed rule is seen here in seconds. A recording holds the codes and parties that its scenario demands.
final class LaboratoryRecordingsTest {
    private static final int FEWEST = 40;
    /// The resolvers for comparison that the laboratory has.
    private static final Options THERE = Options.usual().withResolvers(List.of("203.0.113.53", "192.0.2.53"));
    private static final Diagnostician JUDGE = new Diagnostician(RuleBook.all(ProviderBook.load()));

    @TestFactory
    Stream<DynamicTest> areJudgedAsTheyWere() throws IOException, URISyntaxException {
        return files().stream().map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
            Map<String, Object> recorded = ReportMapping.object(JsonTree.read(Files.readAllBytes(file)), "");
            var settings = SavedSettings.of(recorded);
            var seen = new CaseFile(settings, new Planner().plan(settings, THERE), EvidenceReader.all(recorded));
            assertEquals(((List<?>) recorded.get("evidence")).size(), seen.evidence().size(), "some evidence could not be read");
            Diagnosis again = JUDGE.diagnose(seen);
            assertEquals(recorded.get("diagnoses"), codes(again.diagnoses()));
            assertEquals(recorded.get("warnings"), codes(again.warnings()));
        }));
    }

    @Test
    void thereAreManyOfThem() throws IOException, URISyntaxException {
        assertTrue(files().size() >= FEWEST, "the recordings have gone");
    }

    private static List<String> codes(List<Finding> findings) {
        return findings.stream().map(finding -> finding.code().id() + " " + finding.party().id()).toList();
    }

    private static List<Path> files() throws IOException, URISyntaxException {
        try (var all = Files.list(Path.of(LaboratoryRecordingsTest.class.getResource("recorded").toURI()))) {
            return all.sorted().toList();
        }
    }
}
