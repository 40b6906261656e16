package org.mailmedic.ui.page.explain;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.mailmedic.advice.Adviser;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.explain.Explainer;
import org.mailmedic.explain.Explanation;
import org.mailmedic.explain.log.LogReader;
import org.mailmedic.explain.log.MailLog;
import org.mailmedic.provider.Provider;
import org.mailmedic.report.Report.Verdict;
import org.mailmedic.ui.page.Hub;

/// Reads a text or a file and says what it means, in the words of the advice. Nothing of it leaves the computer. Thread-safe.
final class TextReader {
    /// What a text meant, and how it is shown.
    ///
    /// @param inWords the same in the language of the moment
    record Reading(Meaning meaning, Optional<ShownText> shown, Supplier<Reading> inWords) {
        /// What means the same in every language.
        Reading(Meaning meaning, Optional<ShownText> shown) {
            this(meaning, shown, () -> new Reading(meaning, shown));
        }

        static Reading nothing() {
            return new Reading(new Meaning.Nothing(), Optional.of(ShownText.of("", List.of())));
        }

        static Reading told(Supplier<Meaning> meaning, Optional<ShownText> shown) {
            return new Reading(meaning.get(), shown, () -> told(meaning, shown));
        }
    }

    private static final int LONGEST_MESSAGE = 8 << 20;
    private final Explainer explainer = new Explainer();
    private final Hub hub;

    TextReader(Hub hub) {
        this.hub = hub;
    }

    Reading read(String text) {
        Explanation explanation = explainer.explain(text);
        var shown = Optional.of(ShownText.of(text, explanation.marks()).calling(explanation.found().program()));
        if (MailLog.looksLikeOne(text, now())) {
            try {
                var read = new LogReader(now()).read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
                return Reading.told(() -> log(read, false), shown);
            } catch (IOException outOfMemory) {
                throw new IllegalStateException(outOfMemory);
            }
        }
        return Reading.told(() -> meaning(explanation), shown);
    }

    /// @param stopped  whether the person has stopped it
    /// @param progress hears how much was read, 0 to 1, now and then
    Reading read(Path file, AtomicBoolean stopped, DoubleConsumer progress) {
        try {
            byte[] head = head(file);
            return MailLog.looksLikeOne(head, now()) ? log(file, stopped, progress) : message(file);
        } catch (IOException | SecurityException unreadable) {
            return unreadable(file);
        }
    }

    /// Whether a file is a mail log, by its first bytes.
    boolean isLog(Path file) {
        try {
            return MailLog.looksLikeOne(head(file), now());
        } catch (IOException | SecurityException unreadable) {
            return false;
        }
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return MailLog.plain(in, MailLog.HEAD);
        }
    }

    private Reading log(Path file, AtomicBoolean stopped, DoubleConsumer progress) throws IOException {
        double size = Math.max(1, Files.size(file));
        try (InputStream in = Files.newInputStream(file);
                var stream = new StoppableStream(in, stopped::get, read -> progress.accept(Math.min(1, read / size)))) {
            LogReader.Reading read = new LogReader(now()).read(stream);
            boolean early = stopped.get();
            return Reading.told(() -> log(read, early), Optional.empty());
        }
    }

    private Meaning log(LogReader.Reading reading, boolean stopped) {
        Facts said = Facts.of("basis", "said");
        return new Meaning.Log(reading.summary(), reading.findings().stream().map(finding -> verdict(finding, said)).toList(), stopped);
    }

    private Reading message(Path file) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = MailLog.plain(in, LONGEST_MESSAGE + 1);
        }
        if (bytes.length > LONGEST_MESSAGE) {
            return unreadable(file);
        }
        List<String> texts = Explainer.readings(bytes);
        Arrays.fill(bytes, (byte) 0);
        Reading first = read(texts.getFirst());
        return Stream.concat(Stream.of(first), texts.stream().skip(1).map(this::read))
                .filter(reading -> !(reading.meaning() instanceof Meaning.NotUnderstood)).findFirst().orElse(first);
    }

    private static Reading unreadable(Path file) {
        return new Reading(new Meaning.Unreadable(String.valueOf(file.getFileName())), Optional.empty());
    }

    private Meaning meaning(Explanation explanation) {
        Facts said = explanation.situation();
        if (!explanation.recognised()) {
            return new Meaning.NotUnderstood(explanation.found(), verdict(explanation.causes().getFirst().finding(), said));
        }
        List<Verdict> verdicts = explanation.causes().stream().map(cause -> verdict(cause.finding(), said)).toList();
        return new Meaning.Explained(verdicts, explanation.found(), explanation.causes().getFirst().matched());
    }

    private Verdict verdict(Finding finding, Facts said) {
        var adviser = new Adviser(hub.texts().language(), Adviser.systemName(System.getProperty("os.name")), ZoneId.systemDefault(),
                host -> hub.book().byHost(host).map(Provider::name));
        return Verdict.of(finding, adviser.advise(finding, said, hub.clock().instant()));
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(hub.clock().instant(), ZoneId.systemDefault());
    }
}
