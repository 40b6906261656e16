package org.mailmedic.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailmedic.checkup.UsualCheckup;
import org.testfx.util.WaitForAsyncUtils;

/// The JavaFX thread over whole check-ups of a practice server, the drawer included: none of its busy stretches is longer than 50 ms after
/// the first second. What is judged is the processor time of the thread, which other work on the machine does not lengthen; the wall time
/// is printed beside it. The installed program comes with its classes prepared, which a JVM of tests has not: a first round makes up for
/// that, and is printed, not judged.
@Tag("bench")
final class PulseBench {
    private static final double LIMIT_MS = 50;
    private static final long FIRST_SECOND_MS = 1000;

    @Test
    void noStretchIsLong() throws Exception {
        var tooLong = new ArrayList<String>();
        for (String round : List.of("first round", "second round")) {
            tooLong.clear();
            for (String fault : List.of("healthy", "cert-expired", "greeting-silent")) {
                System.out.println(round + ", " + fault);
                tooLong.addAll(follow(fault));
            }
        }
        assertEquals(List.of(), tooLong);
    }

    private static List<String> follow(String fault) throws Exception {
        var log = new ArrayList<String>();
        var processor = new PulseLog(PulseBench::processorTime, log::add);
        var wall = new PulseLog(System::nanoTime, _ -> { });
        var engine = new CheckupEngine(() -> UsualCheckup.in(Locale.ENGLISH), work -> Thread.ofVirtual().start(work));
        TestWindow window = TestWindow.open(engine, new PracticeServers(), new FxThread(processor));
        try {
            WaitForAsyncUtils.sleep(FIRST_SECOND_MS, TimeUnit.MILLISECONDS);
            var errand = new PracticeServers().open(fault).errand();
            window.does(() -> {
                processor.watch(window.scene());
                wall.watch(window.scene());
                processor.stretch(() -> window.walk().check(errand));
            });
            WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> window.sees(() -> window.scene().lookup(".badge") != null));
            window.does(() -> processor.stretch(() -> Gestures.pressDetails(window)));
            WaitForAsyncUtils.sleep(FIRST_SECOND_MS, TimeUnit.MILLISECONDS);
            window.does(() -> {
                processor.end(window.scene());
                wall.end(window.scene());
            });
            System.out.println("  processor time: " + processor.pulses());
            System.out.println("  wall time:      " + wall.pulses());
            log.stream().filter(line -> line.startsWith("busy")).forEach(line -> System.out.println("  " + line));
            return log.stream().filter(line -> line.startsWith("busy for") && ms(line) > LIMIT_MS).toList();
        } finally {
            window.close();
        }
    }

    private static double ms(String line) {
        return Double.parseDouble(line.split(" ")[2]);
    }

    /// Nanoseconds that this thread ran on a processor (Linux, Documentation/scheduler/sched-stats.rst).
    private static long processorTime() {
        try {
            return Long.parseLong(Files.readString(Path.of("/proc/thread-self/schedstat")).split(" ")[0]);
        } catch (IOException notLinux) {
            throw new UncheckedIOException(notLinux);
        }
    }
}
