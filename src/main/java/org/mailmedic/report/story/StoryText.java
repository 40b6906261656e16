package org.mailmedic.report.story;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mailmedic.report.Report;
import org.mailmedic.report.story.Story.Block;
import org.mailmedic.report.story.Story.Section;

/// The words of [HtmlReport] and [PdfReport], every one and in their order, without their looks: to be read before the report is passed on.
/// Immutable.
public final class StoryText {
    private static final String BETWEEN = "   ";
    private final StoryTeller teller;

    /// @param zone of the times shown
    public StoryText(Locale language, ZoneId zone) {
        teller = new StoryTeller(language, zone);
    }

    /// Line by line; an empty line stands between what does not belong together.
    public List<String> lines(Report report) {
        Story story = teller.tell(report);
        var lines = new ArrayList<String>();
        lines.add(story.program());
        lines.add(String.join(BETWEEN, story.badges()));
        lines.add(story.headline());
        lines.add(story.checked());
        paragraphs(story.summary(), lines);
        story.journey().ifPresent(alone -> block(alone, lines));
        story.owner().forEach(section -> section(section, lines));
        lines.add("");
        lines.add(story.expertTitle());
        lines.add(story.expertIntro());
        story.expert().forEach(section -> section(section, lines));
        lines.add("");
        lines.add(story.footer());
        return lines.stream().flatMap(line -> Stream.of(line.split("\n", -1))).toList();
    }

    private static void section(Section section, List<String> lines) {
        lines.add("");
        lines.add(section.title());
        section.blocks().forEach(block -> block(block, lines));
    }

    private static void block(Block block, List<String> lines) {
        switch (block) {
            case Block.Text(var text, var _) -> paragraphs(text, lines);
            case Block.Steps(var steps) -> steps(steps, lines);
            case Block.Letter(var text) -> paragraphs(text, lines);
            case Block.Journey(var stations) ->
                stations.forEach(each -> lines.add(each.tone().mark() + " " + each.name() + BETWEEN + each.note()));
            case Block.Waterfall(var _, var bars, var _) ->
                bars.forEach(bar -> lines.add(bar.name() + BETWEEN + bar.tone().mark() + " " + bar.duration()));
            case Block.Attempts attempts -> attempts.rows().forEach(row -> lines.add(row.at() + BETWEEN + row.words()
                    + (row.began() ? BETWEEN + attempts.legend().began() : "")));
            case Block.Finding finding -> finding(finding, lines);
            case Block.Table table -> table(table, lines);
            case Block.Dialogue(var said) ->
                said.forEach(each -> lines.add(each.at() + BETWEEN + each.whoInWords() + BETWEEN + each.text()));
        }
    }

    private static void finding(Block.Finding finding, List<String> lines) {
        lines.add(finding.tone().mark() + " " + finding.title());
        lines.add(finding.facts());
        paragraphs(finding.summary(), lines);
        steps(finding.steps(), lines);
        finding.evidence().forEach(cell -> lines.add(words(cell)));
    }

    private static void table(Block.Table table, List<String> lines) {
        if (table.head().isEmpty()) {
            paragraphs(table.name(), lines);
        } else {
            lines.add(String.join(BETWEEN, table.head()));
        }
        table.rows().forEach(row -> lines.add(row.stream().map(StoryText::words).collect(Collectors.joining(BETWEEN))));
    }

    private static String words(Block.Cell cell) {
        return cell.tone() == null ? cell.text() : cell.tone().mark() + " " + cell.text();
    }

    private static void steps(List<String> steps, List<String> lines) {
        for (int i = 0; i < steps.size(); i++) {
            lines.add(i + 1 + ". " + steps.get(i));
        }
    }

    private static void paragraphs(String text, List<String> lines) {
        if (!text.isBlank()) {
            lines.add(text);
        }
    }
}
