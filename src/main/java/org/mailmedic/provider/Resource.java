package org.mailmedic.provider;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// One of the data files of this room, read when it is first asked for. Thread-safe.
final class Resource<T> {
    private final String name;
    private final Function<Entry, T> read;
    private @Nullable T value;

    Resource(String name, Function<Entry, T> read) {
        this.name = name;
        this.read = read;
    }

    synchronized T get() {
        if (value == null) {
            try (InputStream in = Resource.class.getResourceAsStream(name); JsonParser json = new JsonFactory()
                    .createParser(ObjectReadContext.empty(), in)) {
                value = read.apply(Entry.read(json));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return value;
    }
}
