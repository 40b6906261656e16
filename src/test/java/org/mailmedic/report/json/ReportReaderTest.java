package org.mailmedic.report.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailmedic.advice.PlainText;
import org.mailmedic.advice.TextBook;
import org.mailmedic.report.Fixtures;
import org.mailmedic.report.Report;
import org.mailmedic.report.Samples;
import org.mailmedic.report.text.TextReport;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

final class ReportReaderTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static OpenedReport read(String text) {
        return ReportReader.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static OpenedReport.Reason reason(String text) {
        return assertInstanceOf(OpenedReport.Refused.class, read(text), text.substring(0, Math.min(80, text.length()))).reason();
    }

    private static String json(Report report) {
        return JsonReport.write(report);
    }

    private static ObjectNode tree() {
        return (ObjectNode) JSON.readTree(Fixtures.bytes("blocked"));
    }

    @Test
    void whatWasWrittenIsReadTheSame() {
        for (Report report : List.of(Samples.problem(), Samples.healthy(), Samples.healthy().leavingOut(List.of("sign_in", "sender")))) {
            var opened = assertInstanceOf(OpenedReport.Opened.class, read(json(report)));
            assertEquals(json(report), JsonReport.write(opened.document()), "the document");
            assertEquals(json(report), json(opened.report()), "and the report made of it");
            assertEquals(OpenedReport.Digest.MATCHES, opened.digest());
            assertEquals(List.of(), opened.complaints());
        }
    }

    @TestFactory
    Stream<DynamicTest> reportsOfVersionOneOpenForEver() {
        return Fixtures.FIRST.stream().map(name -> DynamicTest.dynamicTest(name, () -> {
            var opened = Fixtures.opened(name);
            assertEquals(OpenedReport.Digest.ABSENT, opened.digest());
            assertEquals(List.of(), opened.complaints());
            assertEquals(JSON.readTree(Fixtures.bytes(name)), JSON.readTree(JsonReport.write(opened.document())), "nothing is lost");
            assertEquals(opened.document().get("outcome"), opened.report().outcome().id());
            assertEquals(((List<?>) opened.document().get("evidence")).size(), opened.report().evidence().size());
        }));
    }

    @Test
    void itIsShownLikeAFreshOne() {
        var report = Fixtures.report("blocked");
        assertEquals("port.blocked_by_network", report.diagnoses().getFirst().code());
        assertEquals(0.93, report.diagnoses().getFirst().confidence());
        assertEquals(5, report.diagnoses().getFirst().steps().size());
        assertTrue(report.diagnoses().getFirst().letter().contains("\n- Time of the test: 20 November 2026, 14:02 (UTC+01:00)\n"));
        assertEquals(Instant.parse("2026-11-20T13:02:11.480Z"), report.created());
        assertEquals(587, report.settings().get("port"));
        assertEquals("EHLO [192.168.178.23]", report.transcript().get(2).line());
        assertEquals(10250.2, report.stages().get(3).durationMs());
        assertEquals(List.of(), report.masked());
    }

    @Test
    void whatThisVersionDoesNotKnowSurvives() {
        var tree = tree();
        tree.put("future", "kept");
        tree.putObject("nested").putArray("list").add(1).add(1.5).add(true).addNull();
        ((ObjectNode) tree.get("diagnoses").get(0)).put("code", "port.eaten_by_aliens").put("party", "aliens").put("stage",
                "orbit").put("mood", "odd");
        ((ObjectNode) tree.get("stages").get(0)).put("stage", "orbit").put("status", "levitating");
        ((ObjectNode) tree.get("evidence").get(0)).put("kind", "telepathy").put("wavelength", 123456789012L).putObject("deep").put("x",
                "y");
        var opened = assertInstanceOf(OpenedReport.Opened.class, read(tree.toString()));
        assertEquals(tree, JSON.readTree(JsonReport.write(opened.document())));
        assertEquals("port.eaten_by_aliens", opened.report().diagnoses().getFirst().code());
        assertEquals(Map.of("x", "y"), opened.report().evidence().getFirst().get("deep"));
        assertFalse(opened.complaints().isEmpty());
        String text = TextReport.write(opened.report(), false);
        assertTrue(text.contains("Your Internet provider or router blocks port 587") && text.contains("orbit")
                && text.contains("levitating"), text);
        assertFalse(text.contains("station.orbit") || text.contains("party.aliens") || text.contains("status.levitating"), text);
    }

