package org.mailmedic.explain.log;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A line that is a JSON object: `journalctl -o json`, Docker's log files, `postqueue -j`.
sealed interface JsonLine {
    /// @param text   the line itself
    /// @param tagged whether it begins with the tag, without a time
    /// @param stamp  when it was written, [Stamp#NONE] when that is not told
    record Entry(byte[] text, boolean tagged, long stamp) implements JsonLine {}

    /// A message in Postfix's queue.
    ///
    /// @param arrival seconds since 1970, UTC
    record Queued(String id, long arrival, List<Waiting> recipients) implements JsonLine {}

    /// @param reason empty when nothing was tried yet
    record Waiting(String address, String reason) {}

    static Optional<JsonLine> read(Line line) {
        JsonNode node;
        try {
            node = JsonMapper.shared().readTree(line.bytes, line.from, line.to - line.from);
        } catch (JacksonException cutOff) {
            return Optional.empty();
        }
        if (node.has("queue_id")) {
            return Optional.of(queued(node));
        }
        if (node.has("MESSAGE")) {
            String tag = node.path("SYSLOG_IDENTIFIER").asString(node.path("_COMM").asString(""));
            String pid = node.path("_PID").asString(node.path("SYSLOG_PID").asString(""));
            return Optional.of(entry(tag, pid, message(node.path("MESSAGE")), micros(node.path("__REALTIME_TIMESTAMP").asString(""))));
        }
        if (node.has("log")) {
            byte[] text = node.path("log").asString("").stripTrailing().getBytes(StandardCharsets.UTF_8);
            return Optional.of(new Entry(text, false, instant(node.path("time").asString(""))));
        }
        return Optional.empty();
    }

    static Entry entry(String tag, String pid, byte[] message, long stamp) {
        byte[] head = (tag + (pid.isEmpty() ? "" : "[" + pid + "]") + ": ").getBytes(StandardCharsets.UTF_8);
        byte[] text = new byte[head.length + message.length];
        System.arraycopy(head, 0, text, 0, head.length);
        System.arraycopy(message, 0, text, head.length, message.length);
        return new Entry(text, true, stamp);
    }

    /// Microseconds since 1970 as a stamp.
    static long micros(String number) {
        return number.length() < 7 || number.length() > 17 || !number.chars().allMatch(Line::digit) ? Stamp.NONE
                : Stamp.of(Long.parseLong(number) / 1_000_000, 0);
    }

    private static long instant(String iso) {
        try {
            return Stamp.of(Instant.parse(iso).getEpochSecond(), 0);
        } catch (DateTimeException other) {
            return Stamp.NONE;
        }
    }

    /// A text, or, where it is not UTF-8, its bytes as numbers.
    private static byte[] message(JsonNode node) {
        if (!node.isArray()) {
            return node.asString("").getBytes(StandardCharsets.UTF_8);
        }
        byte[] bytes = new byte[node.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) node.path(i).asInt(' ');
        }
        return bytes;
    }

    private static Queued queued(JsonNode node) {
        List<Waiting> recipients = new ArrayList<>();
        node.path("recipients").valueStream()
                .forEach(each -> recipients.add(new Waiting(each.path("address").asString(""), each.path("delay_reason").asString(""))));
        return new Queued(node.path("queue_id").asString(""), node.path("arrival_time").asLong(0), recipients);
    }
}
