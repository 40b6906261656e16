package org.mailmedic.diagnosis.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.CertificateProblem;
import org.mailmedic.evidence.Evidence.ClockCheck;

/// `device.clock_wrong`: the certificate is outside its dates only because this clock is off.
final class ClockWrongRule implements Rule {
    /// What a Date header in whole seconds and a slow line can make of a right clock.
    private static final double TOLERANCE_S = 120;

    @Override
    public Stream<Finding> examine(CaseFile file) {
        List<ClockCheck> checks = file.all(ClockCheck.class).filter(c -> c.outcome().seen().isPresent())
                .sorted(Comparator.comparing(c -> c.outcome().seen().orElseThrow())).toList();
        if (checks.isEmpty()) {
            return Stream.empty();
        }
        ClockCheck middle = checks.get(checks.size() / 2);
        double ahead = middle.outcome().seen().orElseThrow();
        Instant really = middle.here().minusMillis(Math.round(ahead * 1000));
        return Shown.in(file).filter(_ -> Math.abs(ahead) > TOLERANCE_S).filter(shown -> outsideDates(shown) && validAt(shown, really)).stream()
                .map(shown -> Finding.of(Code.DEVICE_CLOCK_WRONG, 0.95, shown.facts().and("offset", inWords(ahead)), middle, shown.handshake()));
    }

    private static boolean outsideDates(Shown shown) {
        return shown.certificate().has(CertificateProblem.EXPIRED) || shown.certificate().has(CertificateProblem.NOT_YET_VALID);
    }

    private static boolean validAt(Shown shown, Instant moment) {
        var leaf = shown.certificate().leaf();
        return !moment.isBefore(leaf.getNotBefore().toInstant()) && !moment.isAfter(leaf.getNotAfter().toInstant());
    }

    private static String inWords(double ahead) {
        var off = Duration.ofSeconds(Math.round(Math.abs(ahead)));
        return off.toDays() > 1 ? off.toDays() + " days" : off.toHours() > 1 ? off.toHours() + " hours" : off.toMinutes() + " minutes";
    }
}
