package org.mailmedic.report.story;

import java.util.List;
import java.util.Locale;
import org.mailmedic.advice.TextBook;
import org.mailmedic.report.DomainTold;
import org.mailmedic.report.Report;
import org.mailmedic.report.story.Story.Block;

/// A domain's mail records, one after the other.
final class StoryDomain {
    private StoryDomain() {}

    /// None where the report is about something else.
    static List<Story.Section> of(Report report, Locale language) {
        return DomainTold.in(report).filter(told -> !told.records().isEmpty()).map(told -> List.of(new Story.Section(
                TextBook.open("domain", language).get("heading.records"), told.records().stream().map(StoryDomain::record).toList())))
                .orElse(List.of());
    }

    private static Block record(DomainTold.Told told) {
        return new Block.Finding(InertText.line(told.title()), told.tone(), InertText.line(told.name()) + " · "
                + InertText.line(told.stateInWords()), InertText.text(told.said()), List.of(),
                told.text().lines().map(line -> Block.Cell.of(InertText.line(line))).toList());
    }
}
