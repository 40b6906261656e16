package org.mailmedic.ui.page.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.mailmedic.monitor.batch.BatchResult;
import org.mailmedic.ui.page.Feature;
import org.mailmedic.ui.page.Hub;
import org.mailmedic.ui.page.Occasion;
import org.mailmedic.ui.page.Page;

/// The result of `mailmedic-cli batch`: opened like a saved report.
public final class BatchFeature implements Feature {
    private final Hub hub;
    private final BatchModel model;
    private Optional<Occasion> latest = Optional.empty();

    public BatchFeature(Hub hub) {
        this.hub = hub;
        model = new BatchModel(hub);
    }

    @Override
    public String id() {
        return "batch";
    }

    @Override
    public boolean takes(Path file) {
        try {
            return BatchResult.looksLikeOne(file);
        } catch (IOException | SecurityException unreadable) {
            return false;
        }
    }

    @Override
    public Page open(Occasion occasion) {
        // whoever comes back from a report finds the list as they left it
        if (!Optional.of(occasion).equals(latest)) {
            occasion.file().ifPresent(model::read);
        }
        latest = Optional.of(occasion);
        return new BatchPage(model, hub);
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
