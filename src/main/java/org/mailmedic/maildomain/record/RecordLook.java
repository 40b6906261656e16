package org.mailmedic.maildomain.record;

import java.util.List;
import org.mailmedic.diagnosis.Finding;

/// What one check came to.
///
/// @param records    the cards
/// @param findings   what is wrong
/// @param unanswered whether an answer that decides could not be had
public record RecordLook(List<DomainRecord> records, List<Finding> findings, boolean unanswered) {
    public RecordLook {
        records = List.copyOf(records);
        findings = List.copyOf(findings);
    }

    public static RecordLook of(DomainRecord record) {
        return new RecordLook(List.of(record), List.of(), false);
    }

    public static RecordLook of(DomainRecord record, Finding... findings) {
        return new RecordLook(List.of(record), List.of(findings), false);
    }

    public static RecordLook unanswered(DomainRecord record) {
        return new RecordLook(List.of(record), List.of(), true);
    }
}
