package org.mailmedic.discover;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What was found for an address.
///
/// @param candidates best first, each door once
/// @param answers    every source, in the order of trust
/// @param meant      the address that was probably meant, when its domain is a slip of the fingers away from a known one
public record Discovered(List<Candidate> candidates, List<Answer> answers, Optional<String> meant) {
    private static final int MOST_CANDIDATES = 20;

    /// How one source fared.
    ///
    /// @param tookMs milliseconds
    public record Answer(Origin origin, Look look, double tookMs) {}

    public Discovered {
        candidates = List.copyOf(candidates);
        answers = List.copyOf(answers);
    }

    /// Puts answers and what they hold in the order of trust, in whatever order they came.
    ///
    /// @param come may be all answers, or those that have come so far
    static Discovered of(List<Answer> come, Optional<String> meant) {
        List<Answer> ordered = come.stream().sorted(Comparator.comparing(Answer::origin)).toList();
        List<Candidate> ranked = new ArrayList<>();
        for (Answer answer : ordered) {
            for (Candidate each : answer.look().found()) {
                if (ranked.size() < MOST_CANDIDATES && ranked.stream().noneMatch(each::sameServer)) {
                    ranked.add(each);
                }
            }
        }
        return new Discovered(ranked, ordered, meant);
    }
}
