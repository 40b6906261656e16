package org.mailmedic.history;

import java.util.List;
import java.util.Optional;

/// How deleting ended.
///
/// @param count   how many reports are gone now
/// @param left    names of files that are still there
/// @param trouble why; empty when nothing is left
public record Erased(int count, List<String> left, Optional<Trouble> trouble) {
    public Erased {
        left = List.copyOf(left);
    }

    /// Whether everything that should go is gone.
    public boolean complete() {
        return left.isEmpty();
    }
}
