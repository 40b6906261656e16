package org.mailmedic.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.mailmedic.advice.FactWords;
import org.mailmedic.advice.Language;
import org.mailmedic.advice.TextBook;
import org.mailmedic.plan.Options;
import org.mailmedic.plan.Plan;
import org.mailmedic.plan.Planner;
import org.mailmedic.product.WholeFile;
import org.mailmedic.report.json.JsonText;
import org.mailmedic.settings.Security;
import org.mailmedic.settings.Settings;
import org.mailmedic.settings.Symptom;
import org.mailmedic.website.ProbeFile;
import org.mailmedic.website.ProbeForm;
import org.mailmedic.website.ProbeMaker;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// `website make`: writes the file to put on the website's server, and shows its key once.
final class WebsiteMakeCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final OptionSpec host = Choice.text("--host", "H").required(true).build();
    private final OptionSpec port = Choice.text("--port", "N").build();
    private final OptionSpec security = Choice.text("--security", "S").defaultValue("auto").build();
    private final OptionSpec form = Choice.text("--form", "F").required(true).build();
    private final OptionSpec output = Choice.text("--output", "FILE").required(true).build();
    private final OptionSpec controls = Choice.text("--controls", "FILE").build();
    private final OptionSpec format = Choice.text("--format", "F").defaultValue("text").build();
    private final LanguageOption language = LanguageOption.words();

    WebsiteMakeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    CommandSpec spec() {
        var spec = Choice.command(this, "make");
        List.of(host, port, security, form, output, controls, format, language.spec()).forEach(spec::addOption);
        return spec.addOption(Choice.help());
    }

    @Override
    public Integer call() throws UsageException {
        boolean json = switch (format.<String>getValue().toLowerCase(Locale.ROOT)) {
            case "json" -> true;
            case "text" -> false;
            default -> throw new UsageException("takes.format", Map.of("given", format.<String>getValue()));
        };
        String wanted = form.getValue();
        ProbeForm chosen = ProbeForm.of(wanted).orElseThrow(() -> new UsageException("takes.form", Map.of("given", wanted,
                "choices", Arrays.stream(ProbeForm.values()).map(ProbeForm::id).collect(Collectors.joining(", ")))));
        Settings settings = settings();
        Plan plan = new Planner().plan(settings, Options.usual().withControls(ControlsFile.read(controls.getValue())));
        if (!plan.possible()) {
            throw new UsageException("takes.host", Map.of("given", settings.host()));
        }
        Locale words = language.language(terminal);
        Path file = OutputOptions.writable(Path.of(output.<String>getValue()));
        ProbeFile probe = new ProbeMaker(new SecureRandom(), InstantSource.system()).make(settings, plan, chosen, Language.of(words));
        try {
            WholeFile.writeForAll(file, probe.content());
        } catch (IOException full) {
            throw new UsageException("unwritten", Map.of("file", file, "why", full));
        }
        terminal.out().print(json ? JsonText.of(json(probe, file)) : text(probe, file, words));
        terminal.out().flush();
        return ExitCode.FINE;
    }

    private Settings settings() throws UsageException {
        String typed = security.getValue();
        Security chosen = Security.of(typed)
                .orElseThrow(() -> new UsageException("takes.security", Map.of("given", typed)));
        OptionalInt number = ServerOptions.port(port.getValue());
        Settings bare = Settings.of(host.getValue()).withSecurity(chosen).withSymptom(Symptom.SERVER);
        return number.isPresent() ? bare.withPort(number.getAsInt()) : bare;
    }

    private static Map<String, Object> json(ProbeFile probe, Path file) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("format", "mailmedic-probe");
        all.put("version", 1);
        all.put("form", probe.form().id());
        all.put("file", file.toString());
        all.put("key", probe.key());
        all.put("expires", probe.expires().toString());
        all.put("query", probe.query());
        return all;
    }

    private static String text(ProbeFile probe, Path file, Locale language) {
        var words = TextBook.open("website", language);
        return words.get("made." + probe.form().id(), Map.of("file", file, "key", probe.key(), "expires",
                new FactWords(language).time(probe.expires(), ZoneId.systemDefault()),
                "query", probe.query())) + "\n";
    }
}
