package org.mailmedic.report.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.mailmedic.advice.TextBook;
import org.mailmedic.report.Report;
import org.mailmedic.report.log.LogTold;
import org.mailmedic.report.story.Story.Block;
import org.mailmedic.report.story.Story.Section;

/// The sections about a mail log; none where a report is about something else.
final class StoryLog {
    private StoryLog() {}

    /// @param book `report`
    static List<Section> of(Report report, Locale language, TextBook book) {
        return LogTold.in(report, language).map(log -> sections(log, book)).orElse(List.of());
    }

    private static List<Section> sections(LogTold log, TextBook book) {
        var sections = new ArrayList<Section>();
        sections.add(section(new LogTold.Part(book.get("told.log"), Stream.concat(Stream.of(log.which()), log.all().stream()).toList())));
        log.trouble().forEach(part -> sections.add(section(part)));
        List<LogTold.Tries> tries = log.tries();
        if (!tries.isEmpty()) {
            sections.add(new Section(log.chart(), List.of(new Block.Attempts(log.chart(), log.legend(), tries))));
        }
        Stream.concat(log.traffic().stream(), log.signIns().stream()).forEach(part -> sections.add(section(part)));
        return sections;
    }

    private static Section section(LogTold.Part part) {
        return new Section(part.title(), part.rows().stream().<Block>map(row -> new Block.Text(row, false)).toList());
    }
}
