package org.mailmedic.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.mailmedic.product.WholeFile;
import org.mailmedic.report.Report;
import org.mailmedic.report.Rewording;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// In which form, where to, and in which language.
final class OutputOptions {
    enum Format { TEXT, JSON }

    private final OptionSpec format = Choice.text("--format", "F").defaultValue("text").build();
    private final OptionSpec file = Choice.file("--output", "FILE");
    private final LanguageOption language = LanguageOption.words();
    private final LanguageOption letters = LanguageOption.letters();

    void addTo(CommandSpec command) {
        List.of(format, file, language.spec()).forEach(command::addOption);
    }

    /// Also the language of letters, for commands in whose results letters stand.
    void addWithLettersTo(CommandSpec command) {
        addTo(command);
        command.addOption(letters.spec());
    }

    /// Null for the terminal, which a dash means as well, as it does for input.
    private @Nullable Path file() {
        Path given = file.getValue();
        return given == null || given.toString().equals("-") ? null : given;
    }

    boolean toTerminal() {
        return file() == null;
    }

    int width(Terminal terminal) {
        return terminal.width();
    }

    /// Whether colours may be used where the result goes.
    boolean colour(Terminal terminal) {
        return terminal.colour() && toTerminal();
    }

    /// The form in which a report is to be written, once it is known that it can be written there.
    ReportForm form(Terminal terminal) throws UsageException {
        String format = this.format.getValue();
        var form = Arrays.stream(ReportForm.values()).filter(each -> each.name().equalsIgnoreCase(format)).findFirst()
                .orElseThrow(() -> new UsageException("takes.report_format", Map.of("given", format)));
        checkFile();
        if (form == ReportForm.PDF && toTerminal() && terminal.interactive()) {
            throw new UsageException("pdf.terminal", Map.of());
        }
        return form;
    }

    /// The form of a report that is made to be passed on, where one was asked for; empty for the command's own text and JSON.
    Optional<ReportForm> passedOn(Terminal terminal) throws UsageException {
        boolean asked = Arrays.stream(ReportForm.values()).anyMatch(each -> each.passedOn() && asksFor(each.name()));
        return asked ? Optional.of(form(terminal)) : Optional.empty();
    }

    Format format() throws UsageException {
        String format = this.format.getValue();
        return switch (format.toLowerCase(Locale.ROOT)) {
            case "text" -> Format.TEXT;
            case "json" -> Format.JSON;
            default -> throw new UsageException("takes.format", Map.of("given", format));
        };
    }

    Locale language(Terminal terminal) throws UsageException {
        return language.language(terminal);
    }

    /// The same for what is said of a call that cannot be carried out, whose `--lang` may be what is wrong with it.
    Locale spoken(Terminal terminal) {
        return language.spoken(terminal);
    }

    /// Whether `--lang` was given.
    boolean languageGiven() throws UsageException {
        return language.given().isPresent();
    }

    /// Puts the letters of a report into the language that was asked for, if any was.
    UnaryOperator<Report> letters() throws UsageException {
        return letters.given().<UnaryOperator<Report>>map(asked -> new Rewording(asked, ZoneId.systemDefault())::letters)
                .orElseGet(UnaryOperator::identity);
    }

    /// Whether letters are to be in a language of their own.
    boolean lettersGiven() throws UsageException {
        return letters.given().isPresent();
    }

    /// Says before the check-up begins whether its result can be written.
    void check() throws UsageException {
        format();
        checkFile();
    }

    /// Whether this word stands behind `--format`.
    boolean asksFor(String form) {
        String given = format.getValue();
        return form.equalsIgnoreCase(given);
    }

    /// Says before the check-up begins whether a file can be written.
    void checkFile() throws UsageException {
        if (file() != null) {
            writable(file());
        }
    }

    /// The same file, once it is known that it can be written.
    static Path writable(Path file) throws UsageException {
        if (file.toString().isBlank()) {
            throw new UsageException("output.empty", Map.of("option", "--output"));
        }
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file)) {
            throw new UsageException("output.folder", Map.of("file", file));
        }
        if (folder == null || !Files.isDirectory(folder)) {
            throw new UsageException("output.no_folder", Map.of("file", file));
        }
        if (Files.exists(file) ? !Files.isWritable(file) : !Files.isWritable(folder)) {
            throw new UsageException("output.unwritable", Map.of("file", file));
        }
        return file;
    }

    /// Writes the whole text, or leaves what was there untouched.
    void write(String text, Terminal terminal) throws UnwrittenException {
        write(ReportForm.utf8(text), terminal);
    }

    /// The same for a form that is not text; text is UTF-8.
    void write(byte[] bytes, Terminal terminal) throws UnwrittenException {
        Path file = file();
        if (file == null) {
            terminal.out().write(bytes, 0, bytes.length);
            terminal.out().flush();
            return;
        }
        try {
            WholeFile.write(file, bytes);
        } catch (IOException full) {
            throw new UnwrittenException(file.toString(), full);
        }
    }

    /// Where a result goes that comes line by line. A file begins anew.
    PrintStream lines(Terminal terminal) throws UsageException {
        Path file = file();
        if (file == null) {
            return terminal.out();
        }
        try {
            return new PrintStream(WholeFile.begin(file), true, StandardCharsets.UTF_8);
        } catch (IOException notWritable) {
            throw new UsageException("output.unwritable", Map.of("file", file));
        }
    }
}
