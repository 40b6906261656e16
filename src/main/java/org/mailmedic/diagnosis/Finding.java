package org.mailmedic.diagnosis;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.plan.Stage;

/// A judgement: a stable code, the facts to put into its sentences, how sure, and the evidence it rests on.
///
/// @param stops      whether it stops mail; otherwise it is a warning
/// @param confidence 0 to 1; 0.9 and more reads "we are sure", 0.6 and more "most likely", below "possible"
/// @param because    ids of the evidence
public record Finding(Code code, Stage stage, Party party, boolean stops, Facts facts, double confidence, List<String> because) {
    public Finding {
        because = List.copyOf(because);
        if (confidence <= 0 || confidence > 1) {
            throw new IllegalArgumentException("confidence lies above 0 and at most at 1");
        }
    }

    /// A finding that stops mail, with its code's usual stage and party.
    public static Finding of(Code code, double confidence, Facts facts, Evidence... because) {
        return new Finding(code, code.stage(), code.party(), true, facts, confidence,
                Arrays.stream(because).map(Evidence::id).distinct().toList());
    }

    public static Finding of(Code code, double confidence, Facts facts, Stream<? extends Evidence> because) {
        return new Finding(code, code.stage(), code.party(), true, facts, confidence, because.map(Evidence::id).distinct().toList());
    }

    /// The same, as something worth knowing that stops nothing by itself.
    public Finding asWarning() {
        return new Finding(code, stage, party, false, facts, confidence, because);
    }

    /// The same, about one of several addresses of the host alone.
    Finding of(String address) {
        return new Finding(code, stage, party, stops, facts.and("address", address).and("oneAddress", address), confidence, because);
    }

    public Finding at(Stage where) {
        return new Finding(code, where, party, stops, facts, confidence, because);
    }

    public Finding fixedBy(Party who) {
        return new Finding(code, stage, who, stops, facts, confidence, because);
    }
}
