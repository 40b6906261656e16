package org.mailmedic.ui.page.website;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.mailmedic.product.WholeFile;
import org.mailmedic.report.Report;
import org.mailmedic.report.json.JsonReport;
import org.mailmedic.report.json.OpenedReport;
import org.mailmedic.report.json.ReportReader;
import org.mailmedic.settings.Security;
import org.mailmedic.settings.Settings;
import org.mailmedic.ui.page.Outside;
import org.mailmedic.ui.part.Texts;
import org.mailmedic.website.AskingProbe;
import org.mailmedic.website.ProbeFile;
import org.mailmedic.website.ProbeForm;
import org.mailmedic.website.Testimony;
import org.mailmedic.website.TestimonyReader;

/// Looking from the website's server: a file is saved, put there by the person, asked once, and gone again. On the JavaFX thread.
public final class WebsiteModel {
    /// How far it has come.
    public enum Phase {
        EMPTY, SAVED, ASKING,
        /// No result came, or none that can be used; [#troubleProperty] says why.
        NOT_REACHED,
        ANSWERED
    }

    /// How the file is put on the website.
    public enum Place {
        FILE_MANAGER, FTP, WORDPRESS, SHELL;

        /// The words' key.
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Report here;
    private final ProbeDesk desk;
    private final Outside outside;
    private final Removal removal;
    private final Texts texts;
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.EMPTY);
    private final ReadOnlyObjectWrapper<SavedProbe> saved = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Report> answer = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper partial = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ObjectProperty<Place> place = new SimpleObjectProperty<>(Place.FILE_MANAGER);
    private final StringProperty website = new SimpleStringProperty("");
    private final StringProperty pasted = new SimpleStringProperty("");
    /// What was stopped or forgotten meanwhile has an older number.
    private int asking;
    private Supplier<String> troubleWords = () -> "";
    private Supplier<String> noticeWords = () -> "";
    /// What was judged last, for another language.
    private byte[] result = {};

    /// @param here what this computer saw
    public WebsiteModel(Report here, ProbeDesk desk, Outside outside, InstantSource clock, Texts texts) {
        this.here = here;
        this.desk = desk;
        this.outside = outside;
        removal = new Removal(desk, outside, clock);
        this.texts = texts;
    }

    public Report here() {
        return here;
    }

    public ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    /// Null until a file is saved.
    ReadOnlyObjectProperty<SavedProbe> savedProperty() {
        return saved.getReadOnlyProperty();
    }

    /// What both places saw; null until then.
    public ReadOnlyObjectProperty<Report> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    Removal removal() {
        return removal;
    }

    /// Why there is no answer, and what to do; empty when there is nothing to say.
    public ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /// That the website's server ran out of time before it had looked at everything; empty when it did not.
    public ReadOnlyStringProperty partialProperty() {
        return partial.getReadOnlyProperty();
    }

    /// What became of saving; empty when there is nothing to say.
    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    public ObjectProperty<Place> placeProperty() {
        return place;
    }

    /// The website's address, as it is typed.
    public StringProperty websiteProperty() {
        return website;
    }

    /// What the file's page shows, as the person copied it.
    public StringProperty pastedProperty() {
        return pasted;
    }

    /// Makes a file and saves it where the person says. A new one has a new key.
    public void save(ProbeForm form) {
        outside.background().execute(() -> {
            Optional<ProbeFile> made = desk.make(settings(here), form);
            outside.fx().execute(() -> made.ifPresentOrElse(this::save, () -> note(() -> texts.get("website.no_server"))));
        });
    }

    private void save(ProbeFile probe) {
        String name = probe.name();
        outside.dialogs().save(texts.get("website.save." + probe.form().id()), name, name.substring(name.lastIndexOf('.')))
                .ifPresent(file -> outside.background().execute(() -> write(new SavedProbe(probe, file))));
    }

    private void write(SavedProbe wanted) {
        try {
            WholeFile.writeForAll(wanted.file(), wanted.probe().content());
            outside.fx().execute(() -> saved(wanted));
        } catch (IOException notWritten) {
            outside.fx().execute(() -> note(() -> texts.get("save.trouble", wanted.file().getFileName())));
        }
    }

    private void saved(SavedProbe now) {
        asking++;
        saved.set(now);
        removal.of(now);
        trouble(() -> "");
        note(() -> texts.get("save.done", now.file().getFileName(), now.file().toAbsolutePath().resolveSibling("")));
        place.set(switch (now.probe().form()) {
            case PHP -> place.get() == Place.FTP ? Place.FTP : Place.FILE_MANAGER;
            case WORDPRESS -> Place.WORDPRESS;
            case SHELL -> Place.SHELL;
        });
        phase.set(Phase.SAVED);
    }

