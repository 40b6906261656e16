package org.mailmedic.explain.log;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;

/// Turns a summary's causes into findings: one for each code, most unreached first.
final class LogFindings {
    private LogFindings() {}

    /// What one code did in all.
    private record Sum(long unreached, long lines, double confidence, CauseCount first) {
        Sum and(Sum other) {
            return new Sum(unreached + other.unreached, lines + other.lines, Math.max(confidence, other.confidence), first);
        }
    }

    /// @param counts the same causes, with how sure their words are
    static List<Finding> of(LogSummary summary, List<CauseCount> counts) {
        Map<Code, Sum> sums = new EnumMap<>(Code.class);
        for (LogSummary.CauseLine cause : summary.causes()) {
            CauseCount count = counts.stream()
                    .filter(each -> each.cause.code() == cause.code()
                            && each.provider().equals(cause.provider())).findFirst().orElseThrow();
            sums.merge(cause.code(), new Sum(cause.unreached(), cause.deferred() + cause.bounced(), count.cause.confidence(), count),
                    Sum::and);
        }
        return sums.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<Code, Sum> each) -> -each.getValue().unreached())
                        .thenComparingLong(each -> -each.getValue().lines()).thenComparing(each -> each.getKey().id()))
                .map(each -> finding(each.getKey(), each.getValue())).toList();
    }

    private static Finding finding(Code code, Sum sum) {
        Facts facts = Facts.of("reply", sum.first().example).and("provider", sum.first().provider());
        return Finding.of(code, sum.confidence(), facts).at(sum.first().cause.stage());
    }
}
