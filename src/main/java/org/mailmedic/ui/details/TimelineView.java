package org.mailmedic.ui.details;

import javafx.geometry.Pos;
import javafx.scene.control.ListCell;
import javafx.scene.layout.StackPane;
import org.mailmedic.ui.details.TimelineModel.Step;
import org.mailmedic.ui.part.CopyableList;
import org.mailmedic.ui.part.Labels;

/// Every step as a bar on one scale of time, like a waterfall.
final class TimelineView extends StackPane {
    private final TimelineModel model;
    private final TimelineScale scale;
    private final CopyableList<Step> list;

    TimelineView(TimelineModel model) {
        this.model = model;
        scale = new TimelineScale(model.lengthMs(), model.ticks());
        list = new CopyableList<>(model.summary(), model::text);
        if (model.steps().isEmpty()) {
            getChildren().add(Labels.wrapping(model.summary(), "quiet"));
            setAlignment(Pos.TOP_LEFT);
            return;
        }
        list.getItems().setAll(model.steps());
        list.setCellFactory(_ -> new StepCell());
        list.getStyleClass().add("timeline");
        getChildren().addAll(scale, list);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (!model.steps().isEmpty()) {
            list.resizeRelocate(0, scale.head(), getWidth(), Math.max(0, getHeight() - scale.head()));
        }
    }

    private final class StepCell extends ListCell<Step> {
        private final TimelineRow row = new TimelineRow(model.lengthMs(), scale::getWidth);

        StepCell() {
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
