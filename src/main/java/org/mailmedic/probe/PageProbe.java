package org.mailmedic.probe;

import java.io.IOException;
import org.mailmedic.evidence.OffRoute.Page;
import org.mailmedic.evidence.OffRoute.PageCheck;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.net.transport.Deadline;
import org.mailmedic.net.transport.Failures;
import org.mailmedic.net.web.PageStart;
import org.mailmedic.plan.Controls;

/// Fetches a page with a known answer, to find a captive portal.
public final class PageProbe {
    private final Instruments instruments;

    public PageProbe(Instruments instruments) {
        this.instruments = instruments;
    }

    public PageCheck fetch(Controls.Http control, Deadline deadline) {
        long start = instruments.now();
        Outcome<Page> outcome;
        try {
            var answer = new PageStart(instruments.network(), instruments.tls().get()).get(control.url(), false, deadline);
            outcome = Outcome.of(new Page(answer.status(), answer.location(), answer.body()));
        } catch (IOException problem) {
            outcome = Failures.connecting(problem, () -> true);
        }
        return new PageCheck(control.url(), control.status(), control.body(), instruments.since(start), outcome);
    }
}
