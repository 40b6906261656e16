package org.mailmedic.ui.page.website;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import org.mailmedic.ui.page.Hub;
import org.mailmedic.ui.page.Layout;
import org.mailmedic.ui.page.Page;
import org.mailmedic.ui.page.website.WebsiteModel.Phase;
import org.mailmedic.ui.page.website.WebsiteModel.Place;
import org.mailmedic.ui.part.Buttons;
import org.mailmedic.ui.part.Flow;
import org.mailmedic.ui.part.FooterBar;
import org.mailmedic.ui.part.FormField;
import org.mailmedic.ui.part.Headline;
import org.mailmedic.ui.part.Labels;
import org.mailmedic.ui.part.NextPulse;
import org.mailmedic.ui.part.NumberedLine;
import org.mailmedic.ui.part.Texts;
import org.mailmedic.website.ProbeForm;

/// "Look from my website's server, too": three steps, and then what both places saw.
final class WebsitePage implements Page {
    private static final double GAP = 8;
    private static final double CARD_GAP = 16;
    private static final int STEPS = 4;
    private static final int PASTE_ROWS = 5;
    private final WebsiteModel model;
    private final Hub hub;
    private final Texts texts;
    private final Headline headline;
    private final Label lead;
    private final VBox parts = new VBox(CARD_GAP);
    private final VBox steps = new VBox(CARD_GAP);
    private final Button ask;
    private final Button stop;
    private final Button again;
    private final Label asking;
    private final Label trouble;
    private final Layout layout;
    private final Subscription watching;

    WebsitePage(WebsiteModel model, Hub hub) {
        this.model = model;
        this.hub = hub;
        texts = hub.texts();
        headline = new Headline(texts.get("website.headline"));
        lead = Labels.wrapping("", "lead");
        ask = Buttons.main(texts.get("website.ask"), Feather.GLOBE, this::ask);
        stop = Buttons.plain(texts.get("website.stop"), Feather.SQUARE, model::stop);
        again = Buttons.plain(texts.get("website.again"), Feather.REFRESH_CW, model::stop);
        for (Button each : new Button[] {ask, stop, again}) {
            each.managedProperty().bind(each.visibleProperty());
        }
        asking = Labels.wrapping(texts.get("website.asking"), "strong");
        trouble = said(model.troubleProperty(), "strong", "website-trouble");
        for (Label each : new Label[] {asking, trouble}) {
            each.setFocusTraversable(true);
            each.accessibleTextProperty().bind(each.textProperty());
        }
        steps.getChildren().addAll(new PlacesPicture(model.here(), texts), saveCard(), placeCard(), askCard());
        layout = Layout.of(headline, lead, new FooterBar(FooterBar.left(Buttons.back(texts, hub.way()::back)), again, stop, ask), parts);
        watching = model.phaseProperty().subscribe(this::show);
    }

    private void show(Phase phase) {
        boolean answered = phase == Phase.ANSWERED;
        ask.setVisible(phase != Phase.ASKING && !answered);
        stop.setVisible(phase == Phase.ASKING);
        again.setVisible(answered);
        if (answered) {
            var told = new WebsiteAnswer(model, hub);
            headline.setText(told.headline());
            lead.setText(told.summary());
            parts.getChildren().setAll(told);
            if (headline.getScene() != null) {
                headline.setFocusTraversable(true);
                headline.requestFocus();
            }
        } else {
            headline.setText(texts.get("website.headline"));
            lead.setText(texts.get("website.lead"));
            parts.getChildren().setAll(steps);
            switch (phase) {
                case ASKING -> comeTo(asking);
                case NOT_REACHED -> comeTo(trouble);
                case EMPTY, SAVED, ANSWERED -> { }
            }
        }
    }

    private void ask() {
        model.ask();
        if (model.phaseProperty().get() == Phase.NOT_REACHED) {
            comeTo(trouble);
        }
    }

    /// The button that asks is always in sight, what is said of it may not be.
    private void comeTo(Label said) {
        NextPulse.run(() -> {
            if (said.getScene() != null) {
                said.requestFocus();
            }
        });
    }

