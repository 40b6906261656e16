package org.mailmedic.explain.log;

import java.util.TreeSet;
import org.mailmedic.diagnosis.Code;

/// A provider on the receiving side, and what was tried with it.
final class Receiver {
    private static final int DOMAINS = 12;

    final int index;
    final String name;
    final Delays delays = new Delays();
    final CountSeries sentByHour = new CountSeries();
    final SpeedWatch speed = new SpeedWatch();
    /// By the code's ordinal; null where it did not come up.
    final CauseCount[] causes = new CauseCount[Code.values().length];
    int sent;
    int deferred;
    int bounced;
    private final TreeSet<String> domains = new TreeSet<>();

    Receiver(int index, String name) {
        this.index = index;
        this.name = name;
    }

    /// Keeps the first dozen by the alphabet.
    void domain(String domain) {
        domains.add(domain);
        if (domains.size() > DOMAINS) {
            domains.pollLast();
        }
    }

    TreeSet<String> domains() {
        return domains;
    }
}
