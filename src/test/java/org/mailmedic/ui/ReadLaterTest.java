package org.mailmedic.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mailmedic.checkup.Progress;
import org.mailmedic.plan.Options;
import org.mailmedic.settings.Symptom;
import org.mailmedic.ui.page.Engine;
import org.mailmedic.ui.page.Errand;
import org.mailmedic.ui.part.Once;
import org.mailmedic.ui.part.Texts;
import org.testfx.util.WaitForAsyncUtils;

/// The first page does not wait for what it does not need; what comes later comes, and is missed aloud when it does not.
final class ReadLaterTest {
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private Optional<TestWindow> window = Optional.empty();

    @AfterEach
    void close() throws TimeoutException {
        if (window.isPresent()) {
            window.get().close();
        }
    }

    @Test
    void theFirstPagesWorkBeforeAnythingElseIsReadAndKeepWhatIsTyped() throws Exception {
        var asked = new AtomicInteger();
        TestWindow w = open(() -> {
            asked.incrementAndGet();
            return Options.usual();
        });
        assertEquals("What is happening with your mail?", headline(w));
        w.does(() -> w.walk().account(Symptom.MAIL_PROGRAM));
        Gestures.fill(w, "shop@gmx.net", "mail.gmx.net", "465", "me@example.com");
        assertEquals(0, asked.get(), "nobody has needed the contacts yet");
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> !waiting.isEmpty());
        w.does(() -> waiting.forEach(Runnable::run));
        assertTrue(asked.get() > 0, "they are read meanwhile");
        assertEquals("Your mail account", headline(w));
        assertEquals("shop@gmx.net", typed(w, "#account-address"));
        assertEquals("mail.gmx.net", typed(w, "#account-host"));
        assertFalse(w.stage().getIcons().isEmpty());
    }

    @Test
    void whatCannotBeReadIsSaidAndTheWayBackIsOpen() throws Exception {
        TestWindow w = open(() -> {
            throw new IllegalStateException("the list is damaged");
        });
        w.does(() -> w.walk().account(Symptom.MAIL_PROGRAM));
        Gestures.fill(w, "shop@gmx.net", "mail.gmx.net", "465", "me@example.com");
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> !waiting.isEmpty());
        w.does(() -> waiting.forEach(Runnable::run));
        assertEquals("Mail Medic stumbled", headline(w));
        w.does(() -> Gestures.press(w, "Back to where you were"));
        assertEquals("shop@gmx.net", typed(w, "#account-address"));
    }

    @Test
    void anEngineThatCannotBePutTogetherIsSaid() throws Exception {
        window = Optional.of(TestWindow.open(new Engine() {
            @Override
            public Run start(Errand errand, Consumer<Progress> listener, Consumer<Throwable> broke) {
                return () -> { };
            }

            @Override
            public void prepare(Consumer<Throwable> broke) {
                broke.accept(new IllegalStateException("the rules are damaged"));
            }
        }, new PracticeServers()));
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> headline(window.get()).equals("Mail Medic stumbled"));
    }

    @Test
    void whatIsMadeOnceIsMadeOnceAndTriedAgainWhenItBroke() {
        var made = new AtomicInteger();
        var once = new Once<>(() -> {
            if (made.incrementAndGet() == 1) {
                throw new IllegalStateException("not yet");
            }
            return new Object();
        });
        assertThrows(IllegalStateException.class, once::get);
        assertSame(once.get(), once.get());
        assertEquals(2, made.get());
    }

    @Test
    void wordsOfAPageThatNobodyHasOpenedAreThere() {
        var texts = Texts.in(Locale.ENGLISH);
        texts.readAll();
        assertTrue(texts.has("answer.again"));
        assertFalse(texts.has("nowhere.again"));
        assertFalse(texts.has("no_page"));
    }

    private TestWindow open(Supplier<Options> known) throws TimeoutException {
        window = Optional.of(TestWindow.open(waiting::add, known));
        return window.get();
    }

    private static String headline(TestWindow w) {
        return w.sees(() -> ((Label) w.scene().lookup(".headline")).getText());
    }

    private static String typed(TestWindow w, String field) {
        return w.sees(() -> ((TextField) w.scene().lookup(field)).getText());
    }
}