    /// Where the file is to be asked; empty while what is typed is no address, or no file was saved.
    public Optional<URI> address() {
        return Optional.ofNullable(saved.get()).flatMap(probe -> probe.address(website.get()));
    }

    /// Whether the result would travel without encryption.
    public boolean plain() {
        return website.get().strip().toLowerCase(Locale.ROOT).startsWith("http://");
    }

    /// Asks the file on the website, once.
    public void ask() {
        Optional<URI> address = address();
        if (address.isEmpty()) {
            String key = saved.get() == null ? "website.save_first" : "website.no_address";
            notReached(() -> texts.get(key));
            return;
        }
        int mine = begin();
        removal.count();
        SavedProbe of = saved.get();
        outside.background().execute(() -> {
            AskingProbe.Answer came = desk.ask(address.get());
            Optional<Testimony> told = Removal.testimony(came);
            outside.fx().execute(() -> {
                removal.heard(of, address.get(), told);
                if (mine == asking) {
                    came(came, mine);
                }
            });
        });
    }

    private int begin() {
        trouble(() -> "");
        phase.set(Phase.ASKING);
        return ++asking;
    }

    private void came(AskingProbe.Answer came, int mine) {
        switch (came) {
            case AskingProbe.Answer.Came(var body, var _) -> judge(body, mine);
            case AskingProbe.Answer.NotThere(), AskingProbe.Answer.TurnedAway() -> notReached(() -> texts.get("website.not_there"));
            case AskingProbe.Answer.Other(var status) -> notReached(() -> texts.get("website.other", Integer.toString(status)));
            case AskingProbe.Answer.NoAnswer(var why) -> notReached(() -> texts.get("website.no_answer", texts.facts().unfetched(why)));
        }
    }

    /// Reads what was pasted.
    public void read() {
        String text = pasted.get();
        byte[] typed = text.substring(0, Math.min(text.length(), TestimonyReader.LARGEST + 1)).getBytes(StandardCharsets.UTF_8);
        judge(typed, begin());
    }

    private void judge(byte[] came, int mine) {
        result = came;
        outside.background().execute(() -> {
            ProbeDesk.Judgement judged = desk.judge(came, written(here));
            outside.fx().execute(() -> {
                if (mine == asking) {
                    judged(judged);
                }
            });
        });
    }

    private static Optional<Map<String, Object>> written(Report report) {
        return ReportReader.read(JsonReport.write(report).getBytes(StandardCharsets.UTF_8)) instanceof OpenedReport.Opened opened
                ? Optional.of(opened.document()) : Optional.empty();
    }

    private void judged(ProbeDesk.Judgement judged) {
        switch (judged) {
            case ProbeDesk.Judgement.Refused(var sentence) -> notReached(() -> sentence);
            case ProbeDesk.Judgement.Told(var report, var incomplete) -> {
                pasted.set("");
                partial.set(incomplete.orElse(""));
                answer.set(report);
                phase.set(Phase.ANSWERED);
            }
        }
    }

    private void trouble(Supplier<String> words) {
        troubleWords = words;
        trouble.set(words.get());
    }

    private void note(Supplier<String> words) {
        noticeWords = words;
        notice.set(words.get());
    }

    /// The language has changed: what is said is said anew, and what was judged is judged once more for its words.
    void reworded() {
        trouble.set(troubleWords.get());
        notice.set(noticeWords.get());
        if (phase.get() == Phase.ANSWERED) {
            int mine = asking;
            outside.background().execute(() -> {
                ProbeDesk.Judgement judged = desk.judge(result, written(here));
                outside.fx().execute(() -> {
                    if (mine == asking && judged instanceof ProbeDesk.Judgement.Told(var report, var incomplete)) {
                        partial.set(incomplete.orElse(""));
                        answer.set(report);
                    }
                });
            });
        }
    }

    private void notReached(Supplier<String> words) {
        trouble(words);
        phase.set(Phase.NOT_REACHED);
    }

    /// What is asked for is not waited for any longer; back to the three steps, with what was saved and typed.
    public void stop() {
        asking++;
        phase.set(saved.get() == null ? Phase.EMPTY : Phase.SAVED);
    }

    /// The server alone: who signs in there is nobody's business.
    static Settings settings(Report report) {
        Settings bare = Settings.of(String.valueOf(report.settings().getOrDefault("host", "")))
                .withSecurity(Security.of(String.valueOf(report.settings().get("security"))).orElse(Security.AUTO));
        return report.settings().get("port") instanceof Number port ? bare.withPort(port.intValue()) : bare;
    }
}
