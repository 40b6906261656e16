package org.mailmedic.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.mailmedic.advice.Language;
import org.mailmedic.ui.part.Icon;
import org.mailmedic.ui.part.NextPulse;
import org.mailmedic.ui.part.Texts;

/// What stands above every page: the program's name, and the tools for the size of the text, the look and the language.
final class WindowHeader extends HBox {
    private final Texts texts;
    private Supplier<List<? extends Node>> tools = List::of;

    WindowHeader(Texts texts) {
        this.texts = texts;
        getStyleClass().add("header");
    }

    /// Puts the tools in, with the next [#reworded].
    void dress(Appearance appearance, Speech speech) {
        tools = () -> List.of(sizes(appearance), looks(appearance), languages(speech));
    }

    /// It is made anew, in the window's language. The focus stays here where it was here.
    void reworded() {
        Optional<String> focused = Optional.ofNullable(getScene()).map(Scene::getFocusOwner).map(Node::getId);
        var brand = new Label(texts.get("window.name"), new Icon(Feather.MAIL));
        brand.getStyleClass().add("brand");
        brand.setMinWidth(Region.USE_PREF_SIZE);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().setAll(brand, space);
        getChildren().addAll(tools.get());
        focused.ifPresent(id -> getChildren().stream().filter(tool -> id.equals(tool.getId())).findFirst()
                .ifPresent(Node::requestFocus));
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
}
