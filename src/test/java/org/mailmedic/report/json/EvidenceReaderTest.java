package org.mailmedic.report.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.EvidenceKind;
import org.mailmedic.report.EvidenceFacts;
import org.mailmedic.report.Samples;
import org.mailmedic.report.mask.Masking;
import org.mailmedic.report.mask.OwnNames;

/// The way there and back: what was written as facts is the same evidence again.
final class EvidenceReaderTest {
    private static final int ROUNDS = 400;

    @Test
    void everyKindComesBackAsItWas() throws Exception {
        var made = new RandomEvidence(new Random(20261127), "");
        Set<String> kinds = new TreeSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (Evidence each : made.oneOfEveryKind()) {
                var facts = throughJson(EvidenceFacts.of(each));
                assertEquals(Optional.of(each), EvidenceReader.read(facts), () -> facts.toString());
                kinds.add(each.getClass().getSimpleName());
            }
        }
        Set<String> all = kinds(Evidence.class).map(Class::getSimpleName).collect(Collectors.toSet());
        assertEquals(all, kinds);
    }

    /// All records that the sealed interface permits, however deep.
    private static Stream<Class<?>> kinds(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses())
                .flatMap(each -> each.isSealed() ? kinds(each) : Stream.of(each));
    }

    @Test
    void aWholeReportTellsItsEvidenceAgain() {
        var document = ReportDocument.of(Samples.problem());
        List<Evidence> read = EvidenceReader.all(document);
        assertEquals(Samples.evidence().size(), read.size());
        assertEquals(document.get("evidence"), read.stream().map(EvidenceFacts::of).toList());
    }

    @Test
    void whatIsMaskedLacksItsCertificatesAndNothingElse() {
        var opened = (OpenedReport.Opened) ReportReader.read(JsonReport.write(Samples.problem()).getBytes(StandardCharsets.UTF_8));
        var masked = Masking.usual().apply(opened, new OwnNames("pc", "anna", List.of()));
        assertFalse(JsonReport.write(masked.document()).contains("\"der\""));
        var tls = EvidenceReader.all(masked.document()).stream().filter(Evidence.TlsHandshake.class::isInstance)
                .map(Evidence.TlsHandshake.class::cast).findFirst().orElseThrow();
        assertTrue(tls.certificate().isEmpty());
        assertTrue(tls.outcome().seen().isPresent());
    }

    @Test
    void whatMakesNoSenseIsLeftOut() {
        var good = EvidenceFacts.of(Samples.evidence().get(1));
        assertTrue(EvidenceReader.read(good).isPresent());
        for (var wrong : List.<Map.Entry<String, Object>>of(Map.entry("port", 0), Map.entry("port", 65536), Map.entry("port", "587"),
                Map.entry("address", "mail.example"), Map.entry("address", ""), Map.entry("role", "boss"), Map.entry("mode", "odd"),
                Map.entry("status", "perhaps"), Map.entry("kind", "telepathy"))) {
            var bad = new LinkedHashMap<>(good);
            bad.put(wrong.getKey(), wrong.getValue());
            assertEquals(Optional.empty(), EvidenceReader.read(bad), wrong::toString);
        }
        assertEquals(List.of(), EvidenceReader.all(Map.of("evidence", "none")));
        assertEquals(List.of(), EvidenceReader.all(Map.of("evidence", List.of("x", 1, List.of()))));
    }

    @Test
    void whatIsNoLookIsNotJudgedAgain() {
        List<EvidenceKind> judged = Stream.of(EvidenceKind.values()).filter(kind -> !kind.look()).toList();
        assertEquals(List.of("pasted_text", "mail_log", "domain", "domain_record"), judged.stream().map(EvidenceKind::id).toList());
        judged.forEach(kind -> assertEquals(Optional.empty(), EvidenceReader.read(EvidenceFacts.told("x", kind, "delivery"))));
    }

    @Test
    void endlessEvidenceIsCutOff() {
        List<Object> endless = new ArrayList<>(Collections.nCopies(EvidenceReader.MOST + 50,
                EvidenceFacts.of(Samples.evidence().get(1))));
        assertEquals(EvidenceReader.MOST, EvidenceReader.all(Map.of("evidence", endless)).size());
    }

    private static Map<String, Object> throughJson(Map<String, Object> facts) throws JsonTree.Unreadable {
        return ReportMapping.object(JsonTree.read(JsonText.of(facts).getBytes(StandardCharsets.UTF_8)), "");
    }
}
