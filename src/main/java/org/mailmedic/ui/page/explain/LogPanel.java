package org.mailmedic.ui.page.explain;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.mailmedic.advice.PlainText;
import org.mailmedic.advice.TextBook;
import org.mailmedic.explain.log.LogSummary;
import org.mailmedic.explain.log.LogTime;
import org.mailmedic.explain.log.SummaryDocument;
import org.mailmedic.report.Report.Verdict;
import org.mailmedic.report.log.LogTold;
import org.mailmedic.ui.page.LogFigures;
import org.mailmedic.ui.part.Columns;
import org.mailmedic.ui.part.Fold;
import org.mailmedic.ui.part.Labels;
import org.mailmedic.ui.part.Texts;

/// "Your mail log": what became of the mail, what kept it back and since when, and who takes it in.
final class LogPanel extends VBox {
    private static final double GAP = 16;
    private static final double NARROWEST = 6;
    private static final int MOST_CHANGES = 3;
    private static final int MOST_CAUSES = 12;
    private final TextBook book;
    private final Texts texts;

    LogPanel(ExplainModel model, Meaning.Log log, Texts texts) {
        super(GAP);
        this.texts = texts;
        book = texts.book("log");
        LogSummary summary = log.summary();
        var title = Labels.wrapping(texts.get("explain.log"), "meaning");
        title.setId("explain-answer");
        var head = new VBox(8, title, Labels.wrapping(head(summary), "quiet"));
        if (log.stopped()) {
            head.getChildren().add(Labels.wrapping(texts.get("explain.log.stopped"), "strong"));
        } else {
            summary.stopped().ifPresent(why -> head.getChildren().add(Labels.wrapping(book.get("stopped." + why), "strong")));
        }
        var recipients = summary.recipients();
        var counts = new Columns(GAP, NARROWEST, true, 1, 1, 1).with(count("explain.log.sent", recipients.sent()),
                count("explain.log.waiting", recipients.waiting()), count("explain.log.failed", recipients.failed()));
        getChildren().addAll(head, counts);
        var told = new LogTold(texts.language(), SummaryDocument.of(summary), _ -> Optional.empty());
        if (!told.tries().isEmpty()) {
            getChildren().add(new LogFigures(told, texts));
        }
        lines(texts.get("explain.log.began"), summary.changes().stream().filter(LogSummary.Change::open).limit(MOST_CHANGES)
                .map(change -> began(change, log.causes())).toList());
        causes(model, log);
        lines(texts.get("explain.log.queue"), List.of(queue(summary.queue())));
        lines(book.get("providers"), summary.providers().stream().map(this::provider).toList());
    }

    private String head(LogSummary log) {
        String program = book.get("program." + log.program());
        return log.from().isPresent() && log.to().isPresent()
                ? book.get("head", Map.of("program", program, "from", minute(log.from().get()), "to", minute(log.to().get()), "lines",
                log.lines()))
                : book.get("head.times_unknown", Map.of("program", program, "lines", log.lines()));
    }

    private Node count(String key, long count) {
        Label number = Labels.wrapping(texts.get("explain.log.count", count), "count");
        var card = new VBox(2, number, Labels.wrapping(texts.get(key), "quiet", "small"));
        card.getStyleClass().addAll("card", "count-card");
        return card;
    }

    private void causes(ExplainModel model, Meaning.Log log) {
        if (log.causes().isEmpty()) {
            getChildren().add(Labels.wrapping(book.get("causes.none"), "strong"));
            return;
        }
        var all = new VBox(4, Labels.wrapping(book.get("causes"), "title"));
        for (Verdict cause : log.causes().stream().limit(MOST_CAUSES).toList()) {
            long unreached = log.summary().causes().stream().filter(line -> line.code().id().equals(cause.code()))
                    .mapToLong(LogSummary.CauseLine::unreached).sum();
            all.getChildren().add(new Fold(texts, texts.get("explain.log.cause", cause.title(), unreached),
                    ExplainedPanel.verdict(model, cause)));
        }
        getChildren().add(all);
    }

    private void lines(String title, List<String> lines) {
        if (!lines.isEmpty()) {
            var all = new VBox(4, Labels.wrapping(title, "title"));
            lines.forEach(line -> all.getChildren().add(Labels.wrapping(line, "plain")));
            getChildren().add(all);
        }
    }

    private String began(LogSummary.Change change, List<Verdict> causes) {
        String cause = causes.stream().filter(each -> each.code().equals(change.code().id())).map(Verdict::title).findFirst()
                .orElseGet(() -> book.get("cause.title.unknown"));
        return book.get("change.open", Map.of("at", minute(change.at()), "provider", name(change.provider()), "title", cause));
    }

    private String queue(LogSummary.Queue queue) {
        if (queue.messages() == 0) {
            return book.get("nothing_waits");
        }
        return queue.oldest().map(oldest -> texts.get("explain.log.oldest", queue.messages(), minute(oldest)))
                .orElseGet(() -> book.get("queue.count", Map.of("messages", queue.messages())));
    }

    private String provider(LogSummary.Provider provider) {
        return book.get("provider.no_delay", Map.of("provider", name(provider.name()), "sent", provider.attempts().sent(),
                "deferred", provider.attempts().deferred(), "bounced", provider.attempts().bounced()));
    }

    private String name(String provider) {
        return book.find("provider." + provider).orElseGet(() -> PlainText.of(provider));
    }

    private String minute(LogTime time) {
        return texts.moment(time.at().atZone(ZoneOffset.UTC));
    }
}
