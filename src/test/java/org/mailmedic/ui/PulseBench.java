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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailmedic.checkup.UsualCheckup;
import org.mailmedic.ui.part.Texts;
import org.testfx.util.WaitForAsyncUtils;

/// The JavaFX thread over whole check-ups of a practice server: none of its busy stretches is longer than 50 ms after the first second.
/// What is judged is the processor time of the thread, which other work on the machine does not lengthen; the wall time is printed beside it.
@Tag("bench")
final class PulseBench {
    private static final double LIMIT_MS = 50;
    private static final long FIRST_SECOND_MS = 1000;

    @ParameterizedTest
    @ValueSource(strings = {"healthy", "cert-expired", "greeting-silent"})
    void noStretchIsLong(String fault) throws Exception {
        var log = new ArrayList<String>();
        var processor = new PulseLog(PulseBench::processorTime, log::add);
        var wall = new PulseLog(System::nanoTime, _ -> { });
        var engine = new CheckupEngine(() -> UsualCheckup.in(Locale.ENGLISH), work -> Thread.ofVirtual().start(work));
        TestWindow window = TestWindow.open(engine, new PracticeServers(), Texts.in(Locale.ENGLISH), new FxThread(processor));
        try {
            WaitForAsyncUtils.sleep(FIRST_SECOND_MS, TimeUnit.MILLISECONDS);
            var errand = new PracticeServers().open(fault).errand();
            window.does(() -> {
                processor.watch(window.scene());
                wall.watch(window.scene());
                processor.stretch(() -> window.walk().check(errand));
            });
            WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> window.sees(() -> window.scene().lookup(".badge") != null));
            window.does(() -> processor.stretch(() -> States.pressDetails(window)));
            WaitForAsyncUtils.sleep(FIRST_SECOND_MS, TimeUnit.MILLISECONDS);
            window.does(() -> {
                processor.end(window.scene());
                wall.end(window.scene());
            });
            System.out.println(fault + ", processor time: " + processor.pulses());
            System.out.println(fault + ", wall time:      " + wall.pulses());
            log.forEach(line -> System.out.println("  " + line));
            assertEquals(List.of(), log.stream().filter(line -> line.startsWith("busy for") && ms(line) > LIMIT_MS).toList());
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
