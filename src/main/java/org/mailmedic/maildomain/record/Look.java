package org.mailmedic.maildomain.record;

import java.util.List;
import org.mailmedic.diagnosis.Finding;

/// What one check came to.
///
/// @param records    the cards
/// @param findings   what is wrong
/// @param unanswered whether an answer that decides could not be had
public record Look(List<DomainRecord> records, List<Finding> findings, boolean unanswered) {
    public Look {
        records = List.copyOf(records);
        findings = List.copyOf(findings);
    }

    public static Look of(DomainRecord record) {
        return new Look(List.of(record), List.of(), false);
    }

    public static Look of(DomainRecord record, Finding... findings) {
        return new Look(List.of(record), List.of(findings), false);
    }

    public static Look unanswered(DomainRecord record) {
        return new Look(List.of(record), List.of(), true);
    }
}
