package org.mailmedic.cli;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/// Seconds as people type them.
final class Timeout {
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,6}(?:\\.\\d{0,9})?|\\.\\d{1,9}");

    private Timeout() {}

    static Duration read(String given) throws UsageException {
        return read(given, 0.1, 300);
    }

    /// @param least in seconds, as is `most`
    static Duration read(String given, double least, double most) throws UsageException {
        String text = given.strip();
        if (DECIMAL.matcher(text).matches()) {
            double seconds = Double.parseDouble(text);
            if (seconds >= least && seconds <= most) {
                return Duration.ofMillis((long) (seconds * 1000 + 1e-6));
            }
        }
        throw new UsageException("takes.timeout", Map.of("least", plain(least), "most", plain(most), "given", given));
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }
}
