package org.mailmedic.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.mailmedic.report.json.OpenedReport;
import org.mailmedic.report.json.ReportReader;

/// Saved reports as earlier versions wrote them. They stay as they are for ever: what could be opened once can always be opened.
public final class Fixtures {
    /// Format version 1, as its first release wrote it, before reports had a digest.
    public static final List<String> FIRST = List.of("healthy", "expired", "refused", "blocked", "inconclusive");

    private Fixtures() {}

    public static byte[] bytes(String name) {
        try (var in = Fixtures.class.getResourceAsStream("v1/" + name + ".json")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static OpenedReport.Opened opened(String name) {
        return switch (ReportReader.read(bytes(name))) {
            case OpenedReport.Opened opened -> opened;
            case OpenedReport.Refused refused -> throw new AssertionError(name + ": " + refused);
        };
    }

    public static Report report(String name) {
        return opened(name).report();
    }
}
