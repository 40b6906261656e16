package org.mailmedic.ui;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.mailmedic.advice.Adviser;
import org.mailmedic.advice.Language;
import org.mailmedic.advice.TextBook;
import org.mailmedic.checkup.UsualCheckup;
import org.mailmedic.history.HistoryFolder;
import org.mailmedic.plan.ControlsReader;
import org.mailmedic.plan.Options;
import org.mailmedic.provider.ProviderBook;
import org.mailmedic.report.mask.OwnNames;
import org.mailmedic.ui.page.Contacts;
import org.mailmedic.ui.page.EarlierStore;
import org.mailmedic.ui.part.Once;
import org.mailmedic.ui.part.Texts;
import org.mailmedic.ui.start.BeforeToolkit;
import org.mailmedic.ui.start.TrainingRun;
import org.mailmedic.ui.start.WarmUp;

/// The window's program: puts the real engine, the practice servers and the words behind the window.
public final class MailMedicApp extends Application {
    private static final String OFF = "contacts.off";
    private static final String EARLIER = "earlier";
    /// JavaFX makes its program itself and hands it nothing: what begins before it does can only stand here.
    private static final BeforeToolkit AHEAD = new BeforeToolkit(MailMedicApp::language, () -> Appearance.own(false));
    private Optional<TrainingRun> training = Optional.empty();

    /// Opens the window and returns when it was closed.
    public static void open(String... args) {
        launch(MailMedicApp.class, args);
    }

    /// What is said where there can be no window, in the language that it would have had.
    ///
    /// @param kind what Java calls the reason
    public static String unopened(String kind) {
        return TextBook.open("terminal", Language.of(language()).locale()).get("window", Map.of("kind", kind));
    }

    /// What was chosen when the program ran last, otherwise the computer's.
    private static Locale language() {
        return Speech.remembered(keepsakes(Runnable::run)).map(Language::locale).orElseGet(Locale::getDefault);
    }

    private static WindowMemory keepsakes(Executor background) {
        Path file = WindowMemory.usualFile(System.getProperty("os.name"), System::getenv, Path.of(System.getProperty("user.home")));
        return TrainingRun.asked() ? WindowMemory.forgetful() : WindowMemory.in(file, background);
    }

    /// What was switched off is remembered by names without blanks.
    private static Contacts contacts(Supplier<Options> options, WindowMemory keepsakes) {
        Set<String> off = keepsakes.find(OFF).map(names -> Set.copyOf(new HashSet<>(Arrays.asList(names.split(" "))))).orElse(Set.of());
        return new Contacts(options, off, now -> keepsakes.keep(OFF, String.join(" ", now)));
    }

    /// Nothing is kept of a training run.
    private static EarlierStore earlier(WindowMemory keepsakes, Executor background, Executor fx) {
        var usual = TrainingRun.asked() ? new EarlierStore.Choice(false, EarlierStore.Span.YEAR) : EarlierStore.Choice.usual();
        var choice = keepsakes.find(EARLIER).map(EarlierStore.Choice::of).orElse(usual);
        return new EarlierStore(HistoryFolder.usual(), choice, now -> keepsakes.keep(EARLIER, now.words()), InstantSource.system(),
                background, fx);
    }

    @Override
    public void start(Stage stage) {
        var options = new Once<>(() -> Options.usual().withResolvers(Options.PUBLIC_RESOLVERS).withControls(ControlsReader.builtIn()));
        var pulses = PulseLog.toSystemLog();
        var background = new Background();
        var fx = PulseLog.asked() ? new FxThread(pulses) : new FxThread();
        var ground = new PracticeServers();
        var book = ProviderBook.load();
        Texts texts = AHEAD.texts();
        var engine = new CheckupEngine(() -> UsualCheckup.in(texts.language()), background);
        var pages = new SettingsPages(Adviser.systemName(System.getProperty("os.name")),
                Objects.requireNonNullElse(System.getenv("PATH"), ""), background);
        WindowMemory keepsakes = keepsakes(background);
        var herald = new SystemHerald(Adviser.systemName(System.getProperty("os.name")),
                Objects.requireNonNullElse(System.getenv("PATH"), ""), keepsakes, background);
        var dialogs = new SystemDialogs(stage, keepsakes::folder, keepsakes::keepFolder, texts);
        var window = MailWindow.open(stage, new WindowFlow.Surroundings(
                engine, new SettingsFinder(book), new MonitorWatches(engine), book, pages, dialogs, OwnNames.here(),
                contacts(options, keepsakes), earlier(keepsakes, background, fx), ground, herald, background, fx,
                getHostServices()::showDocument, texts, Features::all), keepsakes);
        new WarmUp(window.scene(), texts, texts.evidence(), window.appearance()::still,
                () -> stage.isShowing() && stage.getScene() == window.scene()).begin();
        // `MailMedic FILE.mailmedic.json`
        getParameters().getUnnamed().stream().findFirst().map(Path::of).ifPresent(window.walk()::openReport);
        background.whenBroken(fault -> window.walk().stumbled(fault));
        Thread.currentThread().setUncaughtExceptionHandler((_, fault) -> window.walk().stumbled(fault));
        if (PulseLog.asked()) {
            pulses.watch(window.scene());
            stage.addEventHandler(WindowEvent.WINDOW_HIDDEN, _ -> pulses.end(window.scene()));
        }
        if (TrainingRun.asked()) {
            training = Optional.of(TrainingRun.begin(window.walk(), window.scene(), ground));
        }
    }

    @Override
    public void stop() {
        training.ifPresent(TrainingRun::end);
    }
}
