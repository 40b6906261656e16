package org.mailmedic.ui.page;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.mailmedic.report.log.LogTold;
import org.mailmedic.ui.part.AttemptsChart;
import org.mailmedic.ui.part.Flow;
import org.mailmedic.ui.part.Fold;
import org.mailmedic.ui.part.Labels;
import org.mailmedic.ui.part.Texts;

/// What a mail log says was tried over time: a chart, what its colours stand for, and the same in words.
public final class LogFigures extends VBox {
    private static final double GAP = 8;

    public LogFigures(LogTold log, Texts texts) {
        super(GAP);
        getStyleClass().addAll("card", "log-figures");
        List<LogTold.Tries> rows = log.tries();
        LogTold.Legend legend = log.legend();
        String began = rows.stream().filter(LogTold.Tries::began).findFirst()
                .map(row -> texts.get("explain.chart.began", row.at(), legend.began())).orElse("");
        var chart = new AttemptsChart(rows.stream().map(row -> new AttemptsChart.Column(row.sent(), row.deferred(), row.bounced(),
                row.began())).toList(), texts.get("explain.chart.spoken", log.chart(), rows.getFirst().at(), rows.getLast().at(),
                began));
        chart.setId("log-chart");
        var span = Labels.wrapping(rows.size() == 1 ? rows.getFirst().at()
                : texts.get("explain.chart.span", rows.getFirst().at(), rows.getLast().at()), "quiet", "small");
        var keys = new Flow(16, 4, key("fine", legend.sent()), key("caution", legend.deferred()),
                key("broken", legend.bounced()));
        getChildren().addAll(Labels.wrapping(log.chart(), "title"), chart, span, keys);
        if (!began.isEmpty()) {
            getChildren().add(Labels.wrapping(began, "plain"));
        }
        var words = new VBox(2);
        rows.stream().filter(row -> row.all() > 0).forEach(row -> words.getChildren().add(Labels.wrapping(texts.get("explain.chart.row",
                row.at(), row.words()), "plain", "small")));
        getChildren().add(new Fold(texts, texts.get("explain.chart.words"), words));
    }

    private static Node key(String style, String words) {
        var swatch = new Region();
        swatch.getStyleClass().addAll("swatch", style);
        Label name = Labels.brief(words, "quiet", "small");
        var key = new HBox(6, swatch, name);
        key.getStyleClass().add("key");
        return key;
    }

    /// A title and sentences below it.
    public static Node part(LogTold.Part part) {
        var all = new VBox(4, Labels.wrapping(part.title(), "title"));
        part.rows().forEach(row -> all.getChildren().add(Labels.wrapping(row, "plain")));
        return all;
    }
}
