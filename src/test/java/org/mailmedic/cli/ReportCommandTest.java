package org.mailmedic.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailmedic.maildomain.DomainSamples;
import org.mailmedic.report.Fixtures;
import org.mailmedic.report.Report;
import org.mailmedic.report.json.JsonReport;
import org.mailmedic.ui.DomainReports;
import tools.jackson.databind.json.JsonMapper;

final class ReportCommandTest {
    @TempDir
    private Path folder;
    private String blocked;

    @BeforeEach
    void save() throws IOException {
        blocked = Files.write(folder.resolve("blocked.mailmedic.json"), Fixtures.bytes("blocked")).toString();
    }

    private Call call(String... words) {
        return new Call().run(words);
    }

    @Test
    void aSavedReportIsPrintedAgain() {
        var text = call("report", blocked, "--lang", "en");
        assertEquals(0, text.code(), text.err());
        assertTrue(text.out().contains("✗ Your Internet provider or router blocks port 587"), text.out());
        assertTrue(text.out().contains("Time of the test: 20 November 2026, 14:02 (UTC+01:00)"), text.out());
        assertEquals("", text.err());
    }

    /// A shell's `<(…)` is a pipe; a device that never ends is still no report.
    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aPipeIsOpenedLikeAFile() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        byte[] report = Fixtures.bytes("blocked");
        var writing = Thread.ofVirtual().start(() -> {
            try {
                Files.write(pipe, report, StandardOpenOption.WRITE);
            } catch (IOException nobodyReads) {
                throw new UncheckedIOException(nobodyReads);
            }
        });
        var call = call("report", pipe.toString(), "--format", "json");
        writing.join();
        assertEquals(0, call.code(), call.err());
        assertEquals(JsonMapper.shared().readTree(report), JsonMapper.shared().readTree(call.out()));
        assertEquals(2, call("report", "/dev/zero").code());
        assertEquals(2, call("report", folder.toString()).code());
    }

    @Test
    void asJsonNothingIsLostOrAdded() {
        var json = call("report", blocked, "--format", "json");
        assertEquals(0, json.code());
        assertEquals(JsonMapper.shared().readTree(Fixtures.bytes("blocked")), JsonMapper.shared().readTree(json.out()));
    }

    @Test
    void itCanBeMaskedForSomebodyElse() {
        var json = call("report", blocked, "--format", "json", "--mask", "all");
        assertFalse(json.out().contains("anna.berg"), json.out());
        var tree = SchemaCheck.valid("report.schema.json", json.out());
        assertEquals("a•••@gmx.example", tree.get("settings").get("user").asString());
        var some = call("report", blocked, "--format", "json", "--mask", "own_addresses");
        assertTrue(some.out().contains("anna.berg") && !some.out().contains("192.168.178.23"), some.out());
        assertEquals(2, call("report", blocked, "--mask", "everything").code());
    }

    @Test
    void intoAFile() throws IOException {
        Path file = folder.resolve("out.txt");
        var done = call("report", blocked, "--output", file.toString(), "--lang", "en");
        assertEquals(0, done.code());
        assertEquals("", done.out());
        assertTrue(Files.readString(file).contains("blocks port 587"));
    }

    @ParameterizedTest
    @CsvSource({"'',is empty", "hello,is not a report", "{},not a report",
            "'{\"format\": \"mailmedic-report\", \"version\": 9}',newer version",
            "'{\"format\": \"mailmedic-report\", \"vers',damaged"})
    void whatCannotBeOpenedIsSaidOnceAndNothingElse(String content, String sentence) throws IOException {
        Path file = Files.writeString(folder.resolve("x.json"), content);
        Path out = folder.resolve("out.txt");
        for (String more : new String[] {"--format=json", "--format=text", "--verify", "--output=" + out}) {
            var call = call("report", file.toString(), more, "--lang", "en");
            assertEquals(2, call.code());
            assertEquals("", call.out());
            assertTrue(call.err().contains(sentence) && call.err().lines().count() == 1, call.err());
            assertFalse(Files.exists(out));
        }
    }

    @Test
    void noFileNoReport() {
        assertEquals(2, call("report", folder.resolve("absent").toString()).code());
        assertEquals(2, call("report", folder.toString()).code());
        assertEquals(2, call("report", "a\0b").code());
        assertEquals(2, call("report").code());
        assertEquals(2, call("report", blocked, "--format", "docx").code());
        assertEquals(2, call("report", blocked, "--output", folder.resolve("no/such/folder").toString()).code());
    }

    @Test
    void verifyChecksFormatAndDigest() throws IOException {
        String sealed = JsonReport.write(Fixtures.report("blocked"));
        Path good = Files.writeString(folder.resolve("good.json"), sealed);
        Path edited = Files.writeString(folder.resolve("edited.json"), sealed.replace("Speedport", "Speedboat"));
        Path odd = Files.writeString(folder.resolve("odd.json"),
                new String(Fixtures.bytes("blocked"), StandardCharsets.UTF_8).replace("\"timeout\"",
                "\"TIME OUT\""));
        var old = call("report", blocked, "--verify", "--lang", "en");
        assertEquals(0, old.code());
        assertTrue(old.out().contains("follows the format") && old.out().contains("has no digest"), old.out());
        var fine = call("report", good.toString(), "--verify", "--lang", "en");
        assertEquals(0, fine.code());
        assertTrue(fine.out().contains("digest fits"), fine.out());
        var changed = call("report", edited.toString(), "--verify", "--lang", "en");
        assertEquals(1, changed.code());
        assertTrue(changed.out().contains("does not fit"), changed.out());
        var strange = call("report", odd.toString(), "--verify", "--format", "json");
        assertEquals(1, strange.code());
        var json = JsonMapper.shared().readTree(strange.out());
        assertEquals("mailmedic-verification", json.get("format").asString());
        assertEquals("pattern", json.get("complaints").get(0).get("rule").asString());
        assertEquals("absent", json.get("digest").asString());
    }

    @Test
    void anEditedReportIsShownWithAWarningBesideIt() throws IOException {
        Path edited = Files.writeString(folder.resolve("edited.json"),
                JsonReport.write(Fixtures.report("blocked")).replace("Speedport", "Speedboat"));
        var call = call("report", edited.toString(), "--lang", "en");
        assertEquals(0, call.code());
        assertTrue(call.out().contains("Speedboat"));
        assertTrue(call.err().contains("was changed after it was written"), call.err());
    }

    @Test
    void twoLooksAtADomainAreComparedRecordByRecord() throws IOException {
        String ill = saved("ill.json", DomainReports.of(DomainSamples.ill(), Instant.parse("2026-11-27T12:00:00Z")));
        String healthy = saved("well.json", DomainReports.of(DomainSamples.healthy(), Instant.parse("2026-11-28T12:00:00Z")));
        var fixed = call("compare", ill, healthy, "--lang", "en");
        assertEquals(1, fixed.code());
        assertTrue(fixed.out().contains("The records are in order now."), fixed.out());
        assertTrue(fixed.out().contains("Record by record"), fixed.out());
        assertTrue(fixed.out().replaceAll("\\s+", " ").contains("(SPF), what stands there: v=spf1 include:_spf.example.net"),
                fixed.out());
        var json = SchemaCheck.valid("comparison.schema.json", call("compare", ill, healthy, "--format", "json").out());
        assertEquals("spf", json.get("records").get(0).get("record").asString());
        assertEquals("problem fine", json.get("records").get(0).get("before").asString() + " " + json.get("records").get(0).get("after")
                .asString());
        assertEquals(0, call("compare", ill, ill).code());
        assertTrue(call("compare", healthy, blocked, "--lang", "en").out().contains("not about the same domain"));
    }

    private String saved(String name, Report report) throws IOException {
        return Files.writeString(folder.resolve(name), JsonReport.write(report)).toString();
    }

    @Test
    void twoReportsAreCompared() throws IOException {
        String healthy = Files.write(folder.resolve("healthy.json"), Fixtures.bytes("healthy")).toString();
        String expired = Files.write(folder.resolve("expired.json"), Fixtures.bytes("expired")).toString();
        var same = call("compare", blocked, blocked, "--lang", "en");
        assertEquals(0, same.code());
        assertTrue(same.out().contains("Nothing has changed"), same.out());
        var fixed = call("compare", expired, healthy, "--lang", "en");
        assertEquals(1, fixed.code());
        assertTrue(fixed.out().contains("It works now. Before: The certificate of 127.0.0.1 has run out."), fixed.out());
        var json = call("compare", expired, healthy, "--format", "json");
        assertEquals(1, json.code());
        assertEquals("fixed", SchemaCheck.valid("comparison.schema.json", json.out()).get("conclusion").asString());
        assertEquals("same", SchemaCheck.valid("comparison.schema.json", call("compare", blocked, blocked, "--format", "json").out())
                .get("conclusion").asString());
        for (String[] words : new String[][] {{"compare", blocked}, {"compare", blocked, folder.resolve("absent").toString()},
                {"compare", folder.toString(), blocked}, {"compare", blocked, blocked, "--format", "pdf"}}) {
            var wrong = call(words);
            assertEquals(2, wrong.code());
            assertEquals("", wrong.out());
            assertFalse(wrong.err().isBlank());
        }
    }
}
