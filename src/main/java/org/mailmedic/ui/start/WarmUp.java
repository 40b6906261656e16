package org.mailmedic.ui.start;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.mailmedic.advice.EvidenceWords;
import org.mailmedic.ui.page.JourneyTracker;
import org.mailmedic.ui.part.Badge;
import org.mailmedic.ui.part.Buttons;
import org.mailmedic.ui.part.Columns;
import org.mailmedic.ui.part.CopyButton;
import org.mailmedic.ui.part.Flow;
import org.mailmedic.ui.part.Fold;
import org.mailmedic.ui.part.FooterBar;
import org.mailmedic.ui.part.FormField;
import org.mailmedic.ui.part.Headline;
import org.mailmedic.ui.part.Icon;
import org.mailmedic.ui.part.JourneyBar;
import org.mailmedic.ui.part.Labels;
import org.mailmedic.ui.part.SightingRow;
import org.mailmedic.ui.part.StepRow;
import org.mailmedic.ui.part.Texts;

/// Makes, styles and lays out one of each thing that the pages of a check-up consist of, while the first page is read, and throws it away,
/// a few times: what JavaFX does for the first time takes it several times as long, and would else hold up the pages when they are wanted.
/// One thing at a time, with pauses, so that the window stays quick. On the JavaFX thread; nothing of it is ever shown. Once for a program,
/// however many windows it has.
public final class WarmUp {
    private static final Duration PAUSE = Duration.millis(60);
    /// What has run some hundred times is compiled.
    private static final int ROUNDS = 3;
    private final Scene like;
    private final BooleanSupplier wanted;
    private final Queue<Supplier<Region>> things;

    /// @param like   the scene whose looks the things are to have
    /// @param wanted whether there is still a window that it is for
    public WarmUp(Scene like, Texts texts, EvidenceWords words, BooleanSupplier still, BooleanSupplier wanted) {
        this.like = like;
        this.wanted = wanted;
        things = new ArrayDeque<>();
        for (int i = 0; i < ROUNDS; i++) {
            things.addAll(things(texts, words, still));
        }
    }

    private static List<Supplier<Region>> things(Texts texts, EvidenceWords words, BooleanSupplier still) {
        String line = texts.get("start.headline");
        return List.of(
                () -> journey(texts, words, false, still),
                () -> new HBox(new ProgressBar(), Labels.brief(line, "quiet")),
                () -> choice(line),
                () -> new VBox(new TextField(line), new RadioButton(line)),
                () -> new SightingRow(new Icon(Feather.CHECK, "fine"), line, line, line, true),
                () -> new FooterBar(FooterBar.left(Buttons.plain(line, Feather.SQUARE, () -> { }))),
                () -> new VBox(new Flow(10, 8, new Badge(line, Feather.TOOL, "caution"), new Badge(line, "outline")),
                        new Headline(line), Labels.wrapping(line, "lead")),
                () -> journey(texts, words, true, still),
                () -> card(line, new StepRow(texts, 1, line, List.of(line), new SimpleBooleanProperty())),
                () -> new Columns(20, 22, true, 1, 1).with(card(line, Labels.wrapping(line, "quiet", "small", "letter")), new VBox()),
                () -> new Flow(16, 0, CopyButton.link(texts, line, () -> line), Buttons.link(line, Feather.MAIL, () -> { })),
                () -> new Fold(texts, line, card(line, Labels.wrapping(line, "plain"))),
                () -> new FooterBar(FooterBar.left(Buttons.main(line, Feather.REFRESH_CW, () -> { }),
                        Buttons.plain(line, Feather.EYE, () -> { })), Buttons.flat(line, () -> { })));
    }

    private static Region journey(Texts texts, EvidenceWords words, boolean compact, BooleanSupplier still) {
        var journey = new JourneyBar(texts, compact, still);
        journey.stationsProperty().set(JourneyTracker.untouched(words));
        return journey;
    }

    private static Region choice(String line) {
        var choice = new ComboBox<String>();
        choice.getItems().setAll(line);
        choice.setValue(line);
        return new FormField(line, line, choice, choice, "");
    }

    private static Region card(String title, Region content) {
        var card = new VBox(Labels.wrapping(title, "title"), content);
        card.getStyleClass().add("card");
        return card;
    }

    /// How much is still to be done.
    int left() {
        return things.size();
    }

    /// Returns at once. It waits until the first page is surely on the screen.
    public void begin() {
        var pause = new PauseTransition(AfterFirstFrame.PAINTING.add(PAUSE));
        pause.setOnFinished(_ -> {
            Supplier<Region> thing = wanted.getAsBoolean() ? things.poll() : null;
            if (thing != null) {
                dress(thing.get());
                pause.setDuration(PAUSE);
                pause.playFromStart();
            }
        });
        pause.play();
    }

    private void dress(Region thing) {
        var page = new VBox(thing);
        page.getStyleClass().setAll(like.getRoot().getStyleClass());
        page.setStyle(like.getRoot().getStyle());
        var unseen = new Scene(page, like.getWidth(), like.getHeight());
        unseen.getStylesheets().setAll(like.getStylesheets());
        page.applyCss();
        page.layout();
    }
}
