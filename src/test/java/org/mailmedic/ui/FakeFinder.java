package org.mailmedic.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.mailmedic.checkup.Discoverer;
import org.mailmedic.discover.Candidate;
import org.mailmedic.discover.Discovered;
import org.mailmedic.discover.Look;
import org.mailmedic.discover.Origin;
import org.mailmedic.discover.Person;
import org.mailmedic.provider.ProviderBook;
import org.mailmedic.settings.Security;
import org.mailmedic.ui.page.Finder;

/// A search whose answers the test sends by hand; the book is the real one.
public final class FakeFinder implements Finder {
    /// @param asked which sources were allowed
    public record Started(Person person, Set<Origin> asked, Consumer<Discovered> listener, Runnable ended, boolean[] cancelled) {}

    private final Discoverer book = new Discoverer(ProviderBook.load());
    private final List<Started> searches = new ArrayList<>();

    @Override
    public Discovered listed(Person person) {
        return book.offline(person);
    }

    @Override
    public Discoverer.Search start(Person person, Set<Origin> asked, Consumer<Discovered> listener, Runnable ended) {
        var started = new Started(person, asked, listener, ended, new boolean[1]);
        searches.add(started);
        return () -> started.cancelled()[0] = true;
    }

    public List<Started> searches() {
        return searches;
    }

    public Started last() {
        return searches.getLast();
    }

    /// The latest search finds these, and ends.
    public void finds(Candidate... candidates) {
        tells(candidates);
        last().ended().run();
    }

    /// The latest search has found these so far.
    public void tells(Candidate... candidates) {
        List<Discovered.Answer> answers = new ArrayList<>(listed(last().person()).answers());
        for (Candidate each : candidates) {
            answers.add(new Discovered.Answer(each.origin(), new Look.Found(List.of(each)), 12));
        }
        List<Candidate> known = new ArrayList<>(listed(last().person()).candidates());
        known.addAll(List.of(candidates));
        last().listener().accept(new Discovered(known, answers, Optional.empty()));
    }

    public static Candidate own(String host) {
        return new Candidate(host, 465, Security.TLS, "anna@shop.example", Origin.AUTOCONFIG, true, false);
    }

    public static Candidate foreign(String host) {
        return new Candidate(host, 587, Security.STARTTLS, "anna@shop.example", Origin.SRV, false, true);
    }
}
