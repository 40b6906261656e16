package org.mailmedic.explain.log;

import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The summary of a log as JSON: `summary` in what `explain --format json` prints.
public final class SummaryDocument {
    private SummaryDocument() {}

    public static ObjectNode of(LogSummary summary) {
        ObjectNode node = JsonMapper.shared().createObjectNode();
        node.put("program", summary.program()).put("lines", summary.lines()).put("understood", summary.understood());
        time(node, "from", summary.from());
        time(node, "to", summary.to());
        node.put("messages", summary.messages());
        attempts(node.putObject("attempts"), summary.attempts());
        node.putObject("recipients").put("sent", summary.recipients().sent()).put("waiting", summary.recipients().waiting())
                .put("failed", summary.recipients().failed());
        node.put("rejected", summary.rejected());
        causes(node.putArray("causes"), summary);
        providers(node.putArray("providers"), summary);
        ArrayNode hours = node.putArray("hours");
        for (LogSummary.Hour hour : summary.hours()) {
            attempts(hours.addObject().put("at", hour.at().toString()), hour.attempts());
        }
        ObjectNode queue = node.putObject("queue").put("messages", summary.queue().messages());
        time(queue, "oldest", summary.queue().oldest());
        summary.queue().oldestAgeSeconds().ifPresentOrElse(age -> queue.put("oldest_age_s", age), () -> queue.putNull("oldest_age_s"));
        more(node, summary);
        return node;
    }

    private static void causes(ArrayNode causes, LogSummary summary) {
        for (LogSummary.CauseLine cause : summary.causes()) {
            ObjectNode node = causes.addObject().put("code", cause.code().id()).put("provider", cause.provider())
                    .put("deferred", cause.deferred()).put("bounced", cause.bounced()).put("unreached", cause.unreached());
            time(node, "first", cause.first());
            time(node, "last", cause.last());
            node.put("example", cause.example());
        }
    }

    private static void providers(ArrayNode providers, LogSummary summary) {
        for (LogSummary.Provider provider : summary.providers()) {
            ObjectNode node = providers.addObject().put("name", provider.name());
            ArrayNode domains = node.putArray("domains");
            provider.domains().forEach(domains::add);
            attempts(node, provider.attempts());
            provider.delayMedianSeconds().ifPresentOrElse(median -> node.put("delay_median_s", median),
                    () -> node.putNull("delay_median_s"));
        }
    }

    private static void more(ObjectNode node, LogSummary summary) {
        ArrayNode delays = node.putArray("delays");
        for (LogSummary.Phase phase : summary.delays()) {
            delays.addObject().put("phase", phase.phase().id()).put("count", phase.count()).put("median_s", phase.median())
                    .put("p90_s", phase.p90()).put("p99_s", phase.p99());
        }
        ArrayNode changes = node.putArray("changes");
        for (LogSummary.Change change : summary.changes()) {
            changes.addObject().put("code", change.code().id()).put("provider", change.provider()).put("at", change.at().toString())
                    .put("share_before", rounded(change.before())).put("share_after", rounded(change.after())).put("open", change.open());
        }
        ArrayNode bursts = node.putArray("bursts");
        for (LogSummary.Burst burst : summary.bursts()) {
            bursts.addObject().put("provider", burst.provider()).put("at", burst.at().toString()).put("attempts", burst.attempts())
                    .put("slowed", burst.slowed());
        }
        ArrayNode signIns = node.putArray("sign_ins");
        for (LogSummary.SignIns each : summary.signIns()) {
            signIns.addObject().put("user", each.user()).put("attempts", each.attempts()).put("addresses", each.addresses());
        }
        summary.stopped().ifPresentOrElse(why -> node.put("stopped", why), () -> node.putNull("stopped"));
    }

    private static double rounded(double share) {
        return Math.round(share * 1000) / 1000.0;
    }

    private static void attempts(ObjectNode node, LogSummary.Attempts attempts) {
        node.put("sent", attempts.sent()).put("deferred", attempts.deferred()).put("bounced", attempts.bounced());
    }

    private static void time(ObjectNode node, String name, Optional<LogTime> time) {
        time.ifPresentOrElse(at -> node.put(name, at.toString()), () -> node.putNull(name));
    }
}
