package org.mailmedic.ui.page;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.mailmedic.discover.Origin;
import org.mailmedic.plan.Controls;
import org.mailmedic.plan.Options;

/// What the program may contact and read: everything that it knows, less what the person has switched off, and what they have switched on.
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
        CANARY,
        /// The mailbox that belongs to the account; left alone unless the person wants it asked.
        MAILBOX,
        /// Commands of this system that print what protects this computer.
        COMMANDS;

        /// Whether it is on for who has chosen nothing.
        public boolean usual() {
            return this != MAILBOX;
        }

        /// Whether it is one thing, without hosts of its own.
        public boolean single() {
            return this == MAILBOX || this == COMMANDS;
        }
    }

    /// The name of what a group holds that is one thing.
    public static final String IT = "it";

    private final Supplier<Options> known;
    private final Set<String> changed;
    private final Consumer<Set<String>> keeper;

    /// @param known   everything that is known, asked for when somebody needs it
    /// @param changed what is not as usual any more, by an earlier choice; names that mean nothing do no harm
    /// @param keeper  hears of each change
    public Contacts(Supplier<Options> known, Set<String> changed, Consumer<Set<String>> keeper) {
        this.known = known;
        this.changed = new LinkedHashSet<>(changed);
        this.keeper = keeper;
    }

    public Contacts(Options known, Set<String> changed, Consumer<Set<String>> keeper) {
        this(() -> known, changed, keeper);
    }

    /// Everything that is known of a group, each once.
    public List<String> known(Group group) {
        Controls controls = known.get().controls();
        return switch (group) {
            case SOURCE -> EnumSet.complementOf(EnumSet.of(Origin.LIST)).stream().map(Origin::id).toList();
            case RESOLVER -> known.get().resolvers();
            case CONTROL -> controls.tcp().stream().map(Controls.Tcp::host).distinct().toList();
            case PORTAL -> controls.http().stream().map(Controls.Http::url).toList();
            case TIME -> controls.time().stream().map(Controls.Time::url).toList();
            case CANARY -> controls.canaries();
            case MAILBOX, COMMANDS -> List.of(IT);
        };
    }

    /// The ports on which a control is compared with.
    public List<Integer> ports(String control) {
        return known.get().controls().tcp().stream().filter(each -> each.host().equals(control)).map(Controls.Tcp::port).sorted().toList();
    }

    public boolean allowed(Group group, String name) {
        return group.usual() != changed.contains(id(group, name));
    }

    public void allow(Group group, String name, boolean on) {
        boolean other = on == group.usual() ? changed.remove(id(group, name)) : changed.add(id(group, name));
        if (other) {
            keeper.accept(Set.copyOf(changed));
        }
    }

    /// For the next check-up.
    public Options options() {
        Options all = known.get();
        Controls controls = all.controls();
        return all.withMailbox(allowed(Group.MAILBOX, IT)).withDevice(allowed(Group.COMMANDS, IT))
                .withResolvers(allowed(all.resolvers(), Group.RESOLVER, name -> name)).withControls(new Controls(
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
