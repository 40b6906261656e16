package org.mailmedic.discover;

import java.util.List;
import java.util.Optional;

/// What was found for an address.
///
/// @param candidates best first, each door once
/// @param answers    every source, in the order of trust
/// @param meant      the address that was probably meant, when its domain is a slip of the fingers away from a known one
public record Discovered(List<Candidate> candidates, List<Answer> answers, Optional<String> meant) {
    /// How one source fared.
    ///
    /// @param tookMs milliseconds
    public record Answer(Origin origin, Look look, double tookMs) {}

    public Discovered {
        candidates = List.copyOf(candidates);
        answers = List.copyOf(answers);
    }
}
