package org.mailmedic.report.html;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.mailmedic.report.Report;
import org.mailmedic.report.Tone;
import org.mailmedic.report.story.Story;
import org.mailmedic.report.story.Story.Block;
import org.mailmedic.report.story.Story.Section;
import org.mailmedic.report.story.StoryTeller;

/// The report as one HTML file that stands on its own: no script, nothing from outside, light and dark, ready to be printed. Its content
/// security policy allows the one style sheet in it, by its hash, and nothing else. Immutable.
public final class HtmlReport {
    private static final double FULL = 100;
    private static final double THINNEST = 0.4;

    private final StoryTeller teller;

    /// @param zone of the times shown
    public HtmlReport(Locale language, ZoneId zone) {
        teller = new StoryTeller(language, zone);
    }

    public String write(Report report) {
        Story story = teller.tell(report);
        String style = style();
        var page = new HtmlWriter();
        page.raw("<!DOCTYPE html>\n");
        page.open("html", "lang", story.language());
        page.open("head");
        page.empty("meta", "charset", "UTF-8");
        page.empty("meta", "http-equiv", "Content-Security-Policy", "content",
                "default-src 'none'; style-src 'sha256-" + hash(style) + "'; base-uri 'none'; form-action 'none'");
        page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        page.empty("meta", "name", "referrer", "content", "no-referrer");
        page.empty("meta", "name", "color-scheme", "content", "light dark");
        page.element("title", story.title());
        page.raw("<style>" + style + "</style>\n");
        page.close("head");
        page.open("body");
        page.open("main");
        owner(story, page);
        expert(story, page);
        page.close("main");
        page.element("footer", story.footer());
        page.close("body");
        page.close("html");
        return page.toString();
    }

    private static void owner(Story story, HtmlWriter page) {
        page.open("header", "class", "brand");
        page.raw(Logo.SVG);
        page.element("span", story.program());
        page.close("header");
        page.open("p", "class", "badges");
        for (int i = 0; i < story.badges().size(); i++) {
            page.element("span", story.badges().get(i), "class", i == 0 ? "badge " + story.tone().id() : "badge");
        }
        page.close("p");
        page.element("h1", story.headline());
        page.element("p", story.checked(), "class", "checked");
        paragraphs(story.summary(), "lead", page);
        story.journey().ifPresent(alone -> journey(alone, page));
        page.open("div", "class", "cards");
        story.owner().forEach(section -> section(section, "card", page));
        page.close("div");
    }

    private static void expert(Story story, HtmlWriter page) {
        page.open("section", "class", "expert");
        page.element("h2", story.expertTitle());
        page.element("p", story.expertIntro(), "class", "quiet");
        story.expert().forEach(section -> {
            page.open("section", "class", "card");
            page.element("h3", section.title());
            section.blocks().forEach(block -> block(block, page));
            page.close("section");
        });
        page.close("section");
    }

    private static void section(Section section, String css, HtmlWriter page) {
        boolean wide = section.blocks().getFirst() instanceof Block.Finding;
        page.open("section", "class", wide ? css + " wide" : css);
        page.element("h2", section.title());
        section.blocks().forEach(block -> block(block, page));
        page.close("section");
    }

    private static void block(Block block, HtmlWriter page) {
        switch (block) {
            case Block.Text(var text, var quiet) -> page.element("p", text, "class", quiet ? "quiet" : "plain");
            case Block.Steps(var steps) -> {
                page.open("ol", "class", "steps");
                steps.forEach(step -> page.element("li", step));
                page.close("ol");
            }
            case Block.Letter(var text) -> page.element("div", text, "class", "letter");
            case Block.Journey journey -> journey(journey, page);
            case Block.Waterfall waterfall -> waterfall(waterfall, page);
            case Block.Attempts attempts -> attempts(attempts, page);
            case Block.Finding finding -> finding(finding, page);
            case Block.Table table -> table(table, page);
            case Block.Dialogue(var lines) -> dialogue(lines, page);
        }
    }

    private static void paragraphs(String text, String css, HtmlWriter page) {
        for (String each : text.split("\n\n")) {
            if (!each.isBlank()) {
                page.element("p", each, "class", css);
            }
        }
    }

    private static void journey(Block.Journey journey, HtmlWriter page) {
        if (journey.stations().isEmpty()) {
            return;
        }
        page.open("ol", "class", "journey");
        for (var station : journey.stations()) {
            page.open("li", "class", station.tone().id());
            mark(station.tone(), page);
            page.element("strong", station.name());
            page.element("span", station.note(), "class", "note");
            page.close("li");
        }
        page.close("ol");
    }

    private static void mark(Tone tone, HtmlWriter page) {
        page.element("span", tone.mark(), "class", "mark " + tone.id(), "aria-hidden", "true");
    }

