package org.mailmedic.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.animation.FadeTransition;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.IndexRange;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.mailmedic.advice.Language;
import org.mailmedic.ui.page.Page;
import org.mailmedic.ui.part.Fold;
import org.mailmedic.ui.part.Icon;
import org.mailmedic.ui.part.InTurn;
import org.mailmedic.ui.part.NextPulse;
import org.mailmedic.ui.part.PageScroll;
import org.mailmedic.ui.part.Texts;

/// What stands around every page: the header above, the page's footer below. It shows one page at a time.
final class Frame extends BorderPane {
    private static final Duration ARRIVING = Duration.millis(180);
    private static final PseudoClass FOLLOWING = PseudoClass.getPseudoClass("following");
    private static final double MOST_OF_FOOTER = 0.3;
    private final Texts texts;
    private final HBox header = new HBox();
    private final VBox bottom = new VBox();
    private Supplier<List<? extends Node>> tools = List::of;
    private BooleanSupplier still = () -> true;
    private Optional<Page> current = Optional.empty();
    private Optional<Page> interrupted = Optional.empty();

    Frame(Texts texts) {
        this.texts = texts;
        getStyleClass().add("window");
    }

    /// Puts the header in; needs the scene, which the appearance belongs to.
    void dress(Appearance appearance, Speech speech) {
        still = appearance::still;
        header.getStyleClass().add("header");
        tools = () -> List.of(sizes(appearance), looks(appearance), languages(speech));
        reworded();
        setTop(header);
        setBottom(bottom);
        widthProperty().subscribe(_ -> arrange());
        heightProperty().subscribe(_ -> arrange());
        appearance.sizeProperty().subscribe(_ -> arrange());
        keys(appearance);
    }

    /// The language has changed: the header is made anew, and everything runs the way in which it is written. The focus stays in the header
    /// where it was there.
    void reworded() {
        Optional<String> focused = focused().map(Node::getId);
        var brand = new Label(texts.get("window.name"), new Icon(Feather.MAIL));
        brand.getStyleClass().add("brand");
        brand.setMinWidth(Region.USE_PREF_SIZE);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        header.getChildren().setAll(brand, space);
        header.getChildren().addAll(tools.get());
        getScene().setNodeOrientation(texts.orientation());
        focused.ifPresent(id -> header.getChildren().stream().filter(tool -> id.equals(tool.getId())).findFirst()
                .ifPresent(Node::requestFocus));
    }

    /// Puts `strip` between the header and every page.
    void above(Region strip) {
        setTop(new VBox(header, strip));
    }

    /// Gives the focus to the page that is shown.
    void toHeadline() {
        current.ifPresent(page -> page.layout().headline().requestFocus());
    }

    private MenuButton languages(Speech speech) {
        MenuButton button = tool("window.language", Feather.GLOBE);
        filledLater(button, () -> {
            var group = new ToggleGroup();
            var all = new ArrayList<Optional<Language>>(List.of(Optional.empty()));
            Stream.of(Language.values()).map(Optional::of).forEach(all::add);
            for (Optional<Language> each : all) {
                var item = new RadioMenuItem(each.map(Language::ownName).orElseGet(() -> texts.get("window.language.system")));
                item.setMnemonicParsing(false);
                item.setToggleGroup(group);
                item.setSelected(speech.chosenProperty().get().equals(each));
                // the menu is a part of what is made anew: it closes first
                item.setOnAction(_ -> NextPulse.run(() -> speech.chosenProperty().set(each)));
                button.getItems().add(item);
            }
        });
        return button;
    }

    private MenuButton looks(Appearance appearance) {
        MenuButton button = tool("window.look", Feather.MOON);
        filledLater(button, () -> {
            var group = new ToggleGroup();
            for (Appearance.Look look : Appearance.Look.values()) {
                var item = new RadioMenuItem(texts.get("window.look." + look.name()));
                item.setToggleGroup(group);
                item.setSelected(appearance.lookProperty().get() == look);
                item.setOnAction(_ -> appearance.lookProperty().set(look));
                button.getItems().add(item);
            }
            button.getItems().addAll(new SeparatorMenuItem(), movement(appearance));
        });
        return button;
    }

    private CheckMenuItem movement(Appearance appearance) {
        var item = new CheckMenuItem(texts.get("window.less_movement"));
        item.selectedProperty().bindBidirectional(appearance.lessMovementProperty());
        return item;
    }

