package org.mailmedic.ui.page;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.mailmedic.ui.part.Buttons;
import org.mailmedic.ui.part.Icon;
import org.mailmedic.ui.part.Labels;
import org.mailmedic.ui.part.Texts;

/// A calm strip above every page, a line for each protective program that is still off.
public final class ReminderStrip extends VBox {
    private final Reminders reminders;
    private final Texts texts;
    private final Runnable gone;

    /// @param gone a line was taken away by its button; the focus has to go somewhere
    public ReminderStrip(Reminders reminders, Texts texts, Runnable gone) {
        this.reminders = reminders;
        this.texts = texts;
        this.gone = gone;
        getStyleClass().add("reminders");
        managedProperty().bind(visibleProperty());
        reminders.linesProperty().subscribe(this::show);
    }

    private void show(List<Reminders.Line> lines) {
        getChildren().setAll(lines.stream().map(this::row).toList());
        setVisible(!lines.isEmpty());
    }

    private Node row(Reminders.Line line) {
        Label words = Labels.wrapping(line.text(), "plain");
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button done = Buttons.plain(texts.get("change.reminder.done"), Feather.CHECK, () -> {
            reminders.onAgain(line.reminder());
            gone.run();
        });
        done.setAccessibleText(line.text() + " " + done.getText());
        var row = new HBox(new Icon(Feather.SHIELD_OFF, "caution"), words, done);
        row.getStyleClass().add("reminder");
        return row;
    }
}
