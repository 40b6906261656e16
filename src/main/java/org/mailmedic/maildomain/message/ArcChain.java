package org.mailmedic.maildomain.message;

import java.util.List;
import java.util.Locale;

/// What the seals of forwarders are worth (RFC 8617 §5.2).
///
/// @param sealers the domains that sealed, the first forwarder first, by their own word
/// @param reason  why the chain holds or does not
/// @param at      the number of the seal that decides, counted from 1; 0 where there is none
public record ArcChain(Result result, List<String> sealers, Reason reason, int at) {
    public ArcChain {
        sealers = List.copyOf(sealers);
    }

    /// `UNKNOWN`: a key could not be had, which says nothing about the chain.
    public enum Result {
        NONE, PASS, FAIL, UNKNOWN;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Why.
    public enum Reason {
        NONE,
        /// A part of a set is missing, comes twice or does not keep to the form.
        INCOMPLETE,
        /// A forwarder says itself that the chain was broken when it came (`cv=fail`).
        TOLD,
        /// The message was changed after the last one sealed it.
        MESSAGE_CHANGED,
        /// What forwarders wrote down was changed.
        SEAL_BROKEN,
        KEY_UNANSWERED;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
