package org.mailmedic.ui;

import java.util.Set;
import java.util.function.Consumer;
import org.mailmedic.checkup.Discoverer;
import org.mailmedic.discover.Discovered;
import org.mailmedic.discover.Origin;
import org.mailmedic.discover.Person;
import org.mailmedic.provider.ProviderBook;
import org.mailmedic.ui.page.Finder;

/// The real search, with this computer's network.
final class SettingsFinder implements Finder {
    private final Discoverer discoverer;

    SettingsFinder(ProviderBook book) {
        discoverer = new Discoverer(book);
    }

    @Override
    public Discovered listed(Person person) {
        return discoverer.offline(person);
    }

    @Override
    public Discoverer.Search start(Person person, Set<Origin> asked, Consumer<Discovered> listener, Runnable ended) {
        return discoverer.start(person, Discoverer.Manner.asking(asked), listener, ended);
    }
}
