package org.mailmedic.diagnosis.rules;

import java.net.InetAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Party;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.diagnosis.observation.DnsCanaries;
import org.mailmedic.diagnosis.observation.NameAnswers;
import org.mailmedic.diagnosis.observation.NonMailAddresses;
import org.mailmedic.diagnosis.observation.ServerReach;
import org.mailmedic.diagnosis.observation.ShownCertificate;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.CertificateProblem;
import org.mailmedic.evidence.OffRoute;
import org.mailmedic.plan.AddressText;
import org.mailmedic.provider.ProviderBook;

/// `dns.answer_differs`: the system's resolver gives addresses that no other one gives, and they do not lead to the mail server: nothing
/// speaks SMTP there, or what does cannot prove that it is the one.
///
/// Large providers answer every resolver with other addresses of theirs, so for their hosts an address of the same network
/// does not differ. That the others know no such name is normal inside a company; only where the system's resolver has an address even
/// for names that cannot exist does it count.
///
/// Where the system's own name servers, asked directly, say something else than the system does, this computer itself does it: by its hosts
/// file, or by a search domain that it adds to the name.
final class AnswerDiffersRule implements Rule {
    private static final int IPV4_NEIGHBOURS = 16;
    private static final int IPV6_NEIGHBOURS = 32;

    private final ProviderBook book;
    private final NonMailAddresses odd;

    AnswerDiffersRule(ProviderBook book, NonMailAddresses odd) {
        this.book = book;
        this.odd = odd;
    }

    @Override
    public Stream<Finding> examine(CaseFile file) {
        var names = NameAnswers.of(file);
        var system = names.system().filter(NameAnswers.Voice::answers);
        List<NameAnswers.Voice> others = names.others().stream().filter(v -> !v.mute()).toList();
        var lures = new DnsCanaries(file);
        boolean invented = lures.inventsAddresses() && others.stream().allMatch(NameAnswers.Voice::denies);
        boolean byDevice = system.isPresent() && byDevice(file, system.get(), names.own());
        boolean known = !others.isEmpty() && (invented || others.stream().allMatch(NameAnswers.Voice::answers));
        if (system.isEmpty() || !known && !byDevice
                || !(new ServerReach(file).lost() || strangers(file, system.get(), others))) {
            return Stream.empty();
        }
        Set<InetAddress> elsewhere = new HashSet<>();
        others.forEach(v -> elsewhere.addAll(v.addresses()));
        if (system.get().addresses().stream().anyMatch(address -> elsewhere.stream().anyMatch(other -> same(file, address, other)))) {
            return Stream.empty();
        }
        boolean sinkhole = system.get().addresses().stream().allMatch(a -> odd.kind(a).isPresent());
        boolean agreed = agreed(others);
        Facts facts = Facts.of("address", AddressText.of(system.get().addresses().iterator().next()))
                .and("addresses", elsewhere.stream().map(AddressText::of).sorted().collect(Collectors.joining(", ")))
                .and("resolver", others.stream().map(NameAnswers.Voice::resolver).findFirst().orElse(""))
                .and("seen", byDevice ? "device" : invented ? "invented" : "");
        Finding finding = Finding.of(Code.DNS_ANSWER_DIFFERS, byDevice || sinkhole || lures.any() ? 0.9 : agreed ? 0.75 : 0.6, facts,
                Stream.concat(names.all(), file.all(OffRoute.DnsCanary.class)));
        return Stream.of(byDevice ? finding.fixedBy(Party.DEVICE) : finding);
    }

    /// The name servers that this computer is set to ask answered, and none of them gave what the system gives.
    private boolean byDevice(CaseFile file, NameAnswers.Voice system, List<NameAnswers.Voice> own) {
        List<NameAnswers.Voice> heard = own.stream().filter(v -> v.answers() || v.denies()).toList();
        return !heard.isEmpty() && heard.stream().allMatch(v -> v.addresses().stream()
                .noneMatch(other -> system.addresses().stream().anyMatch(address -> same(file, address, other))));
    }

    private static boolean agreed(List<NameAnswers.Voice> others) {
        return others.size() > 1 && others.stream().allMatch(v -> v.addresses().equals(others.getFirst().addresses()));
    }

    /// A mail server answers there, but cannot prove that it is the one. A company's own address may well look like that.
    private boolean strangers(CaseFile file, NameAnswers.Voice system, List<NameAnswers.Voice> others) {
        return agreed(others) && system.addresses().stream().allMatch(a -> odd.kind(a).isEmpty())
                && ShownCertificate.in(file).map(ShownCertificate::certificate)
                .filter(c -> c.has(CertificateProblem.WRONG_NAME) || c.has(CertificateProblem.SELF_SIGNED)
                        || c.has(CertificateProblem.UNKNOWN_AUTHORITY))
                .isPresent();
    }

    private boolean same(CaseFile file, InetAddress one, InetAddress other) {
        return one.equals(other) || book.byHost(file.plan().host()).isPresent()
                && NonMailAddresses.sharesPrefix(one, other, one.getAddress().length == 4 ? IPV4_NEIGHBOURS : IPV6_NEIGHBOURS);
    }
}
