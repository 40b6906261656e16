package org.mailmedic.ui;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.animation.FadeTransition;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.RadioButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.mailmedic.ui.page.Page;
import org.mailmedic.ui.part.NextPulse;
import org.mailmedic.ui.part.PageScroll;
import org.mailmedic.ui.part.Texts;

/// What stands around every page: the header above, the page's footer below. It shows one page at a time.
final class Frame extends BorderPane {
    private static final Duration ARRIVING = Duration.millis(180);
    private static final PseudoClass FOLLOWING = PseudoClass.getPseudoClass("following");
    private static final double MOST_OF_FOOTER = 0.3;
    private final Texts texts;
    private final WindowHeader header;
    private final VBox bottom = new VBox();
    private BooleanSupplier still = () -> true;
    private Optional<Page> current = Optional.empty();
    private Optional<Page> interrupted = Optional.empty();

    Frame(Texts texts) {
        this.texts = texts;
        header = new WindowHeader(texts);
        getStyleClass().add("window");
    }

    /// Puts the header in; needs the scene, which the appearance belongs to.
    void dress(Appearance appearance, Speech speech) {
        still = appearance::still;
        header.dress(appearance, speech);
        reworded();
        setTop(header);
        setBottom(bottom);
        widthProperty().subscribe(_ -> arrange());
        heightProperty().subscribe(_ -> arrange());
        appearance.sizeProperty().subscribe(_ -> arrange());
        keys(appearance);
    }

    /// The language has changed: the header is made anew, and everything runs the way in which it is written.
    void reworded() {
        getScene().setNodeOrientation(texts.orientation());
        header.reworded();
    }

    /// Puts `strip` between the header and every page.
    void above(Region strip) {
        setTop(new VBox(header, strip));
    }

    /// Gives the focus to the page that is shown.
    void toHeadline() {
        current.ifPresent(page -> page.layout().headline().requestFocus());
    }

    private void keys(Appearance appearance) {
        getScene().addEventFilter(KeyEvent.KEY_PRESSED, this::enterOnBoxes);
        var keys = getScene().getAccelerators();
        for (KeyCode plus : new KeyCode[] {KeyCode.PLUS, KeyCode.EQUALS, KeyCode.ADD}) {
            keys.put(new KeyCodeCombination(plus, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_ANY), () -> appearance.resize(1));
        }
        for (KeyCode minus : new KeyCode[] {KeyCode.MINUS, KeyCode.SUBTRACT}) {
            keys.put(new KeyCodeCombination(minus, KeyCombination.SHORTCUT_DOWN), () -> appearance.resize(-1));
        }
        keys.put(new KeyCodeCombination(KeyCode.DIGIT0, KeyCombination.SHORTCUT_DOWN),
                () -> appearance.sizeProperty().set(Appearance.SIZES.getFirst()));
    }

    /// Takes the page before out, shows this one, and gives its headline the focus.
    void show(Page page) {
        interrupted.ifPresent(Page::left);
        interrupted = Optional.empty();
        current.ifPresent(Page::left);
        put(page);
    }

    /// Shows this page and keeps the one before as it is, with everything that was typed, for [#resume].
    void interrupt(Page page) {
        interrupted.ifPresentOrElse(_ -> current.ifPresent(Page::left), () -> interrupted = current);
        put(page);
    }

    /// Shows the same page in another language: what was typed, the place in the text and the focus stay where they were.
    void replace(Page page) {
        var position = PagePosition.in(this);
        current.ifPresent(before -> before.replacedBy(page));
        put(page, false);
        position.restore(this);
    }

    /// The same for the page that waits under the one that is shown.
    void replaceInterrupted(Page page) {
        interrupted.ifPresent(before -> before.replacedBy(page));
        interrupted = Optional.of(page);
    }

    /// The page that is shown.
    Optional<Page> page() {
        return current;
    }

    boolean isInterrupted() {
        return interrupted.isPresent();
    }

    /// Back to the page that was interrupted.
    void resume() {
        current.ifPresent(Page::left);
        Optional<Page> back = interrupted;
        interrupted = Optional.empty();
        back.ifPresent(this::put);
    }

    private void put(Page page) {
        put(page, true);
    }

    private void put(Page page, boolean arrives) {
        current = Optional.of(page);
        var scroll = new PageScroll(page.layout().body());
        setCenter(scroll);
        bottom.getChildren().clear();
        page.drawer().ifPresent(bottom.getChildren()::add);
        bottom.getChildren().add(page.layout().footer());
        arrange();
        if (arrives && isShown() && !still.getAsBoolean()) {
            scroll.setOpacity(0);
            var arriving = new FadeTransition(ARRIVING, scroll);
            arriving.setToValue(1);
            arriving.play();
        }
        // a scroll pane takes its content in only once its style is known; before that nothing in it can have the focus
        scroll.applyCss();
        page.first().orElse(page.layout().headline()).requestFocus();
        forgetGone();
    }

    /// A page that is gone leaves its letters behind, with nobody under them. JavaFX keeps large and small letters apart but takes the
    /// first that fits a key, so that an empty `O` would swallow the key of an `o`.
    private void forgetGone() {
        getScene().getMnemonics().values().removeIf(List::isEmpty);
        NextPulse.run(() -> {
            if (getScene() != null) {
                getScene().getMnemonics().values().removeIf(List::isEmpty);
            }
        });
    }

    /// Enter is for what the page is there for; a box is ticked by the space bar.
    private void enterOnBoxes(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && (event.getTarget() instanceof CheckBox || event.getTarget() instanceof RadioButton)) {
            event.consume();
            current.map(page -> page.layout().footer()).flatMap(Frame::main).ifPresent(Button::fire);
        }
    }

    private static Optional<Button> main(Region footer) {
        return footer.lookupAll(".button").stream().filter(Button.class::isInstance).map(Button.class::cast)
                .filter(button -> button.isDefaultButton() && !button.isDisabled()).findFirst();
    }

    /// The first page is simply there when the window opens.
    private boolean isShown() {
        return getScene().getWindow() != null && getScene().getWindow().isShowing();
    }

    /// The footer stays in sight unless it is so high that it would leave no room for the page; then it follows the page's text.
    private void arrange() {
        if (current.isEmpty() || getWidth() <= 0) {
            return;
        }
        Region footer = current.get().layout().footer();
        footer.applyCss();
        boolean follows = footer.prefHeight(getWidth()) > getHeight() * MOST_OF_FOOTER;
        VBox body = current.get().layout().body();
        if (follows == body.getChildren().contains(footer)) {
            return;
        }
        bottom.getChildren().remove(footer);
        body.getChildren().remove(footer);
        footer.pseudoClassStateChanged(FOLLOWING, follows);
        (follows ? body : bottom).getChildren().add(footer);
    }

    /// The window closes.
    void leave() {
        interrupted.ifPresent(Page::left);
        interrupted = Optional.empty();
        current.ifPresent(Page::left);
        current = Optional.empty();
    }
}
