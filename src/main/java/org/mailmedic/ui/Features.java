package org.mailmedic.ui;

import java.util.List;
import org.mailmedic.ui.page.Feature;
import org.mailmedic.ui.page.Hub;
import org.mailmedic.ui.page.batch.BatchFeature;
import org.mailmedic.ui.page.domain.DomainFeature;
import org.mailmedic.ui.page.explain.ExplainFeature;
import org.mailmedic.ui.page.website.WebsiteFeature;

/// The list of what the window can do beside the check-up, in the order of the first page.
final class Features {
    private Features() {}

    static List<Feature> all(Hub hub) {
        return List.of(
                new BatchFeature(hub),
                new ExplainFeature(hub),
                new DomainFeature(hub, DomainLooks.real(hub.book(), hub.outside().background())),
                new WebsiteFeature(hub));
    }
}
