package org.mailmedic.monitor.batch;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.mailmedic.report.Report;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a file of results has already: whose lines are not done again, and which sign-ins are not tried again. Filled by one thread, then
/// only read.
public final class Earlier {
    private final JsonMapper mapper = JsonMapper.builder().build();
    private final LongSet done = new LongSet();
    private final Map<String, SignIns.Refusal> lockedOut = new HashMap<>();
    private final Map<Long, SignIns.Refusal> wrong = new HashMap<>();
    private final Tally tally = new Tally();

    /// @return whether it is a line of a result
    boolean add(String line) {
        try {
            JsonNode result = mapper.readTree(line);
            if (!ResultLine.FORMAT.equals(result.path("format").asString(""))) {
                return false;
            }
            take(result);
            return true;
        } catch (JacksonException | IllegalArgumentException torn) {
            return false;
        }
    }

    private void take(JsonNode result) {
        String id = result.path("id").asString("");
        String host = result.path("domain").asString(result.path("host").asString(""));
        String code = result.path("code").asString("");
        String stage = result.path("stage").asString("");
        boolean error = !result.path("error").isNull();
        long number = result.path("line").asLong(0);
        OptionalInt port = result.path("port").isNull() ? OptionalInt.empty() : OptionalInt.of(result.path("port").asInt(0));
        String key = key(id, number, host, port);
        done.add(LongSet.hash(error ? errorKey(key, number) : key));
        var outcome = Report.Outcome.valueOf(result.path("outcome").asString("inconclusive").toUpperCase(Locale.ROOT));
        tally.add(host, outcome, code, error);
        boolean everybody = SignIns.tooMany(code);
        if (everybody || SignIns.wrong(code, stage)) {
            var refusal = new SignIns.Refusal(everybody, id, code, result.path("party").asString(""), stage,
                    result.path("title").asString(""),
                    result.path("confidence").asDouble(0));
            if (everybody) {
                lockedOut.put(host, refusal);
            } else {
                wrong.put(LongSet.hash(key), refusal);
            }
        }
    }

    /// A list without ids goes by its lines' numbers, and a line that has moved meanwhile is another one: then it counts with its server.
    private static String key(String id, long number, String host, OptionalInt port) {
        return id.equals(String.valueOf(number)) ? id + "\n" + host + "\n" + (port.isPresent() ? port.getAsInt() : "") : id;
    }

    private static String key(Target target) {
        String host = ResultLine.shown(target);
        return key(target.id(), target.number(), host == null ? "" : host, ResultLine.port(target));
    }

    private static String errorKey(String key, long number) {
        return key + "\n" + number;
    }

    /// Whether its line is there.
    boolean has(Target target) {
        String key = key(target);
        boolean asBad = done.contains(LongSet.hash(errorKey(key, target.number())));
        return asBad || !(target instanceof Target.Unusable) && done.contains(LongSet.hash(key));
    }

    /// The counts of what is there.
    Tally tally() {
        return tally;
    }

    /// What is known of the sign-ins before anything begins.
    void tell(SignIns signIns) {
        lockedOut.forEach((host, refusal) -> signIns.lockedOut(Target.spelling(host), refusal));
    }

    /// Why this target's sign-in was refused, if it was.
    Optional<SignIns.Refusal> refusal(Target target) {
        return Optional.ofNullable(wrong.get(LongSet.hash(key(target))));
    }
}
