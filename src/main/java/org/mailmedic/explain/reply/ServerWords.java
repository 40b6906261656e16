package org.mailmedic.explain.reply;

import java.util.Optional;
import org.mailmedic.plan.Stage;

/// What a mail server has said, as far as a text tells it.
///
/// @param code     of the reply, 0 when the text does not give it
/// @param enhanced the status code of RFC 3463
/// @param words    on one line, without the codes
/// @param stage    where in the dialogue it was said
/// @param ground   how sure it is that a server has said this
/// @param from     where in the text it begins
/// @param to       where it ends
public record ServerWords(int code, Optional<String> enhanced, String words, Optional<Stage> stage, Ground ground, int from, int to) {
    public enum Ground {
        /// The form proves it: a code with its enhanced code, or words that name a server as the speaker.
        FORM,
        /// A number that may be a reply's code.
        NUMBER,
        /// Words without a number.
        WORDS
    }
}
