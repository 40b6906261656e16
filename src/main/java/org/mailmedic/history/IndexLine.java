package org.mailmedic.history;

import java.io.ByteArrayOutputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailmedic.report.Report;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// A summary as one line of the index: a JSON array without names, since there may be ten thousand. Not thread-safe.
final class IndexLine {
    private static final int VERSION = 2;
    private final JsonFactory json = new JsonFactory();
    private final Map<String, String> known = new HashMap<>();

    /// @param file the report's file when the summary was taken from it; when it looks otherwise now, the line is stale
    public record Line(Disk.Entry file, Summary summary) {}

    void write(Line line, ByteArrayOutputStream out) {
        var file = line.file();
        var summary = line.summary();
        var bytes = new ByteArrayOutputStream();
        try (JsonGenerator array = json.createGenerator(ObjectWriteContext.empty(), bytes)) {
            array.writeStartArray();
            array.writeNumber(VERSION);
            array.writeString(file.name());
            array.writeNumber(file.size());
            array.writeNumber(file.changed().toEpochMilli());
            array.writeString(summary.id());
            array.writeNumber(summary.created().toEpochMilli());
            array.writeString(summary.host());
            array.writeNumber(summary.port());
            array.writeString(summary.outcome().name());
            array.writeString(summary.code());
            array.writeString(summary.headline());
            array.writeNumber(summary.totalMs());
            array.writeString(String.join(" ", summary.unchecked()));
            for (Summary.StageTime stage : summary.stages()) {
                array.writeString(stage.stage());
                array.writeString(stage.status());
                array.writeNumber(stage.ms());
            }
            array.writeEndArray();
        }
        out.writeBytes(bytes.toByteArray());
        out.write('\n');
    }

    /// @return empty for a line that was cut, run into another or is of another version
    Optional<Line> read(byte[] bytes, int from, int to) {
        try (JsonParser array = json.createParser(ObjectReadContext.empty(), bytes, from, to - from)) {
            if (array.nextToken() != JsonToken.START_ARRAY || integer(array) != VERSION) {
                return Optional.empty();
            }
            var file = new Disk.Entry(text(array), integer(array), Instant.ofEpochMilli(integer(array)));
            String id = text(array);
            Instant created = Instant.ofEpochMilli(integer(array));
            String host = same(text(array));
            int port = Math.toIntExact(integer(array));
            var outcome = Report.Outcome.valueOf(text(array));
            String code = same(text(array));
            String headline = same(text(array));
            double totalMs = number(array);
            List<String> unchecked = Arrays.stream(same(text(array)).split(" ")).filter(stage -> !stage.isEmpty()).toList();
            List<Summary.StageTime> stages = new ArrayList<>();
            while (array.nextToken() == JsonToken.VALUE_STRING) {
                stages.add(new Summary.StageTime(same(array.getString()), same(text(array)), number(array)));
            }
            boolean whole = array.currentToken() == JsonToken.END_ARRAY && array.nextToken() == null;
            return whole ? Optional.of(new Line(file, new Summary(file.name(), id, created, host, port, outcome, code, headline, stages,
                    totalMs, unchecked)))
                    : Optional.empty();
        } catch (JacksonException | IllegalArgumentException | ArithmeticException | DateTimeException torn) {
            return Optional.empty();
        }
    }

    private static String text(JsonParser array) {
        if (array.nextToken() != JsonToken.VALUE_STRING) {
            throw new IllegalArgumentException("not a text");
        }
        return array.getString();
    }

    /// The same words come back in every line; each is kept once.
    private String same(String text) {
        return known.computeIfAbsent(text, each -> each);
    }

    private static long integer(JsonParser array) {
        if (array.nextToken() != JsonToken.VALUE_NUMBER_INT) {
            throw new IllegalArgumentException("not a whole number");
        }
        return array.getLongValue();
    }

    private static double number(JsonParser array) {
        JsonToken token = array.nextToken();
        if (token != JsonToken.VALUE_NUMBER_FLOAT && token != JsonToken.VALUE_NUMBER_INT) {
            throw new IllegalArgumentException("not a number");
        }
        return array.getDoubleValue();
    }
}
