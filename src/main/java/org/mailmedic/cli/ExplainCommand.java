package org.mailmedic.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.mailmedic.advice.Adviser;
import org.mailmedic.advice.TextBook;
import org.mailmedic.explain.Explainer;
import org.mailmedic.explain.Explanation;
import org.mailmedic.provider.Provider;
import org.mailmedic.provider.ProviderBook;
import org.mailmedic.report.Report;
import org.mailmedic.report.json.JsonText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;

/// `explain`: says what an error message, a page of a log or a bounce means.
@Command(name = "explain", description = "Explains a pasted error message, log excerpt or bounce.", sortOptions = false)
final class ExplainCommand implements Callable<Integer> {
    private static final int LONGEST = 8 * 1024 * 1024;
    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "One or more files, or - for standard input.")
    private List<String> files = new ArrayList<>();

    private final OutputOptions output = new OutputOptions();

    ExplainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    CommandSpec spec() {
        var spec = CommandSpec.forAnnotatedObject(this);
        output.addTo(spec);
        return spec.addOption(Choice.help());
    }

    @Override
    public Integer call() throws UsageException, UnwrittenException {
        output.check();
        Locale language = output.language(terminal);
        Explanation explanation = new Explainer().explain(given());
        var verdicts = verdicts(explanation, language);
        output.write(switch (output.format()) {
            case JSON -> JsonText.of(ExplanationForm.json(explanation, verdicts));
            case TEXT -> ExplanationForm.text(explanation, verdicts, TextBook.open("explain", language), output.width(terminal));
        }, terminal);
        return explanation.recognised() ? ExitCode.FINE : ExitCode.PROBLEM;
    }

    private static List<Report.Verdict> verdicts(Explanation explanation, Locale language) {
        ProviderBook providers = ProviderBook.load();
        var adviser = new Adviser(language, Adviser.systemName(System.getProperty("os.name")), ZoneId.systemDefault(),
                host -> providers.byHost(host).map(Provider::name));
        Instant now = Instant.now();
        return explanation.causes().stream().map(cause -> Report.Verdict.of(cause.finding(), adviser.advise(cause.finding(),
                explanation.situation(), now))).toList();
    }

    /// All files, one after the other.
    private byte[] given() throws UsageException, UnwrittenException {
        var all = new ByteArrayOutputStream();
        for (String file : files.isEmpty() ? List.of("-") : files) {
            byte[] bytes = file.equals("-") ? bounded(terminal.in(), "Standard input") : bytes(file);
            all.writeBytes(bytes);
            if (bytes.length > 0 && bytes[bytes.length - 1] != '\n' && files.size() > 1) {
                all.write('\n');
            }
            if (all.size() > LONGEST) {
                throw new UsageException("That is too long: only the part with the message is needed.");
            }
        }
        return all.toByteArray();
    }

    private static byte[] bytes(String file) throws UsageException, UnwrittenException {
        Path path = path(file);
        if (Files.isDirectory(path)) {
            throw new UsageException(file + " is a folder. Name a file that holds the message, or - for standard input.");
        }
        if (!Files.isRegularFile(path)) {
            throw new UsageException("The file " + file + " cannot be read. Check its name and that you may open it.");
        }
        try (InputStream in = Files.newInputStream(path)) {
            return bounded(in, file);
        } catch (IOException unreadable) {
            throw new UsageException("The file " + file + " cannot be read. Check its name and that you may open it.");
        }
    }

    private static Path path(String file) throws UsageException, UnwrittenException {
        try {
            return Path.of(file);
        } catch (InvalidPathException noPath) {
            throw new UsageException("The file " + file + " cannot be read. Check its name and that you may open it.");
        }
    }

    private static byte[] bounded(InputStream in, String what) throws UsageException, UnwrittenException {
        try {
            byte[] bytes = in.readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                throw new UsageException(what + " is too long: only the part with the message is needed.");
            }
            return bytes;
        } catch (IOException unreadable) {
            throw new UsageException(what + " cannot be read.");
        }
    }
}