    private MenuButton sizes(Appearance appearance) {
        MenuButton button = tool("window.size", Feather.TYPE);
        filledLater(button, () -> {
            var group = new ToggleGroup();
            for (int size : Appearance.SIZES) {
                var item = new RadioMenuItem(texts.get("window.percent", size));
                item.setToggleGroup(group);
                item.setOnAction(_ -> appearance.sizeProperty().set(size));
                appearance.sizeProperty().subscribe(now -> item.setSelected(now.intValue() == size));
                button.getItems().add(item);
            }
        });
        return button;
    }

    /// A menu that nobody has opened needs no items.
    private static void filledLater(MenuButton button, Runnable fill) {
        button.setOnShowing(_ -> {
            if (button.getItems().isEmpty()) {
                fill.run();
            }
        });
    }

    private MenuButton tool(String key, Feather icon) {
        var button = new MenuButton(null, new Icon(icon));
        button.setId(key);
        button.getStyleClass().add("tool");
        button.setAccessibleText(texts.get(key));
        // a tooltip is a window of its own, and nobody rests the pointer on what is not painted yet
        NextPulse.run(() -> button.setTooltip(new Tooltip(texts.get(key))));
        return button;
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
        Optional<Node> focus = focused();
        Optional<IndexRange> selection = focus.filter(TextInputControl.class::isInstance).map(TextInputControl.class::cast)
                .map(text -> new IndexRange(text.getAnchor(), text.getCaretPosition()));
        double place = getCenter() instanceof PageScroll scroll ? scroll.getVvalue() : 0;
        List<Boolean> open = folds().stream().map(Fold::isOpen).toList();
        current.ifPresent(before -> before.replacedBy(page));
        put(page, false);
        boolean focused = focus.map(before -> refocus(before, selection)).orElse(true);
        whenWhole(getCenter(), () -> {
            List<Fold> folds = folds();
            for (int i = 0; i < Math.min(open.size(), folds.size()); i++) {
                if (open.get(i) != folds.get(i).isOpen()) {
                    folds.get(i).turn();
                }
            }
            if (!focused) {
                focus.ifPresent(before -> refocus(before, selection));
            }
            layout();
            if (getCenter() instanceof PageScroll scroll) {
                scroll.setVvalue(place);
            }
        });
    }

    private List<Fold> folds() {
        return getCenter() == null ? List.of() : all(getCenter()).filter(Fold.class::isInstance).map(Fold.class::cast).toList();
    }

    /// When all parts of a page that is made in turn are there, unless another page is shown by then.
    private void whenWhole(Node shown, Runnable work) {
        if (shown != getCenter()) {
            return;
        }
        if (shown.lookup("." + InTurn.COMING) == null) {
            work.run();
        } else {
            NextPulse.run(() -> whenWhole(shown, work));
        }
    }

    /// The same for the page that waits under the one that is shown.
    void replaceInterrupted(Page page) {
        interrupted.ifPresent(before -> before.replacedBy(page));
        interrupted = Optional.of(page);
    }

    /// @return false when what had the focus is not there
    private boolean refocus(Node before, Optional<IndexRange> selection) {
        if (before.getScene() != null) {
            before.requestFocus();
            return true;
        }
        Optional<Node> same = before.getId() == null ? Optional.empty()
                : all(this).filter(node -> before.getId().equals(node.getId())).findFirst();
        // without its skin it would select everything once it gets it
        same.ifPresent(Node::applyCss);
        same.ifPresent(Node::requestFocus);
        same.filter(TextInputControl.class::isInstance).map(TextInputControl.class::cast)
                .ifPresent(text -> selection.ifPresent(range -> text.selectRange(range.getStart(), range.getEnd())));
        return same.isPresent();
    }

    private static Stream<Node> all(Node node) {
        return node instanceof Parent parent
                ? Stream.concat(Stream.of(node), parent.getChildrenUnmodifiable().stream().flatMap(Frame::all)) : Stream.of(node);
    }

    private Optional<Node> focused() {
        return Optional.ofNullable(getScene()).map(Scene::getFocusOwner);
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

    /// A page that is gone leaves its letters behind, with nobody under them. JavaFX keeps large and small letters apart but takes the first
    /// that fits a key, so that an empty `O` would swallow the key of an `o`.
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