    @Test
    void numbersStayExact() {
        String text = new String(Fixtures.bytes("blocked"), StandardCharsets.UTF_8)
                .replace("\"wlan0\"",
                        "\"wlan0\", \"big\": 123456789012345678901234567890, \"small\": 1.000000000000000000000001, \"sci\": 1e25");
        var opened = assertInstanceOf(OpenedReport.Opened.class, read(text));
        String again = JsonReport.write(opened.document());
        assertTrue(again.contains("123456789012345678901234567890") && again.contains("1.000000000000000000000001")
                && again.contains("1E+25"), again);
    }

    @Test
    void theDigestShowsAccidents() {
        String good = json(Fixtures.report("blocked"));
        assertEquals(OpenedReport.Digest.MATCHES, ((OpenedReport.Opened) read(good)).digest());
        for (String changed : List.of(good.replace("Speedport", "Speedpart"), good.replace("10000.4", "10000.5"),
                good.replace("\"port\" : 465", "\"port\" : 466"),
                good.replace("“secure", "\\\"secure"), good.replaceFirst("sha-256:.", "sha-256:x"))) {
            assertFalse(changed.equals(good));
            assertEquals(OpenedReport.Digest.DIFFERS, ((OpenedReport.Opened) read(changed)).digest());
        }
    }

    @Test
    void theWayOfWritingIsNoAccident() {
        String good = json(Samples.hostile());
        String compact = JSON.readTree(good).toString();
        assertEquals(OpenedReport.Digest.MATCHES, ((OpenedReport.Opened) read(compact)).digest());
        var sorted = new TreeMap<String, Object>();
        JSON.readTree(good).propertyStream().forEach(each -> sorted.put(each.getKey(), each.getValue()));
        assertEquals(OpenedReport.Digest.MATCHES, ((OpenedReport.Opened) read(JSON.writeValueAsString(sorted))).digest());
        assertEquals(OpenedReport.Digest.MATCHES, ((OpenedReport.Opened) ReportReader.read(("\ufeff"
                + good).getBytes(StandardCharsets.UTF_8))).digest());
        assertEquals(OpenedReport.Digest.MATCHES,
                ((OpenedReport.Opened) ReportReader.read(good.getBytes(StandardCharsets.UTF_16))).digest());
    }

    /// The example stands for the canonical form: it was computed by another program (Python's json and hashlib).
    @Test
    void theDigestIsWhatTheSchemaSays() {
        assertEquals("sha-256:331a90ad5343c79d21423382efda2e5d251e83ed7046824f3cdc2b6bb7f54444",
                ReportDigest.of(Map.of("b", List.of(1, 2.5, true), "a", "x\n\"ö€😀\u001b", "c", Map.of())));
    }

