package org.mailmedic.maildomain.spf;

import java.util.List;
import java.util.Optional;

/// One record in the tree that an SPF record's `include` and `redirect` make.
///
/// @param term        by which it is reached; empty for the domain's own
/// @param text        the record; empty where there is none
/// @param lookups     look-ups from here on down, this record's own terms included, for a sender that nothing matches
/// @param voidLookups those of them that find nothing
/// @param unreached   terms behind `all`, which nobody reads
public record SpfNode(Optional<String> term, String domain, State state, Optional<String> text, int lookups, int voidLookups,
                      List<String> broken, List<String> unreached, List<SpfNode> children) {
    /// How a record does in itself.
    public enum State {
        FINE, MISSING, SEVERAL, BROKEN,
        /// It leads back to itself.
        LOOP,
        /// So far down, or so late, that every receiver has stopped long before; it was not looked at.
        TOO_FAR,
        /// An `mx` with more than ten hosts (RFC 7208 §4.6.4).
        TOO_MANY_NAMES,
        /// Its name depends on the sender, so that it is not followed here.
        DEPENDS,
        UNANSWERED
    }

    public SpfNode {
        broken = List.copyOf(broken);
        unreached = List.copyOf(unreached);
        children = List.copyOf(children);
    }

    /// The first node, from the top, that does not hold; the node itself first.
    public Optional<SpfNode> first(State wanted) {
        return state == wanted ? Optional.of(this) : children.stream().flatMap(child -> child.first(wanted).stream()).findFirst();
    }
}
