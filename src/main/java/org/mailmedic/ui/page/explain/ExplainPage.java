package org.mailmedic.ui.page.explain;

import java.nio.file.Path;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import org.mailmedic.ui.page.Hub;
import org.mailmedic.ui.page.Layout;
import org.mailmedic.ui.page.Page;
import org.mailmedic.ui.page.ShownReport;
import org.mailmedic.ui.part.Buttons;
import org.mailmedic.ui.part.Columns;
import org.mailmedic.ui.part.FooterBar;
import org.mailmedic.ui.part.Headline;
import org.mailmedic.ui.part.Labels;
import org.mailmedic.ui.part.SaveLinks;
import org.mailmedic.ui.part.Texts;

/// One large field, and beside it what the text in it means.
final class ExplainPage implements Page {
    private static final double GAP = 20;
    private static final double NARROWEST = 22;
    private static final double FIELD_SHARE = 430;
    private static final double ANSWER_SHARE = 502;
    private final ExplainModel model;
    private final Texts texts;
    private final PasteField field;
    private final MarkedField marked;
    private final VBox understood = new VBox(4);
    private final VBox answer = new VBox(16);
    private final Layout layout;
    private final Subscription watching;

    /// @param checked the answer of the check-up that began with this text, when the person comes from it
    ExplainPage(ExplainModel model, Optional<ShownReport> checked, Hub hub) {
        this.model = model;
        texts = hub.texts();
        field = new PasteField(model, texts);
        marked = new MarkedField(field, model::marks);
        understood.getStyleClass().add("understood");
        var promise = Labels.wrapping(texts.get("explain.promise"), "quiet", "small");
        var left = new VBox(12, marked, promise, understood);
        var columns = new Columns(GAP, NARROWEST, false, FIELD_SHARE, ANSWER_SHARE).with(left, answer);
        columns.stackedProperty().subscribe(field::stacked);
        Button check = Buttons.main(texts.get("explain.check"), Feather.PLAY, model::check);
        var footer = new FooterBar(FooterBar.left(check, Buttons.back(texts, hub.way()::back)),
                Buttons.flat(texts.get("window.start_over"), hub.way()::startOver));
        layout = Layout.of(new Headline(texts.get("explain.headline")), Labels.wrapping(texts.get("explain.lead"), "lead"), footer,
                columns);
        checked.ifPresent(shown -> layout.body().getChildren().add(2, agreement(model.agreement(shown.report()))));
        watching = model.meaningProperty().subscribe(this::show);
    }

    private static Label agreement(String words) {
        var label = Labels.wrapping(words, "strong");
        VBox.setMargin(label, new Insets(0, 0, 16, 0));
        return label;
    }

    private void show(Meaning meaning) {
        // a new answer takes the place of the old one; until it is there, nothing jumps
        if (!(meaning instanceof Meaning.Reading(double share)) || share >= 0 || answer.getChildren().isEmpty()) {
            answer.getChildren().setAll(panel(meaning));
            if (model.report().isPresent()) {
                answer.getChildren().add(new SaveLinks("explain", model::save, model::keep, model.keptProperty(), texts));
            }
            understood.getChildren().setAll(understood());
            field.setAccessibleHelp(said(meaning));
            marked.read();
        }
    }

    /// In short, for whoever hears the page.
    private String said(Meaning meaning) {
        return switch (meaning) {
            case Meaning.Nothing _ -> texts.get("explain.prompt");
            case Meaning.Reading _ -> texts.get("explain.reading");
            case Meaning.Unreadable _ -> texts.get("explain.unreadable.line");
            case Meaning.Explained explained -> explained.leading().title();
            case Meaning.NotUnderstood _ -> texts.get("explain.unknown");
            case Meaning.Log _ -> texts.get("explain.log");
        };
    }

    private Node panel(Meaning meaning) {
        return switch (meaning) {
            case Meaning.Nothing _ -> new WaitingPanel(texts);
            case Meaning.Reading(var share) -> WaitingPanel.reading(texts, share, model::stop);
            case Meaning.Unreadable(var file) -> WaitingPanel.unreadable(texts, file);
            case Meaning.Explained explained -> new ExplainedPanel(model, explained, texts);
            case Meaning.NotUnderstood unknown -> WaitingPanel.notUnderstood(texts, unknown.program());
            case Meaning.Log log -> new LogPanel(model, log, texts);
        };
    }

    /// Each with one word of what it is; pressed, it marks the place in the text.
    private Node[] understood() {
        var all = new VBox(2);
        if (!model.marks().isEmpty()) {
            all.getChildren().add(Labels.wrapping(texts.get("explain.understood"), "strong"));
        }
        for (ShownText.Mark mark : model.marks()) {
            String words = texts.get("explain.mark", texts.get("explain.mark." + mark.what()), mark.words());
            Button place = Buttons.link(words, Feather.CROSSHAIR, () -> marked.show(mark));
            place.setMnemonicParsing(false);
            place.setAccessibleText(texts.get("explain.mark.spoken", words));
            var swatch = new Region();
            swatch.getStyleClass().addAll("swatch", MarkedField.style(mark.what()));
            HBox.setHgrow(place, Priority.ALWAYS);
            var row = new HBox(8, swatch, place);
            row.getStyleClass().add("place");
            all.getChildren().add(row);
        }
        if (!model.marks().isEmpty()) {
            all.getChildren().add(Labels.wrapping(texts.get("explain.mark.next"), "quiet", "small"));
        }
        if (model.masked()) {
            all.getChildren().add(Labels.wrapping(texts.get("explain.masked"), "quiet", "small"));
        }
        if (model.cut()) {
            all.getChildren().add(Labels.wrapping(texts.get("explain.cut"), "quiet", "small"));
        }
        return new Node[] {all};
    }

    @Override
    public Layout layout() {
        return layout;
    }

    @Override
    public Optional<Node> first() {
        return Optional.of(field);
    }

    @Override
    public boolean take(Path file) {
        model.read(file);
        return true;
    }

    @Override
    public void left() {
        watching.unsubscribe();
        marked.left();
        field.left();
    }
}