    private static VBox card(String title, Node... inside) {
        var card = new VBox(GAP, Labels.wrapping(title, "title"));
        card.getChildren().addAll(inside);
        card.getStyleClass().add("card");
        return card;
    }

    private Node saveCard() {
        var links = new Flow(CARD_GAP, GAP, saving(ProbeForm.PHP, Feather.DOWNLOAD), saving(ProbeForm.WORDPRESS, Feather.PACKAGE),
                saving(ProbeForm.SHELL, Feather.TERMINAL));
        return card(texts.get("website.step.save"), Labels.wrapping(texts.get("website.safe"), "quiet"), links,
                said(model.noticeProperty(), "strong", "website-notice"));
    }

    private Node saving(ProbeForm form, Feather icon) {
        Button button = Buttons.link(texts.get("website.save." + form.id()), icon, () -> model.save(form));
        button.setId("website-save-" + form.id());
        return button;
    }

    private static Label said(ObservableValue<String> words, String style, String id) {
        Label label = Labels.wrapping("", style);
        label.setId(id);
        label.textProperty().bind(words);
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }

    private Node placeCard() {
        var group = new ToggleGroup();
        var choices = new Flow(CARD_GAP * 2, GAP);
        var shown = new VBox(GAP);
        Map<Place, RadioButton> buttons = new EnumMap<>(Place.class);
        for (Place place : Place.values()) {
            var button = new RadioButton(texts.get("website.place." + place.id()));
            button.setId("website-place-" + place.id());
            button.setToggleGroup(group);
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setAccessibleText(button.getText());
            Buttons.picked(button, () -> model.placeProperty().set(place));
            buttons.put(place, button);
            choices.getChildren().add(button);
        }
        model.placeProperty().subscribe(place -> {
            group.selectToggle(buttons.get(place));
            shown.getChildren().setAll(IntStream.rangeClosed(1, STEPS)
                    .mapToObj(i -> new NumberedLine(i, texts.get("website.place." + place.id() + "." + i))).toList());
        });
        VBox.setMargin(shown, new Insets(GAP, 0, 0, 0));
        return card(texts.get("website.step.place"), choices, shown);
    }

    private Node askCard() {
        var address = new TextField();
        address.setId("website-address");
        address.setPromptText(texts.get("website.address.prompt"));
        address.textProperty().bindBidirectional(model.websiteProperty());
        address.disableProperty().bind(model.phaseProperty().map(phase -> phase == Phase.ASKING));
        var field = new FormField(texts.get("website.address"), address, address, "");
        model.websiteProperty().subscribe(_ -> field.note(texts.get(model.plain() ? "website.address.plain" : "website.address.note")));
        asking.setId("website-asking");
        asking.visibleProperty().bind(model.phaseProperty().map(phase -> phase == Phase.ASKING));
        asking.managedProperty().bind(asking.visibleProperty());
        return card(texts.get("website.step.ask"), field, asking, trouble, paste());
    }

    /// Where the file cannot be asked over the web, or could not.
    private Node paste() {
        var area = new TextArea();
        area.setId("website-paste");
        area.setPrefRowCount(PASTE_ROWS);
        area.setWrapText(true);
        area.textProperty().bindBidirectional(model.pastedProperty());
        Button read = Buttons.plain(texts.get("website.read"), Feather.CLIPBOARD, model::read);
        read.setId("website-read");
        read.disableProperty().bind(model.pastedProperty().map(String::isBlank));
        var box = new VBox(GAP, new FormField(texts.get("website.paste"), area, area, texts.get("website.paste.note")), read);
        box.visibleProperty().bind(model.phaseProperty().flatMap(phase -> model.placeProperty()
                .map(place -> phase == Phase.NOT_REACHED || place == Place.SHELL || place == Place.WORDPRESS)));
        box.managedProperty().bind(box.visibleProperty());
        return box;
    }

    @Override
    public Layout layout() {
        return layout;
    }

    @Override
    public void left() {
        watching.unsubscribe();
    }
}
