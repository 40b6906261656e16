package org.mailmedic.ui;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.mailmedic.checkup.Checkup;
import org.mailmedic.checkup.Progress;
import org.mailmedic.checkup.UsualCheckup;
import org.mailmedic.report.Report;
import org.mailmedic.ui.page.Errand;
import org.mailmedic.ui.page.PracticeGround;

/// Reports of real check-ups of the practice server, one for each fault, made at their first use.
public final class PracticeReports {
    private static final Checkup CHECKUP = UsualCheckup.in(Locale.ENGLISH);
    private static final Map<String, Report> MADE = new ConcurrentHashMap<>();

    private PracticeReports() {}

    static Report of(String fault) {
        return MADE.computeIfAbsent(fault, PracticeReports::make);
    }

    /// What a check-up of that fault tells while it runs, in the order in which it was told.
    public static List<Progress> events(String fault) {
        try (PracticeGround.Stand stand = new PracticeServers().open(fault)) {
            var events = new CopyOnWriteArrayList<Progress>();
            CHECKUP.start(stand.errand().settings(), stand.errand().options(), events::add).await();
            return List.copyOf(events);
        } catch (IOException | InterruptedException notMade) {
            throw new IllegalStateException(notMade);
        }
    }

    private static Report make(String fault) {
        try (PracticeGround.Stand stand = new PracticeServers().open(fault)) {
            Errand errand = stand.errand();
            return CHECKUP.start(errand.settings(), errand.options(), _ -> { }).await();
        } catch (IOException | InterruptedException notMade) {
            throw new IllegalStateException(notMade);
        }
    }
}
