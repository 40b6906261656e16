package org.mailmedic.explain;

import java.util.List;
import java.util.Optional;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Finding;

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
}
