package org.mailmedic.monitor.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailmedic.report.Report;

/// A result as it was written comes back, and whatever else stands in the file is counted.
final class BatchResultTest {
    @TempDir
    private Path folder;

    private static String line(long number, String id, String host, boolean domain, Report.Outcome outcome, String code) {
        return new ResultLine(number, id, host, domain, domain ? OptionalInt.empty() : OptionalInt.of(587), outcome, code,
                code == null ? null : "hosting", code == null ? null : "connect", code == null ? null : 0.9,
                code == null ? null : "The server refuses port 587", List.of(), Optional.empty(), Map.of(), 12, List.of(), null, null)
                .json();
    }

    @Test
    void whatWasWrittenComesBackWithTheReportsThatLieBeside() throws IOException {
        Path file = Files.writeString(folder.resolve("result.jsonl"),
                line(1, "shop-1", "mail.shop.example", false, Report.Outcome.PROBLEM, "tcp.refused")
                        + line(2, "Shop 2", "mail.other.example", false, Report.Outcome.HEALTHY, null)
                        + line(3, "shop-1", "shop.example", true, Report.Outcome.HEALTHY, null));
        Path reports = Files.createDirectories(folder.resolve("reports"));
        Path first = Files.writeString(reports.resolve("shop-1.mailmedic.json"), "{}");
        Path second = Files.writeString(folder.resolve(ReportFolder.name("Shop 2", false)), "{}");
        assertTrue(BatchResult.looksLikeOne(file));
        var result = BatchResult.read(file, 100);
        assertEquals(new BatchResult(List.of(
                new BatchResult.Line("shop-1", "mail.shop.example", OptionalInt.of(587), Report.Outcome.PROBLEM, "tcp.refused", "hosting",
                        "The server refuses port 587", "", Optional.of(first)),
                new BatchResult.Line("Shop 2", "mail.other.example", OptionalInt.of(587), Report.Outcome.HEALTHY, "", "", "", "",
                        Optional.of(second.toAbsolutePath())),
                new BatchResult.Line("shop-1", "shop.example", OptionalInt.empty(), Report.Outcome.HEALTHY, "", "", "", "",
                        Optional.empty())), 0, true), result);
    }

    @Test
    void whatIsNoLineOfAResultIsCountedAndALongFileIsCut() throws IOException {
        String good = line(1, "a", "mail.shop.example", false, Report.Outcome.HEALTHY, null);
        Path file = Files.writeString(folder.resolve("result.jsonl"), good + "\n\n[1]\n" + "x".repeat(200_000) + "\n"
                + good.replace("healthy", "splendid") + good + good.substring(0, 40));
        var whole = BatchResult.read(file, 100);
        assertEquals(2, whole.lines().size());
        assertEquals(4, whole.torn());
        assertTrue(whole.whole());
        assertFalse(BatchResult.read(file, 1).whole());
    }

    @Test
    void aReportAListAndAFolderAreNone() throws IOException {
        assertFalse(BatchResult.looksLikeOne(Files.writeString(folder.resolve("a"), "{\"format\": \"mailmedic-report\"}")));
        assertFalse(BatchResult.looksLikeOne(Files.writeString(folder.resolve("b"), "{\"host\": \"mail.shop.example\"}\n"
                + line(1, "a", "mail.shop.example", false, Report.Outcome.HEALTHY, null))));
        assertFalse(BatchResult.looksLikeOne(folder));
    }
}
