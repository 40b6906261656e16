package org.mailmedic.maildomain;

import java.util.List;

/// What a domain's own name servers say, beside what the name server says that was asked for everything else.
///
/// @param asked       those that answered
/// @param silent      those that could not be asked from here, which says nothing about them
/// @param differences what is not the same everywhere
public record AuthorityLook(List<String> asked, List<String> silent, List<Difference> differences) {
    public AuthorityLook {
        asked = List.copyOf(asked);
        silent = List.copyOf(silent);
        differences = List.copyOf(differences);
    }

    public static AuthorityLook none() {
        return new AuthorityLook(List.of(), List.of(), List.of());
    }

    /// One question, and two answers to it. Hostile.
    ///
    /// @param record     the card that shows it
    /// @param type       `MX` or `TXT`
    /// @param server     one of the domain's own
    /// @param serverSays in order; empty where it has no such record
    /// @param other      who says something else: the name server that was asked, or another one of the domain's own
    /// @param own        whether that is one of the domain's own, so that they do not agree
    /// @param kept       seconds for which the other may keep on saying so; below 0 where that is not known
    public record Difference(String record, String name, String type, String server, List<String> serverSays, String other,
                             List<String> otherSays, boolean own, long kept) {
        public Difference {
            serverSays = List.copyOf(serverSays);
            otherSays = List.copyOf(otherSays);
        }
    }
}
