package org.mailmedic.ui.details;

import javafx.scene.control.ListCell;
import javafx.scene.layout.BorderPane;
import org.mailmedic.ui.details.TimelineModel.Step;
import org.mailmedic.ui.part.CopyableList;
import org.mailmedic.ui.part.Labels;

/// Every step as a bar on one scale of time, like a waterfall.
final class TimelineView extends BorderPane {
    TimelineView(TimelineModel model) {
        if (model.steps().isEmpty()) {
            setTop(Labels.wrapping(model.summary(), "quiet"));
            return;
        }
        var list = new CopyableList<Step>(model.summary(), steps -> model.text(steps));
        list.getItems().setAll(model.steps());
        list.setCellFactory(_ -> new StepCell(model));
        list.getStyleClass().add("timeline");
        setTop(TimelineRow.scale(model.lengthMs(), model.ticks()));
        setCenter(list);
    }

    private static final class StepCell extends ListCell<Step> {
        private final TimelineModel model;
        private final TimelineRow row;

        StepCell(TimelineModel model) {
            this.model = model;
            row = TimelineRow.bar(model.lengthMs(), model.ticks());
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Step step, boolean empty) {
            super.updateItem(step, empty);
            if (empty || step == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            row.show(step);
            setGraphic(row);
            setAccessibleText(model.spoken(step));
        }
    }
}
