package org.mailmedic.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailmedic.report.Report;
import org.mailmedic.ui.Samples;

final class NagiosLineTest {
    private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");

    private static Report warned(List<String> unchecked) {
        Report fine = Samples.healthy();
        return new Report(fine.id(), fine.created(), fine.tool(), fine.settings(), Report.Outcome.HEALTHY, List.of(),
                Samples.refused().diagnoses(), fine.stages(), fine.evidence(), fine.transcript(), fine.totalMs(), List.of(), unchecked);
    }

    @Test
    void aWarningDoesNotHideThatTheSignInWasLeftOut() {
        NagiosLine line = NagiosLine.of(warned(List.of("sign_in", "sender", "recipient")), NOW, "All but the sign-in works");
        assertEquals(NagiosLine.State.WARNING, line.state());
        assertTrue(line.text().contains(" All but the sign-in works; "), line.text());
        NagiosLine whole = NagiosLine.of(warned(List.of()), NOW, "Mail can go out");
        assertEquals(NagiosLine.State.WARNING, whole.state());
        assertTrue(!whole.text().contains("can go out") && whole.text().contains(" (" + Samples.refused().headline().orElseThrow().code()
                + ")"), whole.text());
    }
}
