package org.mailmedic.ui.page.website;

import java.util.Optional;
import org.kordamp.ikonli.feather.Feather;
import org.mailmedic.report.Report;
import org.mailmedic.settings.Symptom;
import org.mailmedic.ui.page.Feature;
import org.mailmedic.ui.page.Hub;
import org.mailmedic.ui.page.Occasion;
import org.mailmedic.ui.page.Page;
import org.mailmedic.ui.page.ShownReport;

/// Looking from the website's own server, offered on the answer for mail from a website.
public final class WebsiteFeature implements Feature {
    private final Hub hub;
    private final ProbeDesk desk;
    private Optional<WebsiteModel> model = Optional.empty();

    public WebsiteFeature(Hub hub) {
        this(hub, new UsualProbeDesk(hub.contacts()::options, hub.texts(), hub.clock()));
    }

    public WebsiteFeature(Hub hub, ProbeDesk desk) {
        this.hub = hub;
        this.desk = desk;
    }

    @Override
    public String id() {
        return "website";
    }

    @Override
    public Optional<Feather> link(ShownReport answer) {
        return Symptom.WEBSITE.id().equals(answer.report().settings().get("symptom")) ? Optional.of(Feather.GLOBE) : Optional.empty();
    }

    /// Another answer is looked at with another file.
    @Override
    public Page open(Occasion occasion) {
        Optional<Report> another = occasion.answer().map(ShownReport::report)
                .filter(report -> model.filter(now -> now.here().id().equals(report.id())).isEmpty());
        another.ifPresent(report -> {
            forget();
            model = Optional.of(new WebsiteModel(report, desk, hub.outside(), hub.clock(), hub.texts()));
        });
        return new WebsitePage(model.orElseThrow(() -> new IllegalArgumentException("it adds to an answer")), hub);
    }

    @Override
    public void reworded() {
        model.ifPresent(WebsiteModel::reworded);
    }

    @Override
    public void forget() {
        model.ifPresent(WebsiteModel::stop);
        model = Optional.empty();
    }
}
