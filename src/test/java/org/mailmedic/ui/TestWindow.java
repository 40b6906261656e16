package org.mailmedic.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.mailmedic.plan.Options;
import org.mailmedic.provider.ProviderBook;
import org.mailmedic.report.mask.OwnNames;
import org.mailmedic.settings.Settings;
import org.mailmedic.ui.page.Contacts;
import org.mailmedic.ui.page.EarlierStore;
import org.mailmedic.ui.page.Engine;
import org.mailmedic.ui.page.Errand;
import org.mailmedic.ui.page.FakeDialogs;
import org.mailmedic.ui.page.FakeHerald;
import org.mailmedic.ui.page.FakePlaces;
import org.mailmedic.ui.page.Feature;
import org.mailmedic.ui.page.Hub;
import org.mailmedic.ui.page.PracticeGround;
import org.mailmedic.ui.part.Fonts;
import org.mailmedic.ui.part.InTurn;
import org.mailmedic.ui.part.Texts;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// The real window in front of a fake engine (or any other).
final class TestWindow {
    private static final double WIDTH = 1080;
    private static final double HEIGHT = 720;
    /// So often may one thing that was put off put off the next.
    private static final int ROUNDS = 3;
    final FakeEngine engine = new FakeEngine();
    final FakeFinder finder = new FakeFinder();
    final FakeWatches watches = new FakeWatches();
    final FakeHerald herald = new FakeHerald();
    final FakeDialogs dialogs = new FakeDialogs();
    final FakePlaces places = new FakePlaces();
    final List<String> opened = new ArrayList<>();
    private final Tongue tongue;
    private final Texts texts;
    final List<String> practised = new ArrayList<>();
    /// What is kept stays in a folder of the test's own, and goes with the window.
    private final Path kept = ownFolder();
    final List<Runnable> waitingForTheDisk = new ArrayList<>();
    boolean slowDisk;
    private Executor background = Runnable::run;
    private Supplier<Options> known = () -> Options.usual().withResolvers(List.of("9.9.9.9", "1.1.1.1"));
    private Function<Hub, List<Feature>> features = Features::all;
    private MailWindow window;
    private Stage stage;

    private TestWindow(Tongue tongue) {
        this.tongue = tongue;
        texts = tongue.texts();
        engine.speaks(tongue::said);
        engine.retells(tongue::retold);
    }

    static TestWindow open() throws TimeoutException {
        return open(Tongue.ENGLISH);
    }

    static TestWindow open(Tongue tongue) throws TimeoutException {
        var test = new TestWindow(tongue);
        test.show(test.engine, test.ground(), new FxThread());
        return test;
    }

    static TestWindow open(Engine engine, PracticeGround ground) throws TimeoutException {
        return open(engine, ground, new FxThread());
    }

    static TestWindow open(Engine engine, PracticeGround ground, FxThread fx) throws TimeoutException {
        var test = new TestWindow(Tongue.ENGLISH);
        test.show(engine, ground, fx);
        return test;
    }

    /// @param background what runs beside the window
    /// @param known      what the program may contact, asked for when it is needed
    static TestWindow open(Executor background, Supplier<Options> known) throws TimeoutException {
        var test = new TestWindow(Tongue.ENGLISH);
        test.background = background;
        test.known = known;
        test.show(test.engine, test.ground(), new FxThread());
        return test;
    }

    static TestWindow open(Function<Hub, List<Feature>> features) throws TimeoutException {
        var test = new TestWindow(Tongue.ENGLISH);
        test.features = features;
        test.show(test.engine, test.ground(), new FxThread());
        return test;
    }

    private void show(Engine shown, PracticeGround ground, FxThread fx) throws TimeoutException {
        stage = FxToolkit.registerPrimaryStage();
        FxToolkit.setupFixture(() -> {
            // the stage is the same for all tests, and remembers the size that the last one gave it
            stage.setWidth(WIDTH);
            stage.setHeight(HEIGHT);
            // a window that opens as an icon would not get the focus
            stage.setIconified(false);
            Fonts.load();
            window = MailWindow.open(stage, new WindowFlow.Surroundings(shown, finder, watches, ProviderBook.load(), places, dialogs,
                    OwnNames.UNKNOWN,
                    new Contacts(known, Set.of(), _ -> { }),
                    new EarlierStore(history(), EarlierStore.Choice.usual(), _ -> { }, InstantSource.system(), this::disk, fx), ground,
                    herald,
                    background, fx, opened::add, texts, features), WindowMemory.forgetful());
            unseen();
        });
        settle();
    }