    @Test
    void foreignFilesAreRefusedInOneSentence() {
        assertEquals(OpenedReport.Reason.EMPTY, reason(""));
        assertEquals(OpenedReport.Reason.NOT_JSON, reason("hello"));
        assertEquals(OpenedReport.Reason.NOT_JSON, reason("\u0000\u0001\u0002"));
        assertEquals(OpenedReport.Reason.NOT_JSON, reason("   "));
        assertEquals(OpenedReport.Reason.NOT_JSON, reason("%PDF-1.7"));
        assertEquals(OpenedReport.Reason.NOT_JSON, reason("<html></html>"));
        assertEquals(OpenedReport.Reason.NOT_JSON, reason("{\"a\": NaN}"));
        assertEquals(OpenedReport.Reason.FOREIGN, reason("{}"));
        assertEquals(OpenedReport.Reason.FOREIGN, reason("[]"));
        assertEquals(OpenedReport.Reason.FOREIGN, reason("null"));
        assertEquals(OpenedReport.Reason.FOREIGN, reason("\"mailmedic-report\""));
        assertEquals(OpenedReport.Reason.FOREIGN, reason("{\"format\": \"mailmedic-domain\", \"version\": 1}"));
        assertEquals(OpenedReport.Reason.NEWER, reason("{\"format\": \"mailmedic-report\", \"version\": 2}"));
        assertEquals(OpenedReport.Reason.NEWER, reason("{\"format\": \"mailmedic-report\", \"version\": 99999999999999999999}"));
        assertEquals(OpenedReport.Reason.DAMAGED, reason("{\"format\": \"mailmedic-report\", \"version\": 1}"));
        assertEquals(OpenedReport.Reason.DAMAGED, reason("{\"format\": \"mailmedic-report\"}"));
        assertEquals(OpenedReport.Reason.DAMAGED, reason("{\"format\": \"mailmedic-report\", \"version\": \"1\"}"));
        assertEquals(OpenedReport.Reason.DAMAGED, reason("{\"format\": \"mailmedic-report\", \"version\": 0}"));
    }

    @Test
    void whatIsCutShortIsDamagedWhereverItEnds() {
        byte[] whole = Fixtures.bytes("blocked");
        for (int end = 60; end < whole.length - 2; end += 97) {
            var refused = assertInstanceOf(OpenedReport.Refused.class, ReportReader.read(Arrays.copyOf(whole, end)));
            assertEquals(OpenedReport.Reason.DAMAGED, refused.reason());
        }
        assertEquals(OpenedReport.Reason.DAMAGED, reason(new String(whole, StandardCharsets.UTF_8) + "{}"));
    }

    @Test
    void aPartOfAnotherKindIsNamed() {
        for (String name : List.of("created", "tool", "settings", "outcome", "diagnoses", "warnings", "stages", "evidence", "transcript",
                "total_ms")) {
            var tree = tree();
            tree.putArray(name).add(7);
            if (List.of("diagnoses", "warnings", "stages", "evidence", "transcript").contains(name)) {
                assertEquals(name + "/0", assertInstanceOf(OpenedReport.Refused.class, read(tree.toString())).at());
            } else {
                assertEquals(name, assertInstanceOf(OpenedReport.Refused.class, read(tree.toString())).at());
            }
        }
    }

    @Test
    void bombsDoNoHarm() {
        String start = "{\"format\": \"mailmedic-report\", \"version\": 1, \"evidence\": ";
        assertEquals(OpenedReport.Reason.TOO_DEEP, reason(start + "[".repeat(36)));
        assertEquals(OpenedReport.Reason.TOO_DEEP, reason(start + "[".repeat(100_000)));
        assertEquals(OpenedReport.Reason.TOO_DEEP, reason(start + "[".repeat(34) + "]".repeat(34) + "}"));
        assertEquals(OpenedReport.Reason.TOO_DEEP, reason("{\"a\":".repeat(50_000)));
        assertEquals(OpenedReport.Reason.TOO_BIG, reason(start + "\"" + "x".repeat(1_000_001) + "\"}"));
        assertEquals(OpenedReport.Reason.TOO_BIG, reason(start + "[" + "{},".repeat(600_000) + "{}]}"));
        assertEquals(OpenedReport.Reason.TOO_BIG, reason(start + "9".repeat(100) + "}"));
        assertEquals(OpenedReport.Reason.TOO_BIG, reason("{\"" + "n".repeat(2000) + "\": 1}"));
        assertEquals(OpenedReport.Reason.DAMAGED, reason(start + "[], \"evidence\": []}"), "a name that stands there twice");
        var huge = new byte[JsonTree.MOST_BYTES + 1];
        Arrays.fill(huge, (byte) ' ');
        assertEquals(OpenedReport.Reason.TOO_BIG, ((OpenedReport.Refused) ReportReader.read(huge)).reason());
    }

