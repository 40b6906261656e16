package org.mailmedic.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// Figures for people, printed and kept in `target/bench/`.
final class Table {
    private final String name;
    private final StringBuilder text = new StringBuilder();

    Table(String name, String title) {
        this.name = name;
        text.append('\n').append(title).append('\n');
    }

    Table line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
        return this;
    }

    void print() throws IOException {
        System.out.println(text);
        Files.writeString(Files.createDirectories(Path.of("target", "bench")).resolve(name + ".txt"), text);
    }
}