    private static void waterfall(Block.Waterfall waterfall, HtmlWriter page) {
        page.open("table", "class", "waterfall", "aria-label", waterfall.name());
        page.open("tbody");
        for (var bar : waterfall.bars()) {
            double start = Math.clamp(bar.startMs() / waterfall.totalMs() * FULL, 0, FULL - THINNEST);
            double width = Math.clamp(bar.durationMs() / waterfall.totalMs() * FULL, THINNEST, FULL - start);
            page.open("tr");
            page.element("th", bar.name(), "scope", "row");
            page.open("td", "class", "lane");
            page.open("svg", "width", "100%", "height", "12", "aria-hidden", "true");
            page.empty("rect", "class", bar.tone().id(), "x", percent(start), "width", percent(width), "y", "0", "height", "12", "rx", "3");
            page.close("svg");
            page.close("td");
            page.open("td", "class", "time");
            mark(bar.tone(), page);
            page.element("span", bar.duration());
            page.close("td");
            page.close("tr");
        }
        page.close("tbody");
        page.close("table");
    }

    /// Each row's bars side by side, in the place of a waterfall's lane.
    private static void attempts(Block.Attempts attempts, HtmlWriter page) {
        page.open("p", "class", "legend");
        key("fine", attempts.legend().sent(), page);
        key("caution", attempts.legend().deferred(), page);
        key("broken", attempts.legend().bounced(), page);
        page.close("p");
        page.open("table", "class", "waterfall attempts", "aria-label", attempts.name());
        page.open("tbody");
        double most = attempts.most();
        for (var row : attempts.rows()) {
            page.open("tr");
            page.element("th", row.at(), "scope", "row");
            page.open("td", "class", "lane");
            page.open("svg", "width", "100%", "height", "12", "aria-hidden", "true");
            double sent = row.sent() / most * FULL;
            double deferred = row.deferred() / most * FULL;
            bar("fine", 0, sent, page);
            bar("caution", sent, deferred, page);
            bar("broken", sent + deferred, row.bounced() / most * FULL, page);
            page.close("svg");
            page.close("td");
            page.open("td", "class", "time");
            page.element("span", row.words());
            if (row.began()) {
                page.element("strong", attempts.legend().began(), "class", "began");
            }
            page.close("td");
            page.close("tr");
        }
        page.close("tbody");
        page.close("table");
    }

    private static void key(String tone, String words, HtmlWriter page) {
        page.open("svg", "width", "12", "height", "12", "aria-hidden", "true");
        page.empty("rect", "class", tone, "width", "12", "height", "12", "rx", "3");
        page.close("svg");
        page.element("span", words);
    }

    private static void bar(String tone, double from, double width, HtmlWriter page) {
        if (width > 0) {
            page.empty("rect", "class", tone, "x", percent(from), "width", percent(Math.max(THINNEST, width)), "y", "0", "height", "12");
        }
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.2f%%", value);
    }

    private static void finding(Block.Finding finding, HtmlWriter page) {
        page.open("article", "class", "finding");
        page.open("h3");
        mark(finding.tone(), page);
        page.element("span", finding.title());
        page.close("h3");
        page.element("p", finding.facts(), "class", "quiet");
        paragraphs(finding.summary(), "plain", page);
        if (!finding.steps().isEmpty()) {
            block(new Block.Steps(finding.steps()), page);
        }
        if (!finding.evidence().isEmpty()) {
            page.open("ul", "class", "because");
            finding.evidence().forEach(cell -> {
                page.open("li");
                cell(cell, page);
                page.close("li");
            });
            page.close("ul");
        }
        page.close("article");
    }

    private static void table(Block.Table table, HtmlWriter page) {
        boolean named = table.head().isEmpty();
        page.open("div", "class", "scroll");
        page.open("table", "class", named ? "facts" : "grid", "aria-label", named ? "" : table.name());
        if (named && !table.name().isEmpty()) {
            page.element("caption", table.name());
        }
        if (!named) {
            page.open("thead");
            page.open("tr");
            table.head().forEach(name -> page.element("th", name, "scope", "col"));
            page.close("tr");
            page.close("thead");
        }
        page.open("tbody");
        for (var row : table.rows()) {
            page.open("tr");
            for (int i = 0; i < row.size(); i++) {
                String tag = i == 0 ? "th" : "td";
                if (i == 0) {
                    page.open(tag, "scope", "row");
                } else {
                    page.open(tag);
                }
                cell(row.get(i), page);
                page.close(tag);
            }
            page.close("tr");
        }
        page.close("tbody");
        page.close("table");
        page.close("div");
    }

    private static void cell(Block.Cell cell, HtmlWriter page) {
        if (cell.tone() != null) {
            mark(cell.tone(), page);
        }
        page.element("span", cell.text());
    }

    private static void dialogue(List<Block.Said> lines, HtmlWriter page) {
        page.open("ol", "class", "dialogue");
        for (var said : lines) {
            page.open("li", "class", switch (said.who()) {
                case "server" -> "server";
                case "client" -> "client";
                default -> "aside";
            });
            page.element("span", said.at(), "class", "at");
            page.element("span", said.whoInWords(), "class", "who");
            page.element("span", said.text(), "class", "line");
            page.close("li");
        }
        page.close("ol");
    }

    private static String style() {
        try (var in = HtmlReport.class.getResourceAsStream("/org/mailmedic/report/html/report.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// As a content security policy names a style sheet (CSP 3 §2.3.1).
    private static String hash(String style) {
        try {
            return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", impossible);
        }
    }
}
