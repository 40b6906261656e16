package org.mailmedic.diagnosis.observation;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.OffRoute.ClockCheck;

/// This device's clock, as compared with others.
///
/// @param check     the comparison in the middle of those that agree
/// @param aheadSecs seconds by which this clock is ahead; negative when it is behind
public record DeviceClock(ClockCheck check, double aheadSecs) {
    /// What a Date header in whole seconds and a slow line can make of a right clock.
    private static final double TOLERANCE_S = 120;

    /// Empty when nothing was compared, or most of those compared with do not agree.
    public static Optional<DeviceClock> in(CaseFile file) {
        List<DeviceClock> all = file.all(ClockCheck.class).flatMap(c -> c.outcome().seen().map(ahead -> new DeviceClock(c, ahead)).stream())
                .sorted(Comparator.comparingDouble(DeviceClock::aheadSecs)).toList();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        DeviceClock middle = all.get(all.size() / 2);
        long agreeing = all.stream().filter(c -> Math.abs(c.aheadSecs - middle.aheadSecs) <= TOLERANCE_S).count();
        return agreeing * 2 > all.size() ? Optional.of(middle) : Optional.empty();
    }

    /// How sure the dates of a certificate are, given how sure they are as long as no clock was compared.
    public static double confidence(CaseFile file, double uncompared) {
        return in(file).map(clock -> clock.wrong() ? 0.95 : 0.97).orElse(uncompared);
    }

    /// What is to be said of dates: `clock`, where there was nothing to compare this clock with.
    public static Facts add(Facts facts, CaseFile file) {
        return facts.and("clock", in(file).isEmpty() ? "uncompared" : "");
    }

    public boolean wrong() {
        return Math.abs(aheadSecs) > TOLERANCE_S;
    }

    private Instant really() {
        return check.here().minusMillis(Math.round(aheadSecs * 1000));
    }

    public boolean tooLateFor(X509Certificate certificate) {
        return really().isAfter(certificate.getNotAfter().toInstant());
    }

    public boolean tooEarlyFor(X509Certificate certificate) {
        return really().isBefore(certificate.getNotBefore().toInstant());
    }
}
