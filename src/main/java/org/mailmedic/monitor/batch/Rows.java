package org.mailmedic.monitor.batch;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The entries of a list, one at a time.
interface Rows {
    /// A value that is a list or an object, which no field takes.
    enum Nested { LIST, OBJECT }

    /// @return empty at the end
    Optional<Row> next() throws IOException;

    /// JSON lines, or CSV with a header, by the first line that is not empty.
    ///
    /// @throws Unfit when nothing of the list can be used
    static Rows of(Lines lines) throws IOException, Unfit {
        Optional<Lines.Line> first = lines.next();
        while (first.isPresent() && first.get().trouble().isEmpty() && first.get().text().isBlank()) {
            first = lines.next();
        }
        if (first.isEmpty()) {
            throw new Unfit("empty");
        }
        String start = first.get().text().stripLeading();
        if (start.startsWith("[")) {
            throw new Unfit("json_document");
        }
        boolean json = start.startsWith("{");
        if (!json && first.get().trouble().isPresent()) {
            throw new Unfit(first.get().trouble().get().equals("too_long") ? "no_header" : "no_text");
        }
        if (start.indexOf('\0') >= 0) {
            throw new Unfit("no_text");
        }
        lines.again(List.of(first.get()));
        return json ? new JsonRows(lines) : CsvRows.open(lines);
    }

    /// A field's name as it is compared.
    static String name(String written) {
        return written.strip().toLowerCase(Locale.ROOT).replace('-', '_');
    }
}
