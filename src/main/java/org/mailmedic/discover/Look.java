package org.mailmedic.discover;

import java.util.List;

/// How asking one source ended.
public sealed interface Look {
    /// At least one candidate, best first.
    record Found(List<Candidate> candidates) implements Look {}

    /// The source answered, and knows nothing.
    record Nothing() implements Look {}

    /// The domain says that it does not offer this service at all (RFC 6186 §3.1).
    record NotOffered() implements Look {}

    /// No answer could be had.
    ///
    /// @param because for experts; never secret
    record Failed(String because) implements Look {}

    /// No answer within its time.
    record Late() implements Look {}

    /// It was not asked: others knew already, or the network is not to be used.
    record Skipped() implements Look {}

    static Look of(List<Candidate> candidates) {
        return candidates.isEmpty() ? new Nothing() : new Found(List.copyOf(candidates));
    }

    default List<Candidate> found() {
        return this instanceof Found(var candidates) ? candidates : List.of();
    }

    /// The word in the output.
    default String id() {
        return switch (this) {
            case Found(_) -> "found";
            case Nothing() -> "nothing";
            case NotOffered() -> "not_offered";
            case Failed(_) -> "failed";
            case Late() -> "late";
            case Skipped() -> "skipped";
        };
    }
}
