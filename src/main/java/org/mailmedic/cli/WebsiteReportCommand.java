package org.mailmedic.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mailmedic.advice.FactWords;
import org.mailmedic.advice.TextBook;
import org.mailmedic.checkup.UsualCheckup;
import org.mailmedic.checkup.WebsiteView;
import org.mailmedic.report.Report;
import org.mailmedic.report.mask.OwnNames;
import org.mailmedic.website.AskingProbe;
import org.mailmedic.website.Authorities;
import org.mailmedic.website.Certificates;
import org.mailmedic.website.ProbeFile;
import org.mailmedic.website.Testimony;
import org.mailmedic.website.TestimonyReader;
import org.mailmedic.website.UnfitTestimony;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// `website ask` and `website read`: what the website's server saw, as a report.
final class WebsiteReportCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final boolean asks;
    private final PositionalParamSpec from;
    private final OptionSpec key = Choice.text("--key", "K").required(true).build();
    private final OptionSpec old = Choice.text("--report", "OLD").build();
    private final OptionSpec trust = Choice.file("--trust", "FILE");
    private final OutputOptions output = new OutputOptions();
    private final MaskOptions mask = new MaskOptions();

    private WebsiteReportCommand(Terminal terminal, boolean asks) {
        this.terminal = terminal;
        this.asks = asks;
        from = PositionalParamSpec.builder().paramLabel(asks ? "URL" : "FILE").arity("1").required(true).index("0").type(String.class)
                .descriptionKey(asks ? "url" : "file").build();
    }

    static WebsiteReportCommand asking(Terminal terminal) {
        return new WebsiteReportCommand(terminal, true);
    }

    static WebsiteReportCommand reading(Terminal terminal) {
        return new WebsiteReportCommand(terminal, false);
    }

    CommandSpec spec() {
        var spec = asks ? Choice.command(this, "ask")
                : Choice.command(this, "read");
        spec.addPositional(from);
        if (asks) {
            spec.addOption(key);
        }
        spec.addOption(old).addOption(trust);
        output.addTo(spec);
        mask.addTo(spec);
        return spec.addOption(Choice.help());
    }

    @Override
    public Integer call() throws UsageException, UnwrittenException {
        Locale language = output.language(terminal);
        ReportForm form = output.form(terminal);
        var masking = mask.masking(form.passedOn());
        var words = TextBook.open("website", language);
        Optional<Map<String, Object>> here = Optional.empty();
        if (old.getValue() != null) {
            here = Optional.of(SavedReport.open(old.getValue(), language).document());
        }
        var authorities = authorities();
        Testimony testimony = testimony(authorities, words);
        if (here.filter(testimony::isReport).isPresent()) {
            throw new UsageException(words.get("same_report"));
        }
        Report report = report(UsualCheckup.website(language), testimony, new Certificates(authorities), here, words);
        Report shown = masking.kinds().isEmpty() ? report : masking.apply(report, OwnNames.here());
        output.write(form.write(shown, language, output.width(terminal), output.colour(terminal)), terminal);
        if (testimony.partial()) {
            terminal.say(words.get("partial"));
        }
        if (asks) {
            terminal.say(words.get("ask.delete", Map.of("counter", ProbeFile.counter(key.<String>getValue().strip()))));
        }
        return switch (report.outcome()) {
            case HEALTHY -> ExitCode.FINE;
            case PROBLEM -> ExitCode.PROBLEM;
            case INCONCLUSIVE -> ExitCode.INCONCLUSIVE;
        };
    }

    private Authorities authorities() throws UsageException, UnwrittenException {
        try {
            return Authorities.with(Optional.ofNullable(trust.<Path>getValue()));
        } catch (IOException unusable) {
            throw UsageException.trust(unusable);
        }
    }

    private Testimony testimony(Authorities authorities, TextBook words) throws UsageException, UnwrittenException {
        byte[] bytes = asks ? asked(authorities, words) : read(words);
        try {
            return TestimonyReader.read(bytes);
        } catch (UnfitTestimony unfit) {
            throw new UsageException(words.get("unfit." + unfit.reason().id()));
        }
    }

    private byte[] asked(Authorities authorities, TextBook words) throws UsageException, UnwrittenException {
        String url = from.getValue();
        URI address = AskingProbe.address(url, key.getValue())
                .orElseThrow(() -> new UsageException(words.get("ask.address", Map.of("url", withoutSecrets(url)))));
        if (address.getScheme().equalsIgnoreCase("http")) {
            terminal.say(words.get("ask.plain"));
        }
        return switch (AskingProbe.usual(authorities, InstantSource.system()).ask(address)) {
            case AskingProbe.Answer.Came(var body, var _) -> body;
            case AskingProbe.Answer.NotThere(), AskingProbe.Answer.TurnedAway() -> throw new UsageException(words.get("ask.not_there"));
            case AskingProbe.Answer.Other(var status) -> throw new UsageException(words.get("ask.other", Map.of("status", status)));
            case AskingProbe.Answer.NoAnswer(var why) -> throw new UsageException(words.get("ask.no_answer",
                    Map.of("host", address.getRawAuthority(), "why", new FactWords(output.language(terminal)).unfetched(why))));
        };
    }

    /// The address as it may be shown again: the key may stand behind its question mark, and a password before its @.
    private static String withoutSecrets(String url) {
        String bare = url.split("[?#]", 2)[0];
        return bare.replaceFirst("//[^/]*@", "//");
    }

    private byte[] read(TextBook words) throws UsageException, UnwrittenException {
        String file = from.getValue();
        try {
            if (file.equals("-")) {
                return terminal.in().readNBytes(TestimonyReader.LARGEST + 1);
            }
            try (InputStream in = Files.newInputStream(Path.of(file))) {
                return in.readNBytes(TestimonyReader.LARGEST + 1);
            }
        } catch (IOException | InvalidPathException unreadable) {
            throw new UsageException(words.get("read.unreadable", Map.of("file", file)));
        }
    }

    private static Report report(WebsiteView view, Testimony testimony, Certificates certificates, Optional<Map<String, Object>> here,
            TextBook words) throws UsageException, UnwrittenException {
        return switch (view.judge(testimony.asked(), certificates.judged(testimony), testimony.at(), here)) {
            case WebsiteView.Judged.Told(var report) -> report;
            case WebsiteView.Judged.OtherServer(var first, var second) -> throw new UsageException(words.get("other_server",
                    Map.of("here", first, "website", second)));
            case WebsiteView.Judged.NoServer() -> throw new UsageException(words.get("no_server"));
        };
    }
}
