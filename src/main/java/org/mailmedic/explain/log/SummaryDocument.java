package org.mailmedic.explain.log;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The summary of a log as names and values, in the order in which `explain --format json` prints them as `summary`: maps, lists, text,
/// numbers, and null where something is not known.
public final class SummaryDocument {
    private SummaryDocument() {}

    public static Map<String, Object> of(LogSummary summary) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("program", summary.program());
        all.put("lines", summary.lines());
        all.put("understood", summary.understood());
        all.put("from", text(summary.from()));
        all.put("to", text(summary.to()));
        all.put("messages", summary.messages());
        all.put("attempts", attempts(summary.attempts()));
        all.put("recipients", row("sent", summary.recipients().sent(), "waiting", summary.recipients().waiting(),
                "failed", summary.recipients().failed()));
        all.put("rejected", summary.rejected());
        all.put("causes", summary.causes().stream().map(SummaryDocument::cause).toList());
        all.put("providers", summary.providers().stream().map(SummaryDocument::provider).toList());
        all.put("hours", summary.hours().stream().map(SummaryDocument::hour).toList());
        all.put("queue", row("messages", summary.queue().messages(), "oldest", text(summary.queue().oldest()),
                "oldest_age_s", summary.queue().oldestAgeSeconds().orElse(null)));
        all.put("delays", summary.delays().stream().map(each -> row("phase", each.phase().id(), "count", each.count(),
                "median_s", seconds(each.median()), "p90_s", seconds(each.p90()), "p99_s", seconds(each.p99()))).toList());
        all.put("changes", summary.changes().stream().map(each -> row("code", each.code().id(), "provider", each.provider(),
                "at", each.at().toString(), "share_before", share(each.before()), "share_after", share(each.after()),
                "open", each.open())).toList());
        all.put("bursts", summary.bursts().stream().map(each -> row("provider", each.provider(), "at", each.at().toString(),
                "attempts", each.attempts(), "slowed", each.slowed())).toList());
        all.put("sign_ins", summary.signIns().stream().map(each -> row("user", each.user(), "attempts", each.attempts(),
                "addresses", each.addresses())).toList());
        all.put("stopped", summary.stopped().orElse(null));
        return all;
    }

    private static Map<String, Object> cause(LogSummary.CauseLine cause) {
        return row("code", cause.code().id(), "provider", cause.provider(), "deferred", cause.deferred(), "bounced", cause.bounced(),
                "unreached", cause.unreached(), "first", text(cause.first()), "last", text(cause.last()), "example", cause.example());
    }

    private static Map<String, Object> provider(LogSummary.Provider provider) {
        Map<String, Object> all = row("name", provider.name(), "domains", List.copyOf(provider.domains()));
        all.putAll(attempts(provider.attempts()));
        all.put("delay_median_s", provider.delayMedianSeconds().map(SummaryDocument::seconds).orElse(null));
        return all;
    }

    private static Map<String, Object> hour(LogSummary.Hour hour) {
        Map<String, Object> all = row("at", hour.at().toString());
        all.putAll(attempts(hour.attempts()));
        return all;
    }

    private static Map<String, Object> attempts(LogSummary.Attempts attempts) {
        return row("sent", attempts.sent(), "deferred", attempts.deferred(), "bounced", attempts.bounced());
    }

    private static Map<String, Object> row(@Nullable Object... namesAndValues) {
        Map<String, Object> all = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            all.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return all;
    }

    private static BigDecimal seconds(double value) {
        return BigDecimal.valueOf(value);
    }

    private static BigDecimal share(double value) {
        return BigDecimal.valueOf(Math.round(value * 1000), 3).stripTrailingZeros();
    }

    private static @Nullable String text(Optional<LogTime> time) {
        return time.map(LogTime::toString).orElse(null);
    }
}
