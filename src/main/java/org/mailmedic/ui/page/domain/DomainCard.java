package org.mailmedic.ui.page.domain;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import org.mailmedic.maildomain.record.Proposal;

/// What is shown about one purpose: one record, or those that belong together.
///
/// @param id      names the purpose, such as `spf`
/// @param purpose one sentence on what it is for
/// @param status  as the worst of its records
/// @param todos   what to do, each to be ticked off
/// @param letters finished messages to whoever else has to act
/// @param folded  more about it, for who wants to know; each a line with its depth
/// @param senders what SPF says to each
/// @param where   where to enter a record; blank where that is not known
record DomainCard(String id, String title, String purpose, Status status, List<Entry> entries, List<String> summaries, List<Todo> todos,
        List<String> letters, List<Depth> folded, List<String> senders, String where) {
    DomainCard {
        entries = List.copyOf(entries);
        summaries = List.copyOf(summaries);
        todos = List.copyOf(todos);
        letters = List.copyOf(letters);
        folded = List.copyOf(folded);
        senders = List.copyOf(senders);
    }

    /// How it does: the tone of the dot, and the word beside it. The gravest first.
    enum Tone { BROKEN, CAUTION, UNKNOWN, FINE, QUIET }

    record Status(Tone tone, String word) {}

    /// A record.
    ///
    /// @param title what it is, where the card holds several kinds; blank otherwise
    /// @param name  where it stands
    /// @param text  what stands there; blank where nothing does
    record Entry(String title, String name, String text, Status status, String said, Optional<Put> put) {}

    /// What to put into DNS.
    ///
    /// @param shortName the name without the domain, for pages that add it themselves
    record Put(String name, String shortName, String type, String value) {
        static Put of(Proposal proposal, String domain) {
            String end = "." + domain;
            String name = proposal.name();
            return new Put(name, name.equals(domain) ? "@" : name.endsWith(end) ? name.substring(0, name.length() - end.length()) : name,
                    proposal.type(), proposal.value());
        }
    }

    /// A step with its tick.
    record Todo(String text, BooleanProperty done) {}

    /// A line of a tree.
    record Depth(int depth, String text) {}
}
