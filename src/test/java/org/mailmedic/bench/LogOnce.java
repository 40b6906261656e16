package org.mailmedic.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.mailmedic.explain.log.LogReader;
import org.mailmedic.explain.log.SummaryDocument;
import org.mailmedic.report.json.JsonText;

/// Reads one log and prints its summary: what is timed as a process of its own. The second line is the largest resident set in KB.
final class LogOnce {
    private LogOnce() {}

    public static void main(String... arguments) throws Exception {
        var summary = new LogReader(LocalDateTime.now()).read(List.of(Path.of(arguments[0]))).summary();
        System.out.println(JsonText.line(SummaryDocument.of(summary)));
        System.out.println(Files.readString(Path.of("/proc/self/status")).lines().filter(line -> line.startsWith("VmHWM:")).findFirst()
                .orElse("").replaceAll("\\D", ""));
    }
}
