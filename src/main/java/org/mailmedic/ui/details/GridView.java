package org.mailmedic.ui.details;

import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.mailmedic.ui.part.Icon;
import org.mailmedic.ui.part.Labels;

/// A table of findings. Where its columns would get too narrow for words, the cells of a row stand below each other.
final class GridView extends StackPane {
    private static final double GAP = 16;
    private static final double ROW_GAP = 10;
    private static final double HEAD_SHARE = 0.6;
    private final Grid grid;
    private final Text em = new Text();
    private final double narrowest;
    private boolean stacked;

    /// @param narrowest how narrow a column may get, in em
    GridView(Grid grid, double narrowest) {
        this.grid = grid;
        this.narrowest = narrowest;
        em.setManaged(false);
        em.setVisible(false);
        getStyleClass().add("grid");
        getChildren().addAll(em, table());
        widthProperty().subscribe(_ -> arrange());
        em.fontProperty().subscribe(_ -> arrange());
    }

    private void arrange() {
        double column = getWidth() / (grid.columns().size() + HEAD_SHARE) - GAP;
        boolean now = getWidth() > 0 && column < narrowest * em.getFont().getSize();
        if (now != stacked) {
            stacked = now;
            getChildren().setAll(em, now ? stack() : table());
        }
    }

    private Node table() {
        var table = new GridPane(GAP, ROW_GAP);
        double all = grid.columns().size() + HEAD_SHARE;
        table.getColumnConstraints().add(column(HEAD_SHARE / all));
        for (int i = 0; i < grid.columns().size(); i++) {
            table.getColumnConstraints().add(column(1 / all));
            Label title = Labels.wrapping(grid.columns().get(i), "quiet", "small");
            GridPane.setValignment(title, VPos.TOP);
            table.add(title, i + 1, 0);
        }
        for (int i = 0; i < grid.rows().size(); i++) {
            Grid.Row row = grid.rows().get(i);
            table.add(head(row), 0, i + 1);
            for (int j = 0; j < row.cells().size(); j++) {
                table.add(cell(row, j), j + 1, i + 1);
            }
        }
        return table;
    }

    private static ColumnConstraints column(double share) {
        var column = new ColumnConstraints();
        column.setPercentWidth(share * 100);
        column.setHalignment(HPos.LEFT);
        return column;
    }

    private Node stack() {
        var stack = new VBox(GAP * 1.5);
        for (Grid.Row row : grid.rows()) {
            var block = new VBox(ROW_GAP, head(row));
            for (int j = 0; j < row.cells().size(); j++) {
                block.getChildren().add(new VBox(2, Labels.wrapping(grid.columns().get(j), "quiet", "small"), cell(row, j)));
            }
            stack.getChildren().add(block);
        }
        return stack;
    }

    private static Node head(Grid.Row row) {
        var head = new VBox(Labels.wrapping(row.name(), "strong"));
        if (!row.note().isEmpty()) {
            head.getChildren().add(Labels.wrapping(row.note(), "quiet", "tiny"));
        }
        GridPane.setValignment(head, VPos.TOP);
        return head;
    }

    private Node cell(Grid.Row row, int at) {
        Grid.Cell cell = row.cells().get(at);
        var words = new VBox(Labels.wrapping(cell.words(), "plain"));
        List<String> more = cell.more();
        more.forEach(line -> words.getChildren().add(Labels.wrapping(line, "quiet", "tiny")));
        HBox.setHgrow(words, Priority.ALWAYS);
        var shown = new HBox(8);
        shown.getStyleClass().addAll("cell", cell.tone().style());
        var icon = new Icon(cell.tone().icon(), cell.tone().style());
        icon.setVisible(cell.tone() != DetailTone.NEUTRAL); // its room is kept, so that the words of a column begin at one line
        shown.getChildren().addAll(icon, words);
        shown.setAccessibleRole(AccessibleRole.TEXT);
        shown.setAccessibleText(row.full() + ", " + grid.columns().get(at) + ": " + cell.line());
        return shown;
    }
}
