package org.mailmedic.monitor.exporter;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mailmedic.advice.Language;
import org.mailmedic.advice.PlainText;
import org.mailmedic.advice.TextBook;
import org.mailmedic.report.Report;
import org.mailmedic.settings.UserInfo;

/// The words for people: what is where, the advice for a target, and why there is nothing to show.
final class Pages {
    private static final String STYLE = "body{font:16px/1.5 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem}";
    private final TextBook book;
    private final String language;

    Pages(Locale language) {
        book = TextBook.open("exporter", language);
        this.language = Language.of(language).tag();
    }

    String front(int targets, boolean logs) {
        return page(book.get("front.title"), "<p>" + escaped(book.get("front.words")) + "</p><ul>"
                + entry("/probe?target=…", "front.probe", Map.of("count", String.valueOf(targets)))
                + link("/metrics", logs ? "front.metrics_logs" : "front.metrics") + link("/-/healthy", "front.healthy")
                        + link("/-/ready", "front.ready")
                + entry("/advice?target=…", "front.advice", Map.of()) + "</ul>");
    }

    /// An answer in one line.
    String sentence(String key) {
        return book.get(key);
    }

    private String link(String path, String key) {
        return "<li><a href=\"" + path + "\">" + path + "</a>: " + escaped(book.get(key)) + "</li>";
    }

    private String entry(String path, String key, Map<String, String> values) {
        return "<li><code>" + path + "</code>: " + escaped(book.get(key, values)) + "</li>";
    }

    /// @param advice of the last probe; empty where there was none
    String advice(String target, Optional<List<Report.Verdict>> advice) {
        String title = book.get("advice.title", Map.of("target", PlainText.of(UserInfo.masked(target), 200)));
        if (advice.isEmpty()) {
            return page(title, "<p>" + escaped(book.get("advice.none")) + "</p>");
        }
        if (advice.get().isEmpty()) {
            return page(title, "<p>" + escaped(book.get("advice.healthy")) + "</p>");
        }
        var text = new StringBuilder();
        for (Report.Verdict each : advice.get()) {
            text.append("<h2>").append(escaped(each.title())).append("</h2><p><code>").append(escaped(each.code())).append("</code></p><p>")
                    .append(escaped(each.summary())).append("</p><ol>");
            each.steps().forEach(step -> text.append("<li>").append(escaped(step)).append("</li>"));
            text.append("</ol>");
        }
        return page(title, text.toString());
    }

    private String page(String title, String body) {
        return "<!doctype html><html lang=\"" + language + "\"><head><meta charset=\"utf-8\"><title>" + escaped(title) + "</title><style>"
                + STYLE
                + "</style></head><body><h1>"
                + escaped(title) + "</h1>" + body + "</body></html>\n";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
    }
}
