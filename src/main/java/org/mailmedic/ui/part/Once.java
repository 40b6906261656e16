package org.mailmedic.ui.part;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A value that is made when somebody first asks for it, once. Thread-safe: who asks meanwhile waits for it. When making it throws, the
/// next one to ask tries again.
public final class Once<T> implements Supplier<T> {
    private final Supplier<T> maker;
    private @Nullable T made;

    public Once(Supplier<T> maker) {
        this.maker = maker;
    }

    @Override
    public synchronized T get() {
        if (made == null) {
            made = maker.get();
        }
        return made;
    }
}
