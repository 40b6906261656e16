package org.mailmedic.advice;

import java.util.Locale;
import java.util.function.UnaryOperator;

/// The English words of the diagnosis, changed.
public final class PseudoWords {
    private PseudoWords() {}

    public static FactWords words(UnaryOperator<String> change) {
        return new FactWords(Locale.ENGLISH).mapped(change);
    }

    public static EvidenceWords evidence(UnaryOperator<String> change) {
        return new EvidenceWords(Locale.ENGLISH).mapped(change);
    }
}