    @Test
    void numbersOutOfAllRangesAreTamed() {
        String text = new String(Fixtures.bytes("blocked"), StandardCharsets.UTF_8).replace("11060.2", "1e999999999").replace("0.93",
                "-1e30")
                .replace("10250.2", "-5").replace("1500", "1e2147483000");
        var opened = assertInstanceOf(OpenedReport.Opened.class, read(text));
        assertEquals(0, opened.report().diagnoses().getFirst().confidence());
        assertEquals(0, opened.report().stages().get(3).durationMs());
        assertTrue(opened.report().totalMs() <= 1e11);
        assertTrue(TextReport.write(opened.report(), false).length() < 20_000);
        assertEquals(OpenedReport.Digest.ABSENT, opened.digest());
        ReportDigest.of(opened.document());
        assertFalse(opened.complaints().isEmpty() && opened.complaints().size() > 100);
    }

    @Test
    void hostileTextIsInertOnceOpened() {
        var opened = assertInstanceOf(OpenedReport.Opened.class, read(json(Samples.hostile())));
        assertFalse(opened.report().toString().codePoints().anyMatch(c -> c != '\n' && PlainText.dangerous(c)));
        assertEquals(Samples.HOSTILE, JSON.readTree(JsonReport.write(opened.document())).get("diagnoses").get(0).get("title").asString(),
                "and kept");
    }

    /// Any byte may be another, or missing: every outcome is one of the two, and shows.
    @Test
    void noAccidentBreaksTheReader() {
        var random = new Random(42);
        byte[] good = json(Samples.problem()).getBytes(StandardCharsets.UTF_8);
        int opened = 0;
        for (int round = 0; round < 3000; round++) {
            byte[] bad = good.clone();
            for (int i = 0; i <= random.nextInt(4); i++) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
            }
            switch (ReportReader.read(bad)) {
                case OpenedReport.Opened it -> {
                    opened++;
                    assertEquals(Arrays.equals(bad, good) ? OpenedReport.Digest.MATCHES : it.digest(), it.digest());
                    assertFalse(TextReport.write(it.report(), false).isBlank());
                    it.complaints();
                    JsonReport.write(it.document());
                }
                case OpenedReport.Refused refused -> assertFalse(refused.sentence("x.json", Locale.ENGLISH).isBlank());
            }
        }
        assertTrue(opened > 100, "too few were opened for this to mean much: " + opened);
    }

    @Test
    void filesAreReadWithinBounds(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("a.mailmedic.json"), Fixtures.bytes("healthy"));
        assertInstanceOf(OpenedReport.Opened.class, ReportReader.read(file));
        assertEquals(OpenedReport.Reason.MISSING, ((OpenedReport.Refused) ReportReader.read(folder.resolve("b"))).reason());
        assertEquals(OpenedReport.Reason.UNREADABLE, ((OpenedReport.Refused) ReportReader.read(folder)).reason());
        assertInstanceOf(OpenedReport.Refused.class, ReportReader.read(file.resolve("below")));
        try (var sparse = FileChannel.open(folder.resolve("big"), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE)) {
            sparse.write(ByteBuffer.wrap(new byte[1]), 5_000_000_000L);
        }
        assertEquals(OpenedReport.Reason.TOO_BIG, ((OpenedReport.Refused) ReportReader.read(folder.resolve("big"))).reason());
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonHasItsSentence(OpenedReport.Reason reason) {
        String sentence = new OpenedReport.Refused(reason, "").sentence("a\u202eb.json", Locale.ENGLISH);
        assertFalse(sentence.startsWith("refused.") || sentence.contains("{"), sentence);
        assertTrue(sentence.contains("a\\u202eb.json"), sentence);
        assertTrue(TextBook.open("report", Locale.ENGLISH).find("refused." + reason.id()).isPresent());
    }
}
