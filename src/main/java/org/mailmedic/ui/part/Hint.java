package org.mailmedic.ui.part;

import java.util.Optional;

/// What is to be said beside a field, and how it can be mended at once.
public record Hint(Tone tone, String text, Optional<Mend> mend) {
    public enum Tone {
        /// Cannot work as it stands.
        SLIP,
        /// Unusual; may still be meant.
        CAUTION,
        GOOD
    }

    /// @param label  what the button says
    /// @param action puts it right; on the JavaFX thread
    public record Mend(String label, Runnable action) {}

    public static Hint slip(String text) {
        return new Hint(Tone.SLIP, text, Optional.empty());
    }

    public static Hint caution(String text) {
        return new Hint(Tone.CAUTION, text, Optional.empty());
    }

    public Hint mending(String label, Runnable action) {
        return new Hint(tone, text, Optional.of(new Mend(label, action)));
    }

    public boolean isSlip() {
        return tone == Tone.SLIP;
    }
}
