package org.mailmedic.cli;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.mailmedic.advice.TextBook;
import org.mailmedic.checkup.SavedFacts;
import org.mailmedic.report.Report;
import org.mailmedic.report.Rewording;
import org.mailmedic.report.json.JsonReport;
import org.mailmedic.report.json.JsonText;
import org.mailmedic.report.json.OpenedReport;
import org.mailmedic.report.json.ReportSchema.Complaint;
import org.mailmedic.report.mask.OwnNames;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `report`: shows a saved report again, in any form, or checks it.
@Command(name = "report", sortOptions = false)
final class ReportCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", descriptionKey = "file")
    private String file;

    @Option(names = "--verify")
    private boolean verify;

    private final OutputOptions output = new OutputOptions();

    private final MaskOptions mask = new MaskOptions();

    ReportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    CommandSpec spec() {
        var spec = CommandSpec.forAnnotatedObject(this);
        output.addWithLettersTo(spec);
        mask.addTo(spec);
        return spec.addOption(Choice.help());
    }

    @Override
    public Integer call() throws UsageException, UnwrittenException {
        Locale language = output.language(terminal);
        var letters = output.letters();
        if (verify) {
            output.check();
            return verified(SavedReport.open(file, language), language);
        }
        ReportForm form = output.form(terminal);
        var masking = mask.masking(form.passedOn());
        var saved = SavedReport.open(file, language);
        // JSON stays as it was written, unless other words are asked for
        boolean anew = form != ReportForm.JSON || output.languageGiven();
        var words = new Rewording(language, ZoneId.systemDefault());
        boolean lettersToo = output.lettersGiven();
        var said = saved.saidAnew(_ -> {
            Report report = lettersToo ? new SavedFacts().in(saved) : SavedReport.ready(saved, language);
            return letters.apply(anew ? words.apply(report) : report);
        });
        var shown = masking.kinds().isEmpty() ? said : masking.apply(said, OwnNames.here());
        output.write(form == ReportForm.JSON ? ReportForm.utf8(JsonReport.write(shown.document()))
                : form.write(shown.report(), language, output.width(terminal), output.colour(terminal)), terminal);
        if (saved.digest() == OpenedReport.Digest.DIFFERS) {
            terminal.say(TextBook.open("report", language).get("digest.differs"));
        }
        return ExitCode.FINE;
    }

    private int verified(OpenedReport.Opened saved, Locale language) throws UsageException, UnwrittenException {
        List<Complaint> complaints = saved.complaints();
        boolean good = complaints.isEmpty() && saved.digest() != OpenedReport.Digest.DIFFERS;
        output.write(switch (output.format()) {
            case JSON -> JsonText.of(json(saved, complaints, good));
            case TEXT -> text(saved, complaints, TextBook.open("report", language));
        }, terminal);
        return good ? ExitCode.FINE : ExitCode.PROBLEM;
    }

    private static String text(OpenedReport.Opened saved, List<Complaint> complaints, TextBook book) {
        var text = new StringBuilder(book.get(complaints.isEmpty() ? "verify.complete" : "verify.departs")).append('\n');
        complaints.forEach(each -> text.append(" - ").append(book.get(each.want().isEmpty() ? "verify.complaint.bare" : "verify.complaint",
                Map.of("at", each.at().isEmpty() ? "/" : each.at(), "rule", each.rule(), "want", each.want()))).append('\n'));
        return text.append(book.get("digest." + saved.digest().id())).append('\n').toString();
    }

    private static Map<String, Object> json(OpenedReport.Opened saved, List<Complaint> complaints, boolean good) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("format", "mailmedic-verification");
        all.put("version", 1);
        all.put("good", good);
        all.put("digest", saved.digest().id());
        all.put("complaints", complaints.stream().map(each -> {
            Map<String, Object> complaint = new LinkedHashMap<>();
            complaint.put("at", each.at());
            complaint.put("rule", each.rule());
            complaint.put("want", each.want());
            return complaint;
        }).toList());
        return all;
    }
}
