package org.mailmedic.diagnosis.rules;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.diagnosis.observation.DnsCanaries;
import org.mailmedic.diagnosis.observation.NameAnswers;
import org.mailmedic.diagnosis.observation.NonMailAddresses;
import org.mailmedic.diagnosis.observation.ServerReach;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.plan.AddressText;
import org.mailmedic.plan.Route;

/// `dns.wrong_address`: the answer cannot be a mail server, and nothing there speaks SMTP: 0.0.0.0, loopback or private
/// from a public name, or a network that only carries web pages. An odd address that works is healthy.
final class WrongAddressRule implements Rule {
    private final NonMailAddresses odd;

    WrongAddressRule(NonMailAddresses odd) {
        this.odd = odd;
    }

    @Override
    public Stream<Finding> examine(CaseFile file) {
        var system = NameAnswers.of(file).system().filter(NameAnswers.Voice::answers);
        if (system.isEmpty() || file.plan().host().indexOf('.') < 0 || !new ServerReach(file).lost()) {
            return Stream.empty();
        }
        List<InetAddress> addresses = List.copyOf(system.get().addresses());
        List<Optional<String>> kinds = addresses.stream().map(odd::kind).toList();
        boolean expected = kinds.contains(Optional.of(NonMailAddresses.PRIVATE)) && (!knownAbroad(file) || privateIsUsual(file));
        if (expected || kinds.contains(Optional.empty())) {
            return Stream.empty();
        }
        Facts facts = Facts.of("address", AddressText.of(addresses.getFirst()))
                .and("addresses", addresses.stream().map(AddressText::of).collect(Collectors.joining(", ")))
                .and("reason", kinds.getFirst().get()).and("product", odd.network(addresses.getFirst()).orElse(""));
        // A private address may be right inside the company, whose server is then merely down.
        double sure = facts.get("reason").equals(NonMailAddresses.PRIVATE) ? 0.75 : 0.9;
        // Where something answers in place of every resolver, or none of the others could be heard, the entry itself may be in order.
        boolean alone = !file.plan().resolvers().isEmpty() && NameAnswers.of(file).others().stream().noneMatch(voice -> !voice.mute());
        double confidence = alone || new DnsCanaries(file).any() ? Math.min(sure, 0.6) : sure;
        return Stream.of(Finding.of(Code.DNS_WRONG_ADDRESS, confidence, facts, system.get().lookups().stream()));
    }

    /// A name that other resolvers answer too is no private one, whatever it ends in.
    private static boolean knownAbroad(CaseFile file) {
        return publicName(file.plan().host()) || NameAnswers.of(file).others().stream().anyMatch(NameAnswers.Voice::answers);
    }

    /// In a network whose other well-known servers have private addresses, as in a company or a test, one more is nothing odd.
    private static boolean privateIsUsual(CaseFile file) {
        return file.all(Evidence.TcpConnect.class, Route.Role.CONTROL)
                .anyMatch(c -> c.outcome().seen().isPresent() && c.route().address().isSiteLocalAddress());
    }

    /// Names kept for local use (RFC 6761, RFC 6762, RFC 8375) may well have private addresses.
    private static boolean publicName(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return Stream.of(".localhost", ".local", ".internal", ".home.arpa", ".lan", ".test").noneMatch(name::endsWith);
    }
}
