package org.mailmedic.history;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mailmedic.report.Report;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Reads the summary out of a whole report without keeping the rest. What it reads may be damaged or anything else. Not thread-safe.
final class SummaryReader {
    /// Years of four digits (RFC 3339 §5.6): others count in no list, and their milliseconds may not even be a number.
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant TOO_LATE = Instant.parse("+10000-01-01T00:00:00Z");
    private final JsonFactory json = new JsonFactory();
    private final Map<String, String> known = new HashMap<>();

    /// @return empty when this is not a whole report of a version that is known
    Optional<Summary> read(String name, byte[] report) {
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), report, 0, report.length)) {
            var found = new Found();
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String key = parser.currentName();
                JsonToken value = parser.nextToken();
                top(parser, key, value, found);
            }
            boolean whole = parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null;
            return whole ? found.summary(name) : Optional.empty();
        } catch (JacksonException | DateTimeException damaged) {
            return Optional.empty();
        }
    }

    private void top(JsonParser parser, String key, JsonToken value, Found found) {
        switch (key) {
            case "format" -> found.format = text(parser, value);
            case "version" -> found.version = value == JsonToken.VALUE_NUMBER_INT ? parser.getValueAsInt() : 0;
            case "id" -> found.id = value == JsonToken.VALUE_STRING ? parser.getString() : "";
            case "created" -> found.created = Instant.parse(text(parser, value));
            case "outcome" -> found.outcome = text(parser, value);
            case "total_ms" -> found.totalMs = number(parser, value);
            case "settings" -> object(parser, value, (name, inner) -> {
                switch (name) {
                    case "host" -> found.host = text(parser, inner);
                    case "port" -> found.port = inner == JsonToken.VALUE_NUMBER_INT ? parser.getValueAsInt() : 0;
                    default -> parser.skipChildren();
                }
            });
            case "diagnoses" -> headline(parser, value, found);
            case "unchecked" -> each(parser, value, () -> found.unchecked.add(text(parser, parser.currentToken())));
            case "stages" -> each(parser, value, () -> stage(parser, found));
            default -> parser.skipChildren();
        }
    }

    private void headline(JsonParser parser, JsonToken value, Found found) {
        var seen = new ArrayList<Boolean>();
        each(parser, value, () -> {
            boolean first = seen.isEmpty();
            seen.add(true);
            object(parser, parser.currentToken(), (name, inner) -> {
                switch (first ? name : "") {
                    case "code" -> found.code = text(parser, inner);
                    case "title" -> found.headline = text(parser, inner);
                    default -> parser.skipChildren();
                }
            });
        });
    }

    private void stage(JsonParser parser, Found found) {
        String[] names = {"", ""};
        double[] ms = {0};
        object(parser, parser.currentToken(), (name, inner) -> {
            switch (name) {
                case "stage" -> names[0] = text(parser, inner);
                case "status" -> names[1] = text(parser, inner);
                case "duration_ms" -> ms[0] = number(parser, inner);
                default -> parser.skipChildren();
            }
        });
        if (Summary.reached(names[1])) {
            found.stages.add(new Summary.StageTime(names[0], names[1], ms[0]));
        }
    }

    private interface Member {
        void read(String name, JsonToken value);
    }

    private static void object(JsonParser parser, JsonToken start, Member member) {
        if (start != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            member.read(name, parser.nextToken());
        }
    }

    private static void each(JsonParser parser, JsonToken start, Runnable element) {
        if (start != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return;
        }
        for (JsonToken token = parser.nextToken(); token != null && token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            element.run();
        }
    }

    /// The same words come back in every report; each is kept once.
    private String text(JsonParser parser, JsonToken value) {
        if (value == JsonToken.VALUE_STRING) {
            String text = parser.getString();
            return known.computeIfAbsent(text, same -> same);
        }
        parser.skipChildren();
        return "";
    }

    private static double number(JsonParser parser, JsonToken value) {
        boolean number = value == JsonToken.VALUE_NUMBER_FLOAT || value == JsonToken.VALUE_NUMBER_INT;
        double found = number ? parser.getDoubleValue() : 0;
        parser.skipChildren();
        return found;
    }

    /// What has been seen so far.
    private static final class Found {
        private String format = "";
        private int version;
        private String id = "";
        private @Nullable Instant created;
        private String outcome = "";
        private String host = "";
        private int port;
        private String code = "";
        private String headline = "";
        private final List<Summary.StageTime> stages = new ArrayList<>();
        private final List<String> unchecked = new ArrayList<>();
        private double totalMs;

        private Optional<Summary> summary(String name) {
            Instant at = created;
            if (!format.equals(Report.FORMAT) || version < 1 || version > Report.VERSION || id.isEmpty() || at == null
                    || at.isBefore(EARLIEST) || !at.isBefore(TOO_LATE)) {
                return Optional.empty();
            }
            return Stream.of(Report.Outcome.values()).filter(each -> each.id().equals(outcome)).findFirst()
                    .map(how -> new Summary(name, id, at, host, port, how, code, headline, stages, totalMs,
                            unchecked));
        }
    }
}
