package org.mailmedic.explain;

import java.util.List;
import java.util.Optional;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.explain.signature.SpokenCauses;

/// One thing in a text that names a cause, or may.
///
/// @param also    what may be the cause as well
/// @param weight  how much it counts: where one of a greater weight is there, it is only a wrapper of that
/// @param matched the words
/// @param from    where in the searched text they begin, -1 when they stand only in a decoded part
/// @param said    whether they are a server's reply
/// @param reply   0 when no code was given
record CauseCandidate(Finding finding, List<Code> also, Weight weight, String matched, int from, int to, boolean said, int reply,
        Optional<String> enhanced) {
    /// From here on, words for people name the cause.
    static final double SURE_ENOUGH = 0.75;

    enum Weight {
        /// A sentence around any cause, or a code without words.
        WRAPPER,
        /// A program's own words for what a server may have said.
        PHRASE,
        /// A code that has a fixed meaning.
        STATUS,
        /// Words that name the cause.
        WORDS
    }

    /// What is said to people, in some language.
    static CauseCandidate told(SpokenCauses.Told told) {
        return new CauseCandidate(Finding.of(told.code(), told.confidence(), Facts.none()), List.of(),
                told.confidence() >= SURE_ENOUGH ? Weight.WORDS : Weight.PHRASE, told.words(), -1, -1, false, 0, Optional.empty());
    }

    /// The same without its place: it stands in a decoded part.
    CauseCandidate nowhere() {
        return new CauseCandidate(finding, also, weight, matched, -1, -1, said, reply, enhanced);
    }
}
