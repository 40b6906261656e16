package org.mailmedic.evidence;

import java.util.Optional;

/// How one look ended. A bad network is evidence, not an exception.
public sealed interface Outcome<T> {
    /// It was seen.
    record Seen<T>(T value) implements Outcome<T> {}

    /// The world answered otherwise, or not at all.
    ///
    /// @param how one of a closed list
    /// @param raw what the system or the server said, for experts; never shown as the explanation, never secret
    record Failed<T>(Failure how, String raw) implements Outcome<T> {}

    /// It was not looked at, and why.
    record Skipped<T>(Reason because) implements Outcome<T> {}

    /// Our own bug: never blamed on anybody's server.
    record Broke<T>(Throwable bug) implements Outcome<T> {}

    /// Why a look was not taken. `SWITCHED_OFF`: the person does not want it.
    enum Reason { NOT_ASKED, CANNOT_SUCCEED, NOT_NEEDED, WITHHELD, SWITCHED_OFF, CANCELLED }

    default Optional<T> seen() {
        return this instanceof Seen<T>(var value) ? Optional.of(value) : Optional.empty();
    }

    default Optional<Failure> failure() {
        return this instanceof Failed<T>(var how, var _) ? Optional.of(how) : Optional.empty();
    }

    default boolean failed(Failure how) {
        return this instanceof Failed<T>(var actual, var _) && actual == how;
    }

    static <T> Outcome<T> of(T value) {
        return new Seen<>(value);
    }

    static <T> Outcome<T> failed(Failure how, String raw) {
        return new Failed<>(how, raw == null ? "" : raw);
    }
}
