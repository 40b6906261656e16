package org.mailmedic.maildomain;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mailmedic.maildomain.check.Sender;
import org.mailmedic.maildomain.check.Subject;
import org.mailmedic.maildomain.dns.DomainName;
import org.mailmedic.maildomain.message.MessageLook;
import org.mailmedic.maildomain.spf.Directive;
import org.mailmedic.maildomain.spf.SpfEvaluator;
import org.mailmedic.maildomain.spf.SpfNode;
import org.mailmedic.maildomain.spf.SpfRecord;
import org.mailmedic.maildomain.spf.SpfResult;
import org.mailmedic.maildomain.spf.SpfTree;
import org.mailmedic.maildomain.spf.SpfVerdict;
import org.mailmedic.net.dns.DnsAnswer;
import org.mailmedic.net.dns.DnsData;
import org.mailmedic.net.dns.DnsType;
import org.mailmedic.provider.Provider;
import org.mailmedic.provider.ProviderFact;
import org.mailmedic.settings.HostName;

/// The addresses that mail leaves from, from what a person names.
///
/// @param all      one for each address
/// @param own      those among them that are really the sender's own and that receivers see, so that their name and reputation are
///                 looked at
/// @param unknown  hosts that do not exist or have no address
/// @param failed   whether an answer could not be had
record Senders(List<Sender> all, List<Sender> own, List<String> unknown, boolean failed) {
    private static final int MOST = 20;
    private static final Pattern NAMED = Pattern.compile("\\+?(?:ip4|ip6|a|mx)(?:[:/].*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern MX = Pattern.compile("\\+?mx(?:[:/].*)?", Pattern.CASE_INSENSITIVE);

    Senders {
        all = List.copyOf(all);
        own = own.stream().filter(each -> !each.inside()).toList();
        unknown = List.copyOf(unknown);
    }

    static Senders of(DomainQuestion question, Subject subject, Optional<MessageLook> message) {
        String from = question.mailFrom().or(() -> message.flatMap(MessageLook::mailFrom)).orElse(question.domain());
        return of(question, subject, message, from.indexOf('@') < 0 ? "postmaster@" + from : from);
    }

    /// @param from an address: that of the postmaster where only the domain is known (RFC 7208 §4.3)
    private static Senders of(DomainQuestion question, Subject subject, Optional<MessageLook> message, String from) {
        List<Sender> all = new ArrayList<>();
        List<Sender> own = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        boolean failed = false;
        question.sendsThrough().stream().limit(MOST).forEach(named -> ahead(named, subject));
        for (String named : question.sendsThrough().stream().limit(MOST).toList()) {
            if (!(HostName.read(named) instanceof HostName.Usable(var host, var literal))) {
                unknown.add(named);
                continue;
            }
            if (literal) {
                var sender = new Sender(InetAddress.ofLiteral(host), Optional.empty(), from, question.helo().orElse(question.domain()));
                all.add(sender);
                own.add(sender);
                continue;
            }
            String name = DomainName.plain(host);
            String helo = question.helo().orElse(name);
            // mail that is handed to a provider leaves from others of its addresses than the one that takes it
            Optional<InetAddress> leaving = subject.book().byHost(name).flatMap(provider -> leaving(provider, subject));
            if (leaving.isPresent()) {
                all.add(new Sender(leaving.get(), Optional.of(name), from, helo));
                continue;
            }
            DnsAnswer four = subject.zone().ask(name, DnsType.A);
            DnsAnswer six = subject.zone().ask(name, DnsType.AAAA);
            List<Sender> here = Stream.of(four, six).flatMap(answer -> answer.all(DnsData.Address.class)).limit(4)
                    .map(each -> new Sender(each.address(), Optional.of(name), from, helo)).toList();
            all.addAll(here);
            if (subject.book().byHost(name).isEmpty()) {
                own.addAll(here);
            }
            if (here.isEmpty()) {
                failed |= four.failed() || six.failed();
                unknown.add(name);
            }
        }
        if (question.sendsThrough().isEmpty()) {
            message.flatMap(MessageLook::sentFrom).map(ip -> new Sender(ip, Optional.empty(), from,
                    question.helo().orElse(question.domain()))).ifPresent(sender -> {
                        all.add(sender);
                        if (named(sender, subject)) {
                            own.add(sender);
                        }
                    });
        }
        return new Senders(all, own, unknown, failed);
    }

    /// Whether the domain's own record names the address itself. Of a server that a provider runs, or that only forwards, the name and the
    /// reputation are for others to keep.
    private static boolean named(Sender sender, Subject subject) {
        String domain = DomainName.plain(sender.mailFrom().substring(sender.mailFrom().lastIndexOf('@') + 1));
        if (!domain.equals(subject.domain())) {
            return false;
        }
        SpfVerdict verdict = new SpfEvaluator(subject.zone()).check(sender.ip(), sender.helo(), sender.mailFrom());
        return verdict.result() == SpfResult.PASS && verdict.term().filter(term -> NAMED.matcher(term).matches())
                .filter(term -> !MX.matcher(term).matches() || subject.provider().isEmpty()).isPresent();
    }

    private static void ahead(String named, Subject subject) {
        if (HostName.read(named) instanceof HostName.Usable(var host, var literal) && !literal) {
            String name = DomainName.plain(host);
            if (subject.book().byHost(name).isEmpty()) {
                Stream.of(DnsType.A, DnsType.AAAA).forEach(type -> subject.zone().ahead(name, type));
            }
        }
    }

    /// Any one address out of the network that the provider's own SPF record names: it stands for all of them.
    static Optional<InetAddress> leaving(Provider provider, Subject subject) {
        return subject.book().details(provider).spfInclude().map(ProviderFact::value).map(name -> SpfTree.of(name, subject.zone()))
                .flatMap(Senders::first);
    }

    private static Optional<InetAddress> first(SpfNode node) {
        Optional<InetAddress> here = node.text().map(SpfRecord::parse).flatMap(record -> record.directives().stream()
                .filter(each -> each.kind() == Directive.Kind.IP4).flatMap(each -> each.network().stream())
                        .map(cidr -> address(cidr.address()))
                .findFirst());
        return here.or(() -> node.children().stream().flatMap(child -> first(child).stream()).findFirst());
    }

    private static InetAddress address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
