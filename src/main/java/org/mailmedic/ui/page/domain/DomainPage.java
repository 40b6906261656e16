package org.mailmedic.ui.page.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import org.mailmedic.ui.page.Layout;
import org.mailmedic.ui.page.Page;
import org.mailmedic.ui.page.domain.DomainModel.State;
import org.mailmedic.ui.part.Buttons;
import org.mailmedic.ui.part.Columns;
import org.mailmedic.ui.part.FooterBar;
import org.mailmedic.ui.part.FormField;
import org.mailmedic.ui.part.Headline;
import org.mailmedic.ui.part.InTurn;
import org.mailmedic.ui.part.Labels;
import org.mailmedic.ui.part.SaveLinks;
import org.mailmedic.ui.part.Texts;

/// "My domain's mail records": two fields, and a card for each purpose.
final class DomainPage implements Page {
    private static final double GAP = 16;
    private static final double NARROWEST = 20;
    private final DomainModel model;
    private final Texts texts;
    private final Consumer<String> browser;
    private final boolean still;
    private final TextField domain = new TextField();
    private final Headline headline;
    private final VBox below = new VBox();
    private final Layout layout;
    private final Subscription watching;

    /// @param browser opens a page outside of the window
    /// @param still   whether nothing is to move
    DomainPage(DomainModel model, Texts texts, Consumer<String> browser, boolean still) {
        this.model = model;
        this.texts = texts;
        this.browser = browser;
        this.still = still;
        headline = new Headline(texts.get("domain.headline"));
        Button start = Buttons.main(texts.get("domain.start"), Feather.SEARCH, model::look);
        start.disableProperty().bind(model.stateProperty().map(State.Busy.class::isInstance));
        VBox.setMargin(below, new Insets(GAP, 0, 0, 0));
        layout = Layout.of(headline, Labels.wrapping(texts.get("domain.lead"), "lead"),
                new FooterBar(FooterBar.left(Buttons.back(texts, model::back)), start), fields(), below);
        show(model.stateProperty().get());
        watching = model.stateProperty().subscribe((_, now) -> {
            show(now);
            headline.requestFocus();
        });
    }

    private Node fields() {
        domain.setId("domain-name");
        domain.textProperty().bindBidirectional(model.domainProperty());
        domain.setPromptText(texts.get("domain.name.prompt"));
        var sender = new TextField();
        sender.setId("domain-sender");
        sender.textProperty().bindBidirectional(model.senderProperty());
        sender.setPromptText(texts.get("domain.sender.prompt"));
        return new Columns(GAP, NARROWEST, false, 1, 1).with(
                new FormField(texts.get("domain.name"), domain, domain, texts.get("domain.name.note"))
                        .hinting(model.domainHintProperty()),
                new FormField(texts.get("domain.sender"), texts.get("domain.optional"), sender, sender, texts.get("domain.sender.note"))
                        .hinting(model.senderHintProperty()));
    }

    private void show(State state) {
        headline.setText(switch (state) {
            case State.Empty _ -> texts.get("domain.headline");
            case State.Busy(var asked) -> texts.get("domain.busy", asked);
            case State.Stopped(var asked) -> texts.get("domain.stopped", asked);
            case State.Finished(var sheet, var _) -> sheet.headline();
        });
        below.getChildren().setAll(switch (state) {
            case State.Empty _ -> told(texts.get("domain.empty"), texts.get("domain.empty.line"));
            case State.Busy _ -> busy();
            case State.Stopped _ -> told(texts.get("domain.stopped.title"), texts.get("domain.stopped.line"));
            case State.Finished(var sheet, var _) -> finished(sheet);
        });
    }

    private static VBox told(String title, String line) {
        var card = new VBox(6, Labels.wrapping(title, "strong"), Labels.wrapping(line, "quiet"));
        card.getStyleClass().addAll("card", "domain-told");
        return card;
    }

    private Node busy() {
        var card = told(texts.get("domain.busy.title"), texts.get("domain.busy.line"));
        if (!still) {
            var bar = new ProgressBar();
            bar.setMaxWidth(Double.MAX_VALUE);
            bar.setAccessibleText(texts.get("domain.busy.title"));
            VBox.setMargin(bar, new Insets(8, 0, 0, 0));
            card.getChildren().add(bar);
        }
        Button stop = Buttons.plain(texts.get("domain.stop"), Feather.SQUARE, model::stop);
        VBox.setMargin(stop, new Insets(10, 0, 0, 0));
        card.getChildren().add(stop);
        return card;
    }

    private Node finished(DomainSheet sheet) {
        var boxes = new CardBoxes(texts, browser);
        List<Supplier<Node>> parts = new ArrayList<>();
        parts.add(() -> new SaveLinks("domain", model::save, model::keep, model.keptProperty(), texts));
        sheet.changes().ifPresent(changes -> parts.add(() -> told(texts.get("domain.changes"),
                changes.isEmpty() ? texts.get("domain.changes.none") : String.join("\n", changes))));
        if (sheet.partly()) {
            parts.add(() -> told(texts.get("domain.partly"), texts.get("domain.partly.line")));
        }
        sheet.general().forEach(each -> parts.add(() -> boxes.general(each)));
        sheet.cards().forEach(each -> parts.add(() -> boxes.card(each)));
        if (!sheet.rules().isEmpty() && !sheet.cards().isEmpty()) {
            parts.add(() -> boxes.rules(sheet));
        }
        var all = new InTurn(parts);
        all.setSpacing(GAP);
        return all;
    }

    @Override
    public Optional<Node> first() {
        return model.stateProperty().get() instanceof State.Empty ? Optional.of(domain) : Optional.empty();
    }

    @Override
    public Layout layout() {
        return layout;
    }

    @Override
    public void left() {
        watching.unsubscribe();
        domain.textProperty().unbindBidirectional(model.domainProperty());
    }
}
