package org.mailmedic.diagnosis.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mailmedic.diagnosis.Cases.dated;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailmedic.diagnosis.Cases;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.evidence.CertificateProblem;

final class ClockWrongRuleTest {
    private static final Rule RULE = new ClockWrongRule();
    private static final double DAY = 86_400;
    private static final Instant AFTER = Instant.parse("2025-04-11T00:00:00Z");
    private static final Instant BEFORE = Instant.parse("2024-12-22T00:00:00Z");

    private static Cases expired() {
        return Cases.starttls().upgraded().tls(dated("2025-01-01", "2025-04-01", CertificateProblem.EXPIRED));
    }

    private static Cases early() {
        return Cases.starttls().upgraded().tls(dated("2025-01-01", "2025-04-01", CertificateProblem.NOT_YET_VALID));
    }

    @Test
    void ahead() {
        var finding = expired().clock("https://one.example/", AFTER, 30 * DAY).judgedBy(RULE).getFirst();
        assertEquals(Code.DEVICE_CLOCK_WRONG, finding.code());
        assertEquals("2592000", finding.facts().get("offset"));
    }

    @Test
    void behind() {
        assertEquals(List.of(Code.DEVICE_CLOCK_WRONG), early().clock("https://one.example/", BEFORE, -30 * DAY).codesBy(RULE));
    }

    @Test
    void theClockIsRightAndTheCertificateReallyExpired() {
        assertEquals(List.of(), expired().clock("https://one.example/", AFTER, 2).codesBy(RULE));
    }

    @Test
    void offByADayAndExpiredAllTheSame() {
        assertEquals(List.of(), expired().clock("https://one.example/", AFTER, DAY).codesBy(RULE));
    }

    @Test
    void theClockIsOffAndTheCertificateFine() {
        assertEquals(List.of(), Cases.upToEncryptedHello().clock("https://one.example/", AFTER, 30 * DAY).codesBy(RULE));
    }

    @Test
    void nothingWasCompared() {
        assertEquals(List.of(), expired().codesBy(RULE));
    }

    @Test
    void thoseComparedWithDoNotAgree() {
        assertEquals(List.of(), expired().clock("https://one.example/", AFTER, 30 * DAY).clock("https://two.example/", AFTER,
                1).codesBy(RULE));
    }

    @Test
    void mostOfThoseComparedWithAgree() {
        assertEquals(List.of(Code.DEVICE_CLOCK_WRONG), expired().clock("https://one.example/", AFTER, 30 * DAY)
                .clock("https://two.example/", AFTER, 30 * DAY + 3).clock("https://three.example/", AFTER, 1).codesBy(RULE));
    }
}
