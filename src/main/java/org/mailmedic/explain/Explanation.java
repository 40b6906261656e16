package org.mailmedic.explain;

import java.util.List;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;

/// What a pasted text means.
///
/// @param causes best first; one of code `unknown` where nothing was recognised
/// @param found  what could be read besides
/// @param marks  where, in the order of the text
public record Explanation(List<Cause> causes, FoundFacts found, List<TextMark> marks) {
    public Explanation {
        causes = List.copyOf(causes);
        marks = List.copyOf(marks);
    }

    /// @param matched the words that decided, with what is secret masked; empty where nothing was recognised
    public record Cause(Finding finding, String matched) {}

    public boolean recognised() {
        return causes.getFirst().finding().code() != org.mailmedic.diagnosis.Code.UNKNOWN;
    }

    /// What is known besides each finding's own facts, for the words: said by a text and not measured.
    public Facts situation() {
        return Facts.of("basis", "said").and("host", found.host().orElse("")).and("port", found.port() == 0 ? "" : found.port())
                .and("security", found.security().orElse("")).and("from", found.from().orElse("")).and("to", found.to().orElse(""))
                .and("program", found.program().orElse(""));
    }
}
