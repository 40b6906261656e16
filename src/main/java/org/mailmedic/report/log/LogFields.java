package org.mailmedic.report.log;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailmedic.advice.PlainText;

/// The fields of a log's summary as it stands in a report, which somebody else may have written.
final class LogFields {
    private LogFields() {}

    static List<Map<String, Object>> rows(Map<String, Object> log, String name) {
        return log.get(name) instanceof List<?> list ? list.stream().flatMap(each -> each instanceof Map<?, ?> row
                ? Stream.of(named(row)) : Stream.empty()).toList() : List.of();
    }

    static Map<String, Object> part(Map<String, Object> from, String name) {
        return from.get(name) instanceof Map<?, ?> part ? named(part) : Map.of();
    }

    static Map<String, Object> named(Map<?, ?> part) {
        var all = new LinkedHashMap<String, Object>();
        part.forEach((name, value) -> all.put(String.valueOf(name), value));
        return all;
    }

    static Optional<String> text(Map<String, Object> row, String name) {
        return row.get(name) instanceof String text && !text.equals("null") ? Optional.of(PlainText.of(text)) : Optional.empty();
    }

    static long count(Map<String, Object> row, String name) {
        return row.get(name) instanceof Number number ? number.longValue() : 0;
    }

    static double number(Map<String, Object> row, String name) {
        return row.get(name) instanceof Number number ? number.doubleValue() : 0;
    }
}
