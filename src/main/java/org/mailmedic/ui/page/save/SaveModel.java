package org.mailmedic.ui.page.save;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.mailmedic.product.WholeFile;
import org.mailmedic.report.Report;
import org.mailmedic.report.html.HtmlReport;
import org.mailmedic.report.json.JsonReport;
import org.mailmedic.report.mask.Masking;
import org.mailmedic.report.mask.OwnNames;
import org.mailmedic.report.pdf.PdfReport;
import org.mailmedic.report.story.StoryText;
import org.mailmedic.report.text.TextReport;
import org.mailmedic.ui.page.FileDialogs;
import org.mailmedic.ui.page.ShownReport;
import org.mailmedic.ui.part.Texts;

/// Saving a report: what is made unreadable in it, and a preview that shows, letter by letter, what will be written, or, of a form that has
/// looks, every word of it.
public final class SaveModel {
    /// What the model needs from outside.
    ///
    /// @param self how this computer calls itself, to be kept out of the file
    /// @param zone of the times in a text
    public record Needs(FileDialogs dialogs, Executor background, Executor fx, OwnNames self, ZoneId zone, Texts texts) {}

    /// In which form it is saved.
    public enum Form {
        /// Everything in words, to be printed or passed on.
        PDF(".pdf", false),
        /// The whole report; this program opens it again.
        JSON(".mailmedic.json", true),
        /// The same for a browser.
        HTML(".html", false),
        /// The answer and the journey, to be read anywhere.
        TEXT(".txt", true);

        private final String ending;
        private final boolean literal;

        Form(String ending, boolean literal) {
            this.ending = ending;
            this.literal = literal;
        }

        /// Whether the preview is what is written, letter by letter; otherwise it is the words in it.
        public boolean literal() {
            return literal;
        }
    }

    /// A file in the making.
    ///
    /// @param lines what the preview shows of it
    private record Made(byte[] bytes, List<String> lines) {
        static Made literal(String text) {
            return new Made(text.getBytes(StandardCharsets.UTF_8), text.lines().toList());
        }
    }

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmm", Locale.ROOT);
    private static final int LONGEST_HOST = 60;
    private static final int TEXT_WIDTH = 100;
    private ShownReport shown;
    private final Needs needs;
    private final Runnable back;
    private final ObjectProperty<Form> form = new SimpleObjectProperty<>(Form.PDF);
    private final ObjectProperty<Masking> masking = new SimpleObjectProperty<>(Masking.usual());
    private final ReadOnlyObjectWrapper<List<String>> preview = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private Optional<Made> ready = Optional.empty();
    private int current;

    /// @param back leads to where the report is shown
    public SaveModel(ShownReport shown, Needs needs, Runnable back) {
        this.shown = shown;
        this.needs = needs;
        this.back = back;
        form.subscribe(_ -> render());
        masking.subscribe((_, _) -> render());
    }

    public ObjectProperty<Form> formProperty() {
        return form;
    }

    public boolean masks(Masking.Kind kind) {
        return masking.get().has(kind);
    }

    public void mask(Masking.Kind kind, boolean on) {
        masking.set(masking.get().with(kind, on));
    }

    /// The language has changed: what would be written is made anew.
    ///
    /// @param teller gives the same report in the new one
    public void reworded(UnaryOperator<ShownReport> teller) {
        shown = teller.apply(shown);
        render();
    }

    /// The lines of the file, or its words; empty while they are being made.
    public ReadOnlyObjectProperty<List<String>> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /// How saving ended; empty before.
    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /// Everything that will be written; empty while it is being made.
    public byte[] bytes() {
        return ready.map(made -> made.bytes().clone()).orElseGet(() -> new byte[0]);
    }

    /// Asks where, and writes what the preview shows.
    public void save() {
        Form chosen = form.get();
        ready.ifPresent(made -> needs.dialogs().save(needs.texts().get("save.headline"), name(chosen), chosen.ending)
                .ifPresent(file -> needs.background().execute(() -> write(file, made.bytes()))));
    }

    public void back() {
        back.run();
    }

    private void render() {
        int mine = ++current;
        ready = Optional.empty();
        preview.set(List.of());
        notice.set("");
        Form chosen = form.get();
        Masking masks = masking.get();
        needs.background().execute(() -> {
            Made made = made(chosen, masks);
            needs.fx().execute(() -> {
                if (mine == current) {
                    ready = Optional.of(made);
                    preview.set(made.lines());
                }
            });
        });
    }

    /// An opened report is written with all that was in it, also what this version does not know.
    private Made made(Form chosen, Masking masks) {
        Locale language = needs.texts().language();
        ZoneId zone = needs.zone();
        return switch (chosen) {
            case JSON -> Made.literal(shown.file().map(file -> JsonReport.write(masks.apply(file.opened(), needs.self()).document()))
                    .orElseGet(() -> JsonReport.write(masked(masks))));
            case PDF -> new Made(new PdfReport(language, zone).write(masked(masks)), words(masks));
            case HTML -> new Made(new HtmlReport(language, zone).write(masked(masks)).getBytes(StandardCharsets.UTF_8), words(masks));
            case TEXT -> Made.literal(new TextReport(language, zone, TEXT_WIDTH, false).file(masked(masks)).stripLeading());
        };
    }

    private List<String> words(Masking masks) {
        return new StoryText(needs.texts().language(), needs.zone()).lines(masked(masks));
    }

    private Report masked(Masking masks) {
        return masks.apply(shown.report(), needs.self());
    }

    private void write(Path file, byte[] bytes) {
        String ended;
        try {
            WholeFile.write(file, bytes);
            ended = needs.texts().get("save.done", file.getFileName(), file.toAbsolutePath().resolveSibling(""));
        } catch (IOException notWritten) {
            ended = needs.texts().get("save.trouble", file.getFileName());
        }
        String said = ended;
        needs.fx().execute(() -> notice.set(said));
    }

    /// `mail-medic-mail.gmx.net-2026-11-20-1402.mailmedic.json`: the host comes from the person or from a file, so it is made harmless.
    private String name(Form chosen) {
        String host = String.valueOf(shown.report().settings().getOrDefault("host", "")).replaceAll("[^A-Za-z0-9.-]+", "-")
                .replaceAll("\\.{2,}", ".");
        String bounded = host.length() > LONGEST_HOST ? host.substring(0, LONGEST_HOST) : host;
        String when = TIME.format(shown.report().created().atZone(needs.zone()));
        return "mail-medic-" + (bounded.isEmpty() ? "" : bounded + "-") + when + chosen.ending;
    }
}