    /// Makes it an icon (again, since a new size takes it back): styled, laid out and used like any other window, and not painted.
    /// Nobody looks at its pixels, and they would take half of the time of every test. A picture is painted apart.
    private void unseen() {
        stage.setIconified(false);
        stage.setIconified(true);
    }

    void close() throws TimeoutException {
        FxToolkit.setupFixture(() -> stage.hide());
        settle();
        try (Stream<Path> all = Files.walk(kept)) {
            all.sorted(Comparator.reverseOrder()).forEach(each -> each.toFile().delete());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static Path ownFolder() {
        try {
            return Files.createTempDirectory("kept");
        } catch (IOException noRoom) {
            throw new UncheckedIOException(noRoom);
        }
    }

    /// Where this window's earlier check-ups are; not made before the first is kept.
    Path history() {
        return kept.resolve("history");
    }

    private void disk(Runnable work) {
        if (slowDisk) {
            waitingForTheDisk.add(work);
        } else {
            work.run();
        }
    }

    private PracticeGround ground() {
        return new PracticeGround() {
            @Override
            public List<String> faults() {
                return List.of("healthy", "cert-expired", "greeting-silent");
            }

            @Override
            public String stage(String fault) {
                return fault.equals("cert-expired") ? "encrypt" : fault.equals("greeting-silent") ? "greeting" : "";
            }

            @Override
            public Stand open(String fault) throws IOException {
                practised.add(fault);
                return new Stand() {
                    @Override
                    public Errand errand() {
                        return new Errand(Settings.of("127.0.0.1").withPort(2587), Options.usual(), true);
                    }

                    @Override
                    public void close() {
                        practised.add("closed");
                    }
                };
            }
        };
    }

    Tongue tongue() {
        return tongue;
    }

    Texts texts() {
        return texts;
    }

    Scene scene() {
        return stage.getScene();
    }

    Stage stage() {
        return stage;
    }

    WindowFlow walk() {
        return window.walk();
    }

    Speech speech() {
        return window.speech();
    }

    Appearance appearance() {
        return window.appearance();
    }

    /// Does it on the JavaFX thread and waits until the window has come to rest.
    void does(Runnable work) {
        WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            work.run();
            unseen();
        });
        settle();
        if (engine.ended()) {
            answered();
        }
        whole();
        // a busy machine may not have painted yet, and what has no skin cannot be found by its words
        WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            scene().getRoot().applyCss();
            scene().getRoot().layout();
        });
    }

    /// Waits until the check-up under way has led to its answer: a busy machine spreads what was seen over many pulses.
    void answered() {
        try {
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> sees(() -> scene().lookup(".time-left") == null));
        } catch (TimeoutException noAnswer) {
            throw new AssertionError("the check-up led to no answer", noAnswer);
        }
        whole();
    }

    /// Waits until all parts of a long page are there.
    void whole() {
        try {
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> sees(() -> scene().lookup("." + InTurn.COMING) == null));
        } catch (TimeoutException halfAPage) {
            throw new AssertionError("a part of the page is missing", halfAPage);
        }
    }

    <T> T sees(Supplier<T> look) {
        var seen = new AtomicReference<T>();
        WaitForAsyncUtils.waitForAsyncFx(20_000, () -> seen.set(look.get()));
        return seen.get();
    }

    /// Waits until what was put off has been done, and what came of it has been laid out.
    static void settle() {
        var painted = new CountDownLatch(1);
        for (int i = 0; i < ROUNDS; i++) {
            WaitForAsyncUtils.waitForAsyncFx(20_000, () -> { });
        }
        Platform.runLater(() -> new AnimationTimer() {
            @Override
            public void handle(long now) {
                stop();
                Platform.runLater(painted::countDown);
            }
        }.start());
        try {
            assertTrue(painted.await(20, TimeUnit.SECONDS), "the window has stopped");
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }
}
