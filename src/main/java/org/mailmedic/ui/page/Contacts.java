package org.mailmedic.ui.page;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.mailmedic.discover.Origin;
import org.mailmedic.plan.Controls;
import org.mailmedic.plan.Options;

/// What the program may contact: everything that it knows, less what the person has switched off.
public final class Contacts {
    /// What can be switched off, one by one.
    public enum Group {
        /// Where settings for an address are looked up.
        SOURCE,
        /// Public name servers.
        RESOLVER,
        /// Well-known servers to compare with.
        CONTROL,
        /// Pages with known answers.
        PORTAL,
        /// Clocks.
        TIME,
        /// Addresses where nobody can answer.
        CANARY
    }

    private final Options all;
    private final Set<String> off;
    private final Consumer<Set<String>> keeper;

    /// @param off    what was switched off earlier; names that mean nothing any more do no harm
    /// @param keeper hears of each change
    public Contacts(Options all, Set<String> off, Consumer<Set<String>> keeper) {
        this.all = all;
        this.off = new LinkedHashSet<>(off);
        this.keeper = keeper;
    }

    /// Everything that is known of a group, each once.
    public List<String> known(Group group) {
        Controls controls = all.controls();
        return switch (group) {
            case SOURCE -> EnumSet.complementOf(EnumSet.of(Origin.LIST)).stream().map(Origin::id).toList();
            case RESOLVER -> all.resolvers();
            case CONTROL -> controls.tcp().stream().map(Controls.Tcp::host).distinct().toList();
            case PORTAL -> controls.http().stream().map(Controls.Http::url).toList();
            case TIME -> controls.time().stream().map(Controls.Time::url).toList();
            case CANARY -> controls.canaries();
        };
    }

    /// The ports on which a control is compared with.
    public List<Integer> ports(String control) {
        return all.controls().tcp().stream().filter(each -> each.host().equals(control)).map(Controls.Tcp::port).sorted().toList();
    }

    public boolean allowed(Group group, String name) {
        return !off.contains(id(group, name));
    }

    public void allow(Group group, String name, boolean on) {
        boolean changed = on ? off.remove(id(group, name)) : off.add(id(group, name));
        if (changed) {
            keeper.accept(Set.copyOf(off));
        }
    }

    /// For the next check-up.
    public Options options() {
        Controls controls = all.controls();
        return all.withResolvers(allowed(all.resolvers(), Group.RESOLVER, name -> name)).withControls(new Controls(
                allowed(controls.tcp(), Group.CONTROL, Controls.Tcp::host), allowed(controls.http(), Group.PORTAL, Controls.Http::url),
                allowed(controls.time(), Group.TIME, Controls.Time::url), allowed(controls.canaries(), Group.CANARY, name -> name)));
    }

    /// Where settings for an address may be looked up. The book asks nobody, so it always may.
    public Set<Origin> sources() {
        Set<Origin> sources = EnumSet.of(Origin.LIST);
        sources.addAll(allowed(List.of(Origin.values()), Group.SOURCE, Origin::id));
        return sources;
    }

    private <T> List<T> allowed(List<T> these, Group group, Function<T, String> name) {
        return these.stream().filter(each -> allowed(group, name.apply(each))).toList();
    }

    private static String id(Group group, String name) {
        return group.name() + ":" + name;
    }
}
