package org.mailmedic.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.TextField;
import org.kordamp.ikonli.feather.Feather;
import org.mailmedic.report.Report;
import org.mailmedic.ui.page.Feature;
import org.mailmedic.ui.page.Hub;
import org.mailmedic.ui.page.Layout;
import org.mailmedic.ui.page.Occasion;
import org.mailmedic.ui.page.Page;
import org.mailmedic.ui.page.ShownReport;
import org.mailmedic.ui.part.Buttons;
import org.mailmedic.ui.part.FooterBar;
import org.mailmedic.ui.part.Headline;
import org.mailmedic.ui.part.Labels;

/// The least that a feature can be: one page with one field.
final class TrialFeature implements Feature {
    private final Hub hub;
    private final String id;
    final List<Occasion> occasions = new ArrayList<>();
    private String typed = "";

    TrialFeature(Hub hub, String id) {
        this.hub = hub;
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Optional<Feather> card() {
        return Optional.of(id.equals("trial") ? Feather.MESSAGE_SQUARE : Feather.SHIELD);
    }

    @Override
    public Optional<Feather> link(ShownReport answer) {
        return id.equals("trial") && answer.report().outcome() == Report.Outcome.PROBLEM ? Optional.of(Feather.EYE) : Optional.empty();
    }

    @Override
    public boolean takes(Path file) {
        return file.toString().endsWith(".trial");
    }

    @Override
    public void forget() {
        typed = "";
    }

    @Override
    public Page open(Occasion occasion) {
        occasions.add(occasion);
        var field = new TextField(typed);
        field.setId("trial-field");
        field.textProperty().subscribe(text -> typed = text);
        var layout = Layout.of(new Headline(hub.texts().get(id + ".headline")), Labels.wrapping(hub.texts().get(id + ".lead"), "lead"),
                new FooterBar(FooterBar.left(Buttons.back(hub.texts(), hub.way()::back))), field);
        return () -> layout;
    }
}
