package org.mailmedic.maildomain.record;

import java.util.List;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;

/// Findings about a domain: here they are what was asked for, so each one leads.
public final class Findings {
    /// A sentence would cut a longer one off, and half a record is worse than none: the card shows it whole.
    private static final int LONGEST_VALUE = 280;

    private Findings() {}

    /// With the card's facts, its text and its proposal: `record`, `name`, `value`; `problem` is the card's note.
    public static Finding of(Code code, double confidence, DomainRecord record) {
        Facts facts = record.facts().and("record", record.text().orElse("")).and("problem", record.note())
                .and("name", record.proposal().map(Proposal::name).orElse(record.name()))
                .and("value", record.proposal().map(Proposal::value).filter(value -> value.length() <= LONGEST_VALUE).orElse(""));
        return new Finding(code, code.stage(), code.party(), true, facts, confidence, List.of(record.id()));
    }
}
