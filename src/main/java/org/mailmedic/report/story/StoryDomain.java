package org.mailmedic.report.story;

import java.util.List;
import java.util.Locale;
import org.mailmedic.advice.PlainText;
import org.mailmedic.advice.TextBook;
import org.mailmedic.report.DomainTold;
import org.mailmedic.report.Report;
import org.mailmedic.report.story.Story.Block;

/// A domain's mail records, one after the other.
final class StoryDomain {
    /// A record is looked at whole or not at all.
    private static final int LONGEST_RECORD = 8 * 1024;

    private StoryDomain() {}

    /// None where the report is about something else.
    static List<Story.Section> of(Report report, Locale language) {
        return DomainTold.in(report).filter(told -> !told.records().isEmpty()).map(told -> List.of(new Story.Section(
                TextBook.open("domain", language).get("heading.records"), told.records().stream().map(StoryDomain::record).toList())))
                .orElse(List.of());
    }

    private static Block record(DomainTold.Told told) {
        return new Block.Finding(InertText.line(told.title()), told.tone(), InertText.line(told.name()) + " · "
                + InertText.line(told.stateInWords()), InertText.text(told.said()) + proposal(told), List.of(),
                told.text().lines().limit(InertText.MOST).map(line -> Block.Cell.of(PlainText.of(line, LONGEST_RECORD))).toList());
    }

    private static String proposal(DomainTold.Told told) {
        return told.proposed().isEmpty() ? "" : "\n\n" + InertText.line(told.proposal()) + "\n\n" + PlainText.of(told.proposed(),
                LONGEST_RECORD);
    }
}
