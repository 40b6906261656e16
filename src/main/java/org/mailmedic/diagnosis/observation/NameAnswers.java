package org.mailmedic.diagnosis.observation;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.Evidence.NameLookup;
import org.mailmedic.evidence.Failure;
import org.mailmedic.plan.Controls;

/// What each resolver made of the host's name, its questions for A and AAAA taken together.
///
/// @param system  the operating system's own lookup, which decides what programs connect to
/// @param own     the name servers that this system is set to, asked directly
/// @param others  the name servers asked for comparison
public record NameAnswers(Optional<Voice> system, List<Voice> own, List<Voice> others) {
    private static final Set<Failure> MUTE = EnumSet.of(Failure.TIMEOUT, Failure.RESOLVER_UNREACHABLE, Failure.CANCELLED, Failure.OTHER);
    private static final Set<Failure> NAME_ALONE = EnumSet.of(Failure.NO_ADDRESS, Failure.CNAME_BROKEN);

    /// So many well-known names do not all end at once.
    private static final int ENOUGH = 3;

    /// One resolver's say.
    ///
    /// @param addresses what it gave; empty when it failed
    /// @param failures  how its questions ended otherwise
    public record Voice(String resolver, Set<InetAddress> addresses, Set<Failure> failures, List<NameLookup> lookups) {
        public boolean answers() {
            return !addresses.isEmpty();
        }

        /// It says that there is no such name, or nothing behind it.
        public boolean denies() {
            return !answers() && (nameMissing() || nameAlone());
        }

        public boolean nameMissing() {
            return !answers() && failures.contains(Failure.NAME_NOT_FOUND);
        }

        /// The name exists, without an address. Nothing for one of the two families says nothing yet.
        public boolean nameAlone() {
            return !answers() && !nameMissing() && (failures.contains(Failure.CNAME_BROKEN) || NAME_ALONE.containsAll(failures));
        }

        public boolean refuses() {
            return !answers() && !denies() && (failures.contains(Failure.SERVER_FAILURE) || failures.contains(Failure.RESOLVER_REFUSED));
        }

        public boolean mute() {
            return !answers() && MUTE.containsAll(failures);
        }
    }

    public static NameAnswers of(CaseFile file) {
        Map<String, List<NameLookup>> byResolver = new LinkedHashMap<>();
        file.all(NameLookup.class).filter(l -> l.name().equals(file.plan().host()) && !l.aboutMx())
                .filter(l -> l.outcome().seen().isPresent() || l.outcome().failure().isPresent())
                .forEach(l -> byResolver.merge(l.resolver(), List.of(l), (a, b) -> Stream.concat(a.stream(), b.stream()).toList()));
        List<Voice> voices = byResolver.entrySet().stream().map(e -> voice(e.getKey(), e.getValue())).toList();
        return new NameAnswers(voices.stream().filter(v -> v.resolver().equals(NameLookup.SYSTEM)).findFirst(),
                voices.stream().filter(v -> !v.resolver().equals(NameLookup.SYSTEM) && !forComparison(file, v.resolver())).toList(),
                voices.stream().filter(v -> !v.resolver().equals(NameLookup.SYSTEM) && forComparison(file, v.resolver())).toList());
    }

    private static Voice voice(String resolver, List<NameLookup> lookups) {
        var addresses = new LinkedHashSet<InetAddress>();
        var failures = EnumSet.noneOf(Failure.class);
        for (NameLookup lookup : lookups) {
            lookup.outcome().seen().map(Evidence.Answer::addresses).ifPresent(addresses::addAll);
            lookup.outcome().failure().ifPresent(failures::add);
        }
        return new Voice(resolver, addresses, failures, lookups);
    }

    /// The plan may write a resolver with its port.
    private static boolean forComparison(CaseFile file, String resolver) {
        return file.plan().resolvers().stream()
                .anyMatch(r -> r.equals(resolver) || r.startsWith(resolver + ":") || r.startsWith("[" + resolver + "]"));
    }

    /// Everybody asked directly.
    public Stream<Voice> direct() {
        return Stream.concat(own.stream(), others.stream());
    }

    public Stream<Voice> everybody() {
        return Stream.concat(system.stream(), direct());
    }

    /// Whether most of those asked directly, and at all able to answer, have an address for the name.
    public boolean othersKnowIt() {
        long knowing = direct().filter(Voice::answers).count();
        return knowing > 0 && knowing > direct().filter(v -> v.denies() || v.refuses()).count();
    }

    /// Whether the system only leaves out what this line cannot use: the name has addresses, all of them IPv6, and nothing gets through
    /// over IPv6 here (getaddrinfo(3), AI_ADDRCONFIG).
    public boolean onlyLeftOut(CaseFile file) {
        List<InetAddress> known = direct().flatMap(v -> v.addresses().stream()).toList();
        return system.filter(Voice::nameAlone).isPresent() && othersKnowIt() && known.stream().allMatch(Inet6Address.class::isInstance)
                && !new IpFamilies(file).alive(true);
    }

    /// One of the well-known names that this system was asked for, where it denies every one of them, as networks do that lead nowhere.
    /// What such a resolver says of the name itself is worth little.
    public static Optional<String> deniedLikeAll(CaseFile file) {
        Set<String> known = file.plan().controls().tcp().stream().map(Controls.Tcp::host).filter(host -> !host.equals(file.plan().host()))
                .collect(Collectors.toSet());
        List<NameLookup> asked = file.all(NameLookup.class)
                .filter(l -> l.resolver().equals(NameLookup.SYSTEM) && known.contains(l.name())).toList();
        boolean none = asked.stream().map(NameLookup::name).distinct().count() >= ENOUGH
                && asked.stream().allMatch(l -> l.outcome().failed(Failure.NAME_NOT_FOUND));
        return none ? asked.stream().map(NameLookup::name).findFirst() : Optional.empty();
    }

    public Stream<NameLookup> all() {
        return everybody().flatMap(v -> v.lookups().stream());
    }
}
