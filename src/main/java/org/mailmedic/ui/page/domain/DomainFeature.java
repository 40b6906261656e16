package org.mailmedic.ui.page.domain;

import java.time.ZoneId;
import java.util.Optional;
import org.kordamp.ikonli.feather.Feather;
import org.mailmedic.advice.Adviser;
import org.mailmedic.provider.Provider;
import org.mailmedic.ui.page.Feature;
import org.mailmedic.ui.page.Hub;
import org.mailmedic.ui.page.Occasion;
import org.mailmedic.ui.page.Page;

/// "Check my domain's mail records": what stands in DNS about a domain's mail, and what to enter there.
public final class DomainFeature implements Feature {
    private final Hub hub;
    private final DomainModel model;

    public DomainFeature(Hub hub, DomainEngine engine) {
        this.hub = hub;
        this.model = new DomainModel(new DomainModel.Needs(engine, this::words, hub.outside().fx(), hub.way(), hub.texts(), hub.clock()));
    }

    private DomainWords words() {
        return new DomainWords(hub.texts(), new Adviser(hub.texts().language(), Adviser.systemName(System.getProperty("os.name")),
                ZoneId.systemDefault(), host -> hub.book().byHost(host).map(Provider::name)));
    }

    @Override
    public String id() {
        return "domain";
    }

    @Override
    public Optional<Feather> card() {
        return Optional.of(Feather.SHIELD);
    }

    @Override
    public Page open(Occasion occasion) {
        model.suggest(occasion.address());
        return new DomainPage(model, hub.texts(), hub.outside().browser(), hub.still().getAsBoolean());
    }

    @Override
    public void reworded() {
        model.reworded();
    }

    @Override
    public void forget() {
        model.forget();
    }
}
