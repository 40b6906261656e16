package org.mailmedic.ui.page.explain;

import java.util.List;
import java.util.Optional;
import org.mailmedic.explain.FoundFacts;
import org.mailmedic.explain.log.LogSummary;
import org.mailmedic.report.Report.Verdict;

/// What the page has to say just now.
sealed interface Meaning {
    /// Nothing was pasted yet.
    record Nothing() implements Meaning {}

    /// @param share how much of a file was read, 0 to 1; negative where it is not known
    record Reading(double share) implements Meaning {}

    /// The file cannot be read, or is far too long to be a message.
    record Unreadable(String file) implements Meaning {}

    /// @param verdicts best first, at least one
    /// @param matched  the words that decided
    record Explained(List<Verdict> verdicts, FoundFacts found, String matched) implements Meaning {
        public Explained {
            verdicts = List.copyOf(verdicts);
        }

        Verdict leading() {
            return verdicts.getFirst();
        }

        List<Verdict> others() {
            return verdicts.subList(1, verdicts.size());
        }
    }

    /// @param verdict that it is not known, and how to get more out of the program
    record NotUnderstood(FoundFacts found, Verdict verdict) implements Meaning {
        /// Who printed the text, where that could be read.
        Optional<String> program() {
            return found.program();
        }
    }

    /// @param causes  most unreached first
    /// @param stopped whether the person stopped before the end
    record Log(LogSummary summary, List<Verdict> causes, boolean stopped) implements Meaning {
        public Log {
            causes = List.copyOf(causes);
        }
    }
}
