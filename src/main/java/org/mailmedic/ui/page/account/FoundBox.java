package org.mailmedic.ui.page.account;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import org.mailmedic.discover.Candidate;
import org.mailmedic.ui.part.Buttons;
import org.mailmedic.ui.part.Icon;
import org.mailmedic.ui.part.Labels;
import org.mailmedic.ui.part.Texts;

/// What was found for the address: one sentence, where it comes from, and the way to settings that were given by somebody else.
final class FoundBox extends VBox {
    private final AccountModel model;
    private final Texts texts;
    private final VBox place = new VBox();
    private final Button other;
    private final Button found;
    private final Subscription watching;

    FoundBox(AccountModel model, Texts texts) {
        super(4);
        this.model = model;
        this.texts = texts;
        other = Buttons.link(texts.get("account.other"), Feather.SLIDERS, () -> model.manual(true));
        found = Buttons.link(texts.get("account.use_found"), Feather.ROTATE_CCW, () -> model.manual(false));
        for (Button link : new Button[] {other, found}) {
            link.managedProperty().bind(link.visibleProperty());
        }
        place.managedProperty().bind(place.visibleProperty());
        getStyleClass().add("found");
        getChildren().addAll(place, other, found);
        watching = model.foundProperty().subscribe(_ -> show()).and(model.manualProperty().subscribe(_ -> show()))
                .and(model.waitingProperty().subscribe(_ -> show()));
    }

    void left() {
        watching.unsubscribe();
    }

    private void show() {
        Found known = model.foundProperty().get();
        boolean manual = model.manualProperty().get();
        other.setVisible(!manual);
        found.setVisible(manual && known.best().isPresent());
        Optional<Node> box = known.best().map(best -> found(known, best)).or(() -> without(known, manual));
        place.getChildren().setAll(box.stream().toList());
        place.setVisible(box.isPresent());
    }

    private Node found(Found known, Candidate best) {
        var words = new VBox(Labels.wrapping(model.foundWords().title(best), "strong"),
                Labels.wrapping(model.foundWords().source(known), "plain"));
        boolean doubtful = model.foundWords().doubtful(best) && !model.isConfirmed();
        if (doubtful) {
            words.getChildren().add(Buttons.link(texts.get("account.confirm.yes"), Feather.CHECK, () -> {
                model.confirm();
                show();
            }));
        }
        boolean sound = best.trusted() || model.isConfirmed() || model.foundWords().known(best);
        if (model.manualProperty().get() || !sound && !doubtful) {
            return box("neutral", new Icon(Feather.INFO), words);
        }
        return box(sound ? "good" : "caution", sound ? new Icon(Feather.CHECK_CIRCLE, "fine")
                : new Icon(Feather.ALERT_TRIANGLE, "caution"), words);
    }

    private Optional<Node> without(Found known, boolean manual) {
        String domain = known.person().map(person -> person.domain()).orElse("");
        return switch (known.phase()) {
            case AT_REST -> Optional.empty();
            case LOOKING -> Optional.of(box("neutral", new Icon(Feather.SEARCH),
                    new VBox(Labels.wrapping(texts.get(model.waitingProperty().get() ? "account.found.waiting" : "account.found.looking",
                            domain), "plain"))));
            case ENDED -> manual ? Optional.empty() : Optional.of(box("neutral", new Icon(Feather.INFO),
                    new VBox(Labels.wrapping(texts.get(known.refused() ? "account.found.refused" : "account.found.none", domain),
                            "plain"))));
        };
    }

    private static Node box(String tone, Icon icon, VBox words) {
        words.getStyleClass().add("words");
        HBox.setHgrow(words, Priority.ALWAYS);
        var box = new HBox(icon, words);
        box.getStyleClass().addAll("hint", tone);
        return box;
    }
}
