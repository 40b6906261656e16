package org.mailmedic.monitor.batch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Comma-separated values with a header line (RFC 4180); semicolons and tabs as well, as the header has them.
///
/// A quote that nobody closes would swallow the rest of the list: then its line alone is bad, and what follows is read anew.
final class CsvRows implements Rows {
    private static final int MOST_LINES = 50;
    private final Lines lines;
    private final char separator;
    private final List<String> header;

    private CsvRows(Lines lines, char separator, List<String> header) {
        this.lines = lines;
        this.separator = separator;
        this.header = header;
    }

    static CsvRows open(Lines lines) throws IOException, Unfit {
        Lines.Line first = lines.next().orElseThrow(() -> new Unfit("empty"));
        char separator = first.text().indexOf(',') >= 0 ? ',' : first.text().indexOf(';') >= 0 ? ';' : first.text().indexOf('\t') >= 0
                ? '\t' : ',';
        List<String> names = split(first.text(), separator).orElseThrow(() -> new Unfit("no_header")).stream().map(Rows::name).toList();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            Fields.checkColumn(names.get(i), i + 1);
            if (!seen.add(names.get(i))) {
                throw new Unfit("column_twice", Map.of("field", names.get(i)));
            }
        }
        if (!seen.contains("host") && !seen.contains("domain")) {
            throw new Unfit("no_host_column");
        }
        lines.again(List.of(written(lines).orElseThrow(() -> new Unfit("empty"))));
        return new CsvRows(lines, separator, names);
    }

    @Override
    public Optional<Row> next() throws IOException {
        Optional<Lines.Line> line = written(lines);
        return line.isPresent() ? Optional.of(row(line.get())) : Optional.empty();
    }

    /// The next line with anything in it.
    private static Optional<Lines.Line> written(Lines lines) throws IOException {
        Optional<Lines.Line> line = lines.next();
        while (line.isPresent() && line.get().trouble().isEmpty() && line.get().text().isBlank()) {
            line = lines.next();
        }
        return line;
    }

    private Row row(Lines.Line line) throws IOException {
        if (line.trouble().isPresent()) {
            return Row.bad(line.number(), new Unfit(line.trouble().get()));
        }
        try {
            return new Row(line.number(), named(whole(line)), Optional.empty());
        } catch (Unfit trouble) {
            return Row.bad(line.number(), trouble);
        }
    }

    /// The fields of the record that begins in this line: quoted line ends belong to it.
    private List<String> whole(Lines.Line first) throws IOException, Unfit {
        var text = new StringBuilder(first.text());
        List<Lines.Line> more = new ArrayList<>();
        Optional<List<String>> fields = split(text.toString(), separator);
        while (fields.isEmpty()) {
            Optional<Lines.Line> next = lines.next();
            next.ifPresent(more::add);
            if (next.isEmpty() || next.get().trouble().isPresent() || more.size() > MOST_LINES
                    || text.length() + next.get().text().length() > Lines.LONGEST) {
                lines.again(more);
                throw new Unfit("quote_open");
            }
            text.append('\n').append(next.get().text());
            try {
                fields = split(text.toString(), separator);
            } catch (Unfit misquoted) {
                lines.again(more);
                throw new Unfit("quote_open");
            }
        }
        return fields.get();
    }

    private Map<String, Object> named(List<String> fields) throws Unfit {
        if (fields.size() != header.size()) {
            throw new Unfit("columns", Map.of("count", String.valueOf(fields.size()), "expected", String.valueOf(header.size())));
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            String value = fields.get(i).strip();
            values.put(header.get(i), value.isEmpty() ? null : value);
        }
        return values;
    }

    /// @return empty when a quote is still open at the end
    /// @throws Unfit when a quote stands where none can
    private static Optional<List<String>> split(String text, char separator) throws Unfit {
        List<String> fields = new ArrayList<>();
        int at = 0;
        while (true) {
            if (at < text.length() && text.charAt(at) == '"') {
                var value = new StringBuilder();
                at = quoted(text, at + 1, value);
                if (at < 0) {
                    return Optional.empty();
                }
                if (at < text.length() && text.charAt(at) != separator) {
                    throw new Unfit("quote_inside");
                }
                fields.add(value.toString());
            } else {
                int end = text.indexOf(separator, at);
                String value = text.substring(at, end < 0 ? text.length() : end);
                if (value.indexOf('"') >= 0) {
                    throw new Unfit("quote_inside");
                }
                fields.add(value);
                at = end < 0 ? text.length() : end;
            }
            if (at >= text.length()) {
                return Optional.of(fields);
            }
            at++;
            if (at == text.length()) {
                fields.add("");
                return Optional.of(fields);
            }
        }
    }

    /// @return the place behind the closing quote; negative when there is none
    private static int quoted(String text, int from, StringBuilder value) {
        int at = from;
        while (at < text.length()) {
            int quote = text.indexOf('"', at);
            if (quote < 0) {
                return -1;
            }
            value.append(text, at, quote);
            if (quote + 1 < text.length() && text.charAt(quote + 1) == '"') {
                value.append('"');
                at = quote + 2;
            } else {
                return quote + 1;
            }
        }
        return -1;
    }
}
