package org.mailmedic.advice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.mailmedic.diagnosis.Code;

/// The pages of advice in one language, read when first asked for and kept; a page that is not translated is English. Thread-safe.
public final class AdvicePages {
    private final List<String> languages;
    private final Map<Code, Optional<AdvicePage>> pages = new ConcurrentHashMap<>();

    public AdvicePages(Locale language) {
        languages = Language.of(language).folders();
    }

    /// Whether there is a page for `code`.
    public boolean has(Code code) {
        return page(code).isPresent();
    }

    Optional<AdvicePage> page(Code code) {
        return pages.computeIfAbsent(code, this::read);
    }

    private Optional<AdvicePage> read(Code code) {
        for (String language : languages) {
            try (var stream = AdvicePages.class.getResourceAsStream("/org/mailmedic/advice/" + language + "/" + code.id() + ".md")) {
                if (stream != null) {
                    return Optional.of(PageReader.read(new String(stream.readAllBytes(), StandardCharsets.UTF_8)));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Optional.empty();
    }
}
