package org.mailmedic.explain;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.explain.CauseCandidate.Weight;
import org.mailmedic.explain.log.LogReader;

/// A line that somebody copied out of a mail server's log: too little to count, and yet the readers of logs know what it says.
final class LoneLine {
    private static final int LONGEST = 8 * 1024;
    /// What a line means does not hang on the day.
    private static final LocalDateTime ANY_DAY = LocalDateTime.of(2000, 1, 1, 0, 0);

    private LoneLine() {}

    static List<CauseCandidate> read(String text) {
        if (text.length() > LONGEST) {
            return List.of();
        }
        try {
            return new LogReader(ANY_DAY).read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))).findings().stream()
                    .map(finding -> candidate(finding, text)).toList();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static CauseCandidate candidate(Finding finding, String text) {
        return new CauseCandidate(finding, List.of(), Weight.WORDS, text, -1, -1, false, 0, Optional.empty());
    }
}
