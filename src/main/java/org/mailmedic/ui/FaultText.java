package org.mailmedic.ui;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A fault of our own as text for whoever mends it: which kind, and where in the code. The messages of exceptions are left out, because
/// they could hold anything, a password included.
final class FaultText {
    private static final int MOST_CAUSES = 8;
    private static final int MOST_FRAMES = 60;

    private FaultText() {}

    static String of(Throwable fault, Instant when) {
        var lines = new ArrayList<>(List.of("Mail Medic fault report", "when: " + when,
                "system: " + System.getProperty("os.name") + " " + System.getProperty("os.version") + " " + System.getProperty("os.arch"),
                "java: " + Runtime.version(), "javafx: " + System.getProperty("javafx.runtime.version", "")));
        Throwable each = fault;
        for (int i = 0; each != null && i < MOST_CAUSES; i++) {
            lines.add("");
            lines.add((i == 0 ? "" : "caused by ") + each.getClass().getName());
            StackTraceElement[] frames = each.getStackTrace();
            for (int j = 0; j < Math.min(frames.length, MOST_FRAMES); j++) {
                lines.add("    at " + frames[j]);
            }
            each = each.getCause() == each ? null : each.getCause();
        }
        return String.join("\n", lines) + "\n";
    }
}
