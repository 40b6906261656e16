package org.mailmedic.ui.page.account;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.NodeOrientation;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import org.mailmedic.ui.part.Buttons;
import org.mailmedic.ui.part.Flow;
import org.mailmedic.ui.part.Labels;
import org.mailmedic.ui.part.Texts;

/// Where settings are pasted. A text from the clipboard goes straight to the reader and never stands in the box, since there may be a
/// password in it; one that was typed or dropped is taken out of it when it is read.
final class PasteBox extends VBox {
    private final PasteModel model;
    private final Texts texts;
    private final TextArea area;
    private final VBox told = new VBox();
    private final Subscription watching;

    PasteBox(PasteModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().addAll("card", "paste");
        Label title = Labels.wrapping(texts.get("account.paste.title"), "title");
        Label lead = Labels.wrapping(texts.get("account.paste.lead"), "quiet");
        area = new Area(model::paste);
        area.setId("account-paste");
        area.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        area.setPromptText(texts.get("account.paste.prompt"));
        area.setAccessibleText(texts.get("account.paste.title"));
        area.setAccessibleHelp(texts.get("account.paste.lead"));
        area.setWrapText(true);
        Button fromClipboard = Buttons.plain(texts.get("account.paste.clipboard"), Feather.CLIPBOARD, area::paste);
        Button read = Buttons.link(texts.get("account.paste.read"), Feather.CHECK, this::read);
        read.disableProperty().bind(area.textProperty().isEmpty());
        read.visibleProperty().bind(area.textProperty().isNotEmpty());
        read.managedProperty().bind(read.visibleProperty());
        Button close = Buttons.link(texts.get("account.paste.close"), Feather.X, () -> model.openProperty().set(false));
        told.getStyleClass().add("told");
        told.managedProperty().bind(told.visibleProperty());
        getChildren().addAll(title, lead, area, new Flow(16, 8, fromClipboard, read, close), told);
        visibleProperty().bind(model.openProperty());
        managedProperty().bind(visibleProperty());
        watching = model.toldProperty().subscribe(this::tell).and(model.openProperty().subscribe(open -> {
            if (open && getScene() != null) {
                area.requestFocus();
            } else {
                area.setText("");
            }
        }));
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                model.openProperty().set(false);
            }
        });
    }

    /// What was typed and not read yet.
    void handTo(PasteBox same) {
        same.area.setText(area.getText());
    }

    void left() {
        area.setText("");
        watching.unsubscribe();
    }

    private void read() {
        String text = area.getText();
        area.setText("");
        model.paste(text);
    }

    private void tell(PasteModel.Told news) {
        told.getChildren().clear();
        told.setVisible(news != null);
        if (news == null) {
            return;
        }
        told.getChildren().add(Labels.wrapping(news.title(), news.recognised() ? "strong" : "plain"));
        news.taken().forEach(line -> told.getChildren().add(Labels.wrapping(line, "plain")));
        doubts(news.doubts());
        if (news.recognised()) {
            told.getChildren().add(Buttons.link(texts.get("account.paste.undo"), Feather.ROTATE_CCW, model::undo));
        }
    }

    private void doubts(List<String> doubts) {
        if (!doubts.isEmpty()) {
            told.getChildren().add(Labels.wrapping(texts.get("account.paste.unsure"), "strong", "unsure"));
            doubts.forEach(line -> told.getChildren().add(Labels.wrapping(line, "quiet")));
        }
    }

    /// Hands on what is pasted instead of showing it.
    private static final class Area extends TextArea {
        private static final int ROWS = 3;
        private final Consumer<String> reader;

        Area(Consumer<String> reader) {
            this.reader = reader;
            setPrefRowCount(ROWS);
        }

        @Override
        public void paste() {
            if (Clipboard.getSystemClipboard().hasString()) {
                reader.accept(Clipboard.getSystemClipboard().getString());
            }
        }
    }
}
