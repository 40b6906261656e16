package org.mailmedic.advice;

import java.util.Locale;
import java.util.function.UnaryOperator;

/// The English words of the diagnosis, changed.
public final class PseudoWords {
    private PseudoWords() {}

    public static Words words(UnaryOperator<String> change) {
        return new Words(Locale.ENGLISH).mapped(change);
    }

    public static EvidenceWords evidence(UnaryOperator<String> change) {
        return new EvidenceWords(Locale.ENGLISH).mapped(change);
    }
}
