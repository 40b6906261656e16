package org.mailmedic.ui.page;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.mailmedic.discover.slip.Draft;
import org.mailmedic.history.Intervention;
import org.mailmedic.report.Report;
import org.mailmedic.settings.Secret;
import org.mailmedic.settings.Symptom;
import org.mailmedic.ui.part.StationState;

/// Notes where a model wants to go.
public final class NoWay implements Way {
    public final List<String> steps = new ArrayList<>();
    public final List<Errand> errands = new ArrayList<>();
    public List<StationState> seen = List.of();

    @Override
    public void start() {
        steps.add("start");
    }

    @Override
    public void back() {
        steps.add("back");
    }

    @Override
    public void startOver() {
        steps.add("start over");
    }

    @Override
    public void account(Symptom symptom) {
        steps.add("account " + symptom.id());
    }

    @Override
    public void account(Symptom symptom, Draft known) {
        steps.add("account " + symptom.id() + " for " + known.host());
    }

    @Override
    public List<Offer> cards() {
        return List.of();
    }

    @Override
    public List<Offer> links(ShownReport answer) {
        return List.of();
    }

    @Override
    public void settings() {
        steps.add("settings");
    }

    @Override
    public void practice() {
        steps.add("practice");
    }

    @Override
    public void about() {
        steps.add("about");
    }

    @Override
    public void contacts() {
        steps.add("contacts");
    }

    @Override
    public void check(Errand errand) {
        steps.add("check");
        errands.add(errand);
    }

    @Override
    public void answer(Report report, List<StationState> stations) {
        steps.add("answer");
        seen = stations;
    }

    @Override
    public void wholeAnswer() {
        steps.add("whole answer");
    }

    @Override
    public void again() {
        steps.add("again");
    }

    @Override
    public void againWithoutSending() {
        steps.add("again without sending");
    }

    @Override
    public void again(Secret password) {
        steps.add("again with " + new String(password.chars()));
    }

    @Override
    public void changed(Intervention change) {
        steps.add("changed " + change.kind().id() + " " + change.note());
    }

    @Override
    public void changedBetween(ShownReport before, ShownReport now, Intervention change) {
        steps.add("changed between " + before.report().outcome().id() + " and " + now.report().outcome().id() + " " + change.kind().id());
    }

    @Override
    public void watch() {
        steps.add("watch");
    }

    @Override
    public void save(ShownReport shown) {
        steps.add("save");
    }

    @Override
    public void earlier() {
        steps.add("earlier");
    }

    @Override
    public void answerAsSaved(ShownReport shown) {
        steps.add("saved " + shown.report().outcome().id());
    }

    @Override
    public void compare(ShownReport before, ShownReport after, Optional<Intervention> change) {
        steps.add("compare " + before.report().outcome().id() + " " + after.report().outcome().id()
                + change.map(what -> " " + what.kind().id()).orElse(""));
    }

    @Override
    public boolean keep(Report report, Consumer<String> trouble) {
        steps.add("keep " + report.headline().map(Report.Verdict::code).orElse(""));
        return true;
    }

    @Override
    public void openReport() {
        steps.add("open");
    }

    @Override
    public void openReport(Path file) {
        steps.add("open " + file);
    }

    @Override
    public void stumbled(Throwable fault) {
        steps.add("stumbled");
    }
}
