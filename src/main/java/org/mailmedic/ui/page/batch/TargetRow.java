package org.mailmedic.ui.page.batch;

import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.mailmedic.report.Report;
import org.mailmedic.ui.page.OutcomeIcon;
import org.mailmedic.ui.page.batch.BatchModel.Row;
import org.mailmedic.ui.part.Buttons;
import org.mailmedic.ui.part.Columns;
import org.mailmedic.ui.part.Icon;
import org.mailmedic.ui.part.Labels;
import org.mailmedic.ui.part.Reflowing;
import org.mailmedic.ui.part.Texts;

/// One target: how it came out, which server, what it came to and who can fix it, and its report. Used again for the next one.
final class TargetRow extends Reflowing {
    private static final double GAP = 12;
    private static final double NARROWEST = 12;
    private final DoubleSupplier width;
    private Icon icon = OutcomeIcon.of(Report.Outcome.HEALTHY);
    private final Label server = Labels.wrapping("", "strong");
    private final Label id = Labels.wrapping("", "quiet", "small");
    private final Label told = Labels.wrapping("", "plain");
    private final Label fixer = Labels.wrapping("", "quiet", "small");
    private final Button open;
    private final Columns words;
    private @Nullable Row shown;

    /// @param width  of the list, less what its bar takes
    /// @param opener opens a row's report
    TargetRow(Texts texts, DoubleSupplier width, Consumer<Row> opener) {
        this.width = width;
        open = Buttons.tool(texts.get("batch.open"), Feather.FILE_TEXT, () -> opener.accept(shown));
        words = new Columns(GAP, NARROWEST, false, 2, 3).with(new VBox(2, server, id), new VBox(2, told, fixer));
        id.managedProperty().bind(id.visibleProperty());
        fixer.managedProperty().bind(fixer.visibleProperty());
    }

    void show(Row row) {
        shown = row;
        icon = OutcomeIcon.of(row.line().outcome());
        getChildren().setAll(icon, words, open);
        server.setText(row.server());
        id.setText(row.name());
        id.setVisible(!row.name().isEmpty());
        told.setText(row.told());
        fixer.setText(row.fixer());
        fixer.setVisible(!row.fixer().isEmpty());
        open.setVisible(row.line().report().isPresent());
        requestLayout();
    }

    @Override
    protected double heightAt(double given) {
        return Math.max(words.prefHeight(room(width.getAsDouble())), open.prefHeight(-1));
    }

    /// What is left for the words.
    private double room(double all) {
        return Math.max(0, all - icon.prefWidth(-1) - open.prefWidth(-1) - 2 * GAP);
    }

    @Override
    protected void layoutChildren() {
        double before = icon.prefWidth(-1) + GAP;
        double room = room(getWidth());
        icon.autosize();
        icon.relocate(0, 0);
        words.resizeRelocate(before, 0, room, words.prefHeight(room));
        open.autosize();
        open.relocate(before + room + GAP, 0);
    }
}
