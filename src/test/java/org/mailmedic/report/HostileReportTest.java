package org.mailmedic.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailmedic.report.json.JsonReport;
import org.mailmedic.report.json.OpenedReport;
import org.mailmedic.report.json.ReportDigest;
import org.mailmedic.report.json.ReportReader;
import org.mailmedic.report.mask.FolderMask;
import org.mailmedic.settings.Growth;

/// A file that somebody made to hold the program up gets a sentence, or is shown; it never breaks anything.
@Timeout(120)
final class HostileReportTest {
    @Test
    void aPathOfAnyDepthIsMasked() {
        String deep = "/home/anna/" + "b/".repeat(100_000) + "ca.pem";
        String masked = new FolderMask(List.of("/home/anna")).apply("in " + deep + " lies", true);
        assertFalse(masked.contains("anna"));
        assertTrue(masked.endsWith("ca.pem lies"));
        Growth.assertLinear("folders", size -> "/home/a/" + "b/".repeat(size / 2), text -> new FolderMask(List.of()).apply(text, true));
        Growth.assertLinear("homes", size -> "/home/".repeat(size / 6), text -> new FolderMask(List.of()).apply(text, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+999999999-12-31T23:59:59.999Z", "-0001-01-01T00:00:00.000Z", "+10000-01-01T00:00:00.000Z"})
    void aYearThatIsNoneIsDamage(String created) {
        String json = JsonReport.write(Samples.problem()).replaceFirst("\"created\" ?: ?\"[^\"]*\"", "\"created\": \"" + created + "\"");
        assertTrue(json.contains(created));
        var refused = assertInstanceOf(OpenedReport.Refused.class, ReportReader.read(json.getBytes(StandardCharsets.UTF_8)));
        assertEquals("created", refused.at());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aPipeOrADeviceIsNoReport(@TempDir Path folder) throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe");
        new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
        for (Path file : List.of(pipe, Path.of("/dev/zero"), folder)) {
            var refused = assertInstanceOf(OpenedReport.Refused.class, ReportReader.read(file));
            assertEquals(OpenedReport.Reason.UNREADABLE, refused.reason(), file.toString());
        }
    }

    /// Fed piece by piece, and the same as of the whole.
    @Test
    void theDigestOfSomethingLarge() throws GeneralSecurityException {
        for (int before = 0; before < 3; before++) {
            String text = "x".repeat(before) + "\u20ac\ud83d\ude00a".repeat(40_000);
            byte[] whole = ("{\"a\":\"" + text + "\"}").getBytes(StandardCharsets.UTF_8);
            assertEquals("sha-256:" + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(whole)),
                    ReportDigest.of(Map.of("a", text)));
        }
    }
}
