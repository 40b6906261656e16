package org.mailmedic.practice;

import java.io.IOException;
import java.time.Duration;
import org.mailmedic.practice.fault.Faults;

/// Starts practice servers for tests: by name, with a short delay.
final class Servers {
    static final PracticeOptions QUICK = PracticeOptions.defaults().withDelay(Duration.ofMillis(400));

    private Servers() {}

    static PracticeServer start(String name) throws IOException {
        return PracticeServer.start(Faults.find(name).orElseThrow(), QUICK);
    }
}
