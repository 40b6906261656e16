package org.mailmedic.ui.page.account;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.mailmedic.checkup.Discoverer.Search;
import org.mailmedic.discover.Discovered;
import org.mailmedic.discover.Origin;
import org.mailmedic.discover.Person;
import org.mailmedic.ui.page.Finder;
import org.mailmedic.ui.page.account.Found.Phase;

/// Follows the address while it is typed and finds the settings that go with it. The book answers with each key; the network is asked
/// only when the person pauses, since half of a domain is often somebody else's. What comes for an address that has changed meanwhile
/// is dropped.
///
/// All methods on the JavaFX thread.
public final class AddressLookup {
    private final Finder finder;
    private final Executor fx;
    private final Supplier<Set<Origin>> allowed;
    private final ReadOnlyObjectWrapper<Found> found = new ReadOnlyObjectWrapper<>(Found.NOTHING);
    private Search search = () -> { };
    private int current;

    /// @param fx      brings answers to the JavaFX thread
    /// @param allowed the sources that may be asked, looked up at every search
    public AddressLookup(Finder finder, Executor fx, Supplier<Set<Origin>> allowed) {
        this.finder = finder;
        this.fx = fx;
        this.allowed = allowed;
    }

    public ReadOnlyObjectProperty<Found> foundProperty() {
        return found.getReadOnlyProperty();
    }

    /// Another key was typed.
    public void typed(String address) {
        Optional<Person> person = Person.parse(address.strip());
        if (person.equals(found.get().person())) {
            return;
        }
        cancel();
        found.set(person.map(whole -> new Found(Phase.AT_REST, person, finder.listed(whole))).orElse(Found.NOTHING));
    }

    /// The person has paused, or is done: asks the network, once for each address.
    public void paused() {
        Set<Origin> sources = allowed.get();
        if (found.get().person().isEmpty() || found.get().phase() != Phase.AT_REST || sources.stream().allMatch(Origin.LIST::equals)) {
            return;
        }
        Person person = found.get().person().get();
        found.set(found.get().in(Phase.LOOKING));
        int mine = ++current;
        search = finder.start(person, sources, more -> fx.execute(() -> heard(mine, more)), () -> fx.execute(() -> ended(mine)));
    }

    /// Ends a search under way; what was found stays.
    public void cancel() {
        current++;
        search.cancel();
        search = () -> { };
        if (found.get().phase() == Phase.LOOKING) {
            found.set(found.get().in(Phase.AT_REST));
        }
    }

    private void heard(int whose, Discovered more) {
        if (whose == current) {
            found.set(found.get().knowing(more));
        }
    }

    private void ended(int whose) {
        if (whose == current) {
            found.set(found.get().in(Phase.ENDED));
        }
    }
}
