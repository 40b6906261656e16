package org.mailmedic.ui.page.explain;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.kordamp.ikonli.feather.Feather;
import org.mailmedic.explain.Explainer;
import org.mailmedic.ui.page.Feature;
import org.mailmedic.ui.page.Hub;
import org.mailmedic.ui.page.Occasion;
import org.mailmedic.ui.page.Page;
import org.mailmedic.ui.page.ShownReport;

/// "I have an error message."
public final class ExplainFeature implements Feature {
    /// How files end that hold messages and logs.
    private static final Set<String> ENDINGS = Set.of("txt", "log", "eml", "msg", "mbox", "out");
    private final Hub hub;
    private final ExplainModel model;
    private Optional<Occasion> latest = Optional.empty();

    public ExplainFeature(Hub hub) {
        this.hub = hub;
        model = new ExplainModel(hub);
    }

    @Override
    public String id() {
        return "explain";
    }

    @Override
    public Optional<Feather> card() {
        return Optional.of(Feather.MESSAGE_SQUARE);
    }

    @Override
    public Optional<Feather> link(ShownReport answer) {
        return answer.file().isEmpty() && model.began(answer.report()) ? Optional.of(Feather.MESSAGE_SQUARE) : Optional.empty();
    }

    @Override
    public boolean takes(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1)) || new TextReader(hub).isLog(file);
    }

    @Override
    public Page open(Occasion occasion) {
        // whoever comes back finds what they left
        if (!Optional.of(occasion).equals(latest)) {
            occasion.file().ifPresent(model::read);
        }
        latest = Optional.of(occasion);
        return new ExplainPage(model, occasion.answer().filter(shown -> model.began(shown.report())), hub);
    }

    /// The book of signatures is read with the first text.
    @Override
    public void prepare() {
        new Explainer().explain("535 5.7.8");
    }

    @Override
    public void reworded() {
        model.reworded();
    }

    @Override
    public void forget() {
        latest = Optional.empty();
        model.forget();
    }
}
