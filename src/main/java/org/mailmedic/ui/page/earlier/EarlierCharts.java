package org.mailmedic.ui.page.earlier;

import java.util.ArrayList;
import java.util.List;
import org.mailmedic.advice.FactWords;
import org.mailmedic.history.Series;
import org.mailmedic.history.Summary;
import org.mailmedic.report.Report;
import org.mailmedic.ui.page.Outcomes;
import org.mailmedic.ui.page.Strip;
import org.mailmedic.ui.part.Sparkline;
import org.mailmedic.ui.part.Texts;

/// One server's check-ups as rows of charts, each with its words.
final class EarlierCharts {
    /// More would be closer together than can be seen.
    private static final int MOST = 60;
    private static final String DOOR = "connect";
    private static final String FAILED = "failed";
    private static final double LEAST_MS = 1;
    private final FactWords words;
    private final Texts texts;

    EarlierCharts(FactWords words, Texts texts) {
        this.words = words;
        this.texts = texts;
    }

    Strip doorTimes(List<Summary> newestFirst) {
        return strip("", series(newestFirst).stages().getOrDefault(DOOR, List.of()), "earlier.door");
    }

    List<Strip> stageTimes(List<Summary> newestFirst, int port) {
        List<Strip> strips = new ArrayList<>();
        series(newestFirst).stages().forEach((stage, points) -> {
            if (points.stream().anyMatch(EarlierCharts::tells)) {
                strips.add(strip(words.stage(stage, port), points, "earlier.times"));
            }
        });
        return strips;
    }

    /// What takes no time at all, such as a look at the settings, makes no chart.
    private static boolean tells(Series.Point point) {
        return point.ms() >= LEAST_MS || point.status().equals(FAILED);
    }

    Outcomes outcomes(List<Summary> newestFirst) {
        List<Report.Outcome> each = series(newestFirst).rounds().stream().map(Series.Round::outcome).toList();
        return new Outcomes(each, texts.get("earlier.outcomes", each.size(), count(each, Report.Outcome.HEALTHY),
                count(each, Report.Outcome.PROBLEM),
                count(each, Report.Outcome.INCONCLUSIVE)));
    }

    private static long count(List<Report.Outcome> all, Report.Outcome wanted) {
        return all.stream().filter(wanted::equals).count();
    }

    private static Series series(List<Summary> newestFirst) {
        return Series.of(newestFirst.subList(0, Math.min(MOST, newestFirst.size())));
    }

    private Strip strip(String name, List<Series.Point> measured, String key) {
        List<Sparkline.Point> points = measured.stream().map(point -> new Sparkline.Point(point.ms(), point.status().equals(FAILED)))
                .toList();
        double[] sorted = points.stream().filter(point -> !point.broke()).mapToDouble(Sparkline.Point::value).sorted().toArray();
        if (sorted.length == 0) {
            return new Strip(name, points, texts.get(points.isEmpty() ? "earlier.times.none" : "earlier.times.broke", points.size()));
        }
        String usual = texts.duration(sorted[sorted.length / 2]);
        String shortest = texts.duration(sorted[0]);
        String longest = texts.duration(sorted[sorted.length - 1]);
        String form = sorted.length == 1 ? ".once" : shortest.equals(longest) ? ".always" : "";
        String said = texts.get(key + form, usual, shortest, longest);
        int broke = points.size() - sorted.length;
        return new Strip(name, points, broke == 0 ? said : texts.get("earlier.times.also_broke", said, broke));
    }
}
