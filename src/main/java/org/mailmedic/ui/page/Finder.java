package org.mailmedic.ui.page;

import java.util.Set;
import java.util.function.Consumer;
import org.mailmedic.checkup.Discoverer.Search;
import org.mailmedic.discover.Discovered;
import org.mailmedic.discover.Origin;
import org.mailmedic.discover.Person;

/// What the window asks of the search for settings.
public interface Finder {
    /// What the provider book says. Asks nobody and returns at once.
    Discovered listed(Person person);

    /// Asks the network and returns at once.
    ///
    /// @param asked    the sources that may be asked
    /// @param listener hears what is known so far, several times, on a thread of the search
    /// @param ended    called on that thread as the last of all, also after a cancellation
    Search start(Person person, Set<Origin> asked, Consumer<Discovered> listener, Runnable ended);
}
