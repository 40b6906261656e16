package org.mailmedic.maildomain.message;

import java.net.InetAddress;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mailmedic.maildomain.dmarc.Dmarc;
import org.mailmedic.maildomain.dns.Zone;
import org.mailmedic.maildomain.spf.SpfEvaluator;
import org.mailmedic.maildomain.spf.SpfResult;

/// Reads a delivered message: who vouches for it, which way it went, and whether what is proven is the author's.
public final class MessageReader {
    private static final Pattern CLIENT = Pattern.compile("client-ip=\"?([0-9A-Fa-f:.]{3,45})");
    private static final Pattern ENVELOPE = Pattern.compile("envelope-from=\"?<?([^\\s\"<>;]{3,320})");

    private final Zone zone;
    private final InstantSource clock;

    public MessageReader(Zone zone, InstantSource clock) {
        this.zone = zone;
        this.clock = clock;
    }

    public MessageLook read(MessageFile message) {
        var verifier = new DkimVerifier(zone, clock);
        List<DkimResult> signatures = verifier.verify(message);
        List<AuthenticationResults> said = AuthenticationResults.of(message);
        List<Hop> path = Trace.of(message);
        Optional<String> author = message.authorDomain();
        Optional<String> mailFrom = mailFrom(message, said);
        Optional<InetAddress> sentFrom = sentFrom(message, said, path);
        Optional<Dmarc.Identifier> spf = spf(said, mailFrom).or(() -> looked(sentFrom, mailFrom));
        var dmarc = author.map(domain -> new Dmarc(zone).judge(domain, spf, signatures.stream()
                .map(each -> new Dmarc.Identifier(each.result() == DkimResult.Result.PASS, each.domain())).toList()));
        return new MessageLook(author, signatures, new ArcVerifier(verifier).verify(message), said, path, sentFrom, mailFrom, dmarc,
                oneClick(message, signatures));
    }

    private static Optional<Dmarc.Identifier> spf(List<AuthenticationResults> said, Optional<String> mailFrom) {
        return said.stream().filter(each -> each.instance() == 0).flatMap(each -> each.results().stream())
                .filter(each -> each.method().equals("spf")).findFirst().flatMap(result -> {
                    String domain = result.properties().getOrDefault("smtp.mailfrom", mailFrom.orElse(result.properties()
                            .getOrDefault("smtp.helo", "")));
                    return domain.isEmpty() ? Optional.empty()
                            : Optional.of(new Dmarc.Identifier(result.result().equals("pass"), domain.substring(domain.lastIndexOf('@')
                                    + 1)));
                });
    }

    /// What SPF says of the address today, where no receiver has written down what it said on that day.
    private Optional<Dmarc.Identifier> looked(Optional<InetAddress> sentFrom, Optional<String> mailFrom) {
        return sentFrom.flatMap(ip -> mailFrom.map(from -> {
            String domain = from.substring(from.lastIndexOf('@') + 1);
            return new Dmarc.Identifier(new SpfEvaluator(zone).check(ip, domain, from).result() == SpfResult.PASS, domain);
        }));
    }

    private static Optional<String> mailFrom(MessageFile message, List<AuthenticationResults> said) {
        Stream<String> byReceiver = said.stream().filter(each -> each.instance() == 0).flatMap(each -> each.results().stream())
                .filter(each -> each.method().equals("spf"))
                .flatMap(each -> Stream.ofNullable(each.properties().get("smtp.mailfrom")));
        Stream<String> returned = message.all("Return-Path").stream().map(path -> path.replaceAll("[<>]", "").strip());
        List<String> all = Stream.of(byReceiver, matches(ENVELOPE, message.all("Received-SPF")), returned).flatMap(each -> each)
                .filter(each -> each.length() <= 320 && each.matches("(?:[^\\s@]+@)?[^\\s@]+\\.[^\\s@]+")).toList();
        // some receivers write down the domain alone
        return all.stream().findFirst().map(first -> all.stream().filter(each -> each.endsWith("@" + first)).findFirst().orElse(first));
    }

    private static Stream<String> matches(Pattern pattern, List<String> texts) {
        return texts.stream().map(pattern::matcher).filter(Matcher::find).map(found -> found.group(1));
    }

    /// The receiver's own word for it, or else the last public address from which the message was handed on.
    private static Optional<InetAddress> sentFrom(MessageFile message, List<AuthenticationResults> said, List<Hop> path) {
        Stream<String> told = Stream.concat(matches(CLIENT, message.all("Received-SPF")), said.stream().flatMap(each -> each.results()
                .stream())
                .flatMap(each -> Stream.ofNullable(each.properties().get("smtp.remote-ip"))));
        Optional<InetAddress> first = told.flatMap(text -> literal(text).stream()).findFirst();
        return first.or(() -> path.reversed().stream().flatMap(hop -> hop.address().stream())
                .filter(ip -> !ip.isLoopbackAddress() && !ip.isSiteLocalAddress() && !ip.isLinkLocalAddress() && !ip.isAnyLocalAddress())
                        .findFirst());
    }

    private static Optional<InetAddress> literal(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    /// Both fields, and a signature that holds and signs them (RFC 8058 §4): anybody can add them to a message of others.
    private static boolean oneClick(MessageFile message, List<DkimResult> signatures) {
        return message.all("List-Unsubscribe").stream().anyMatch(value -> value.toLowerCase(Locale.ROOT).contains("<https://"))
                && message.all("List-Unsubscribe-Post").stream().anyMatch(value -> value.strip().equals("List-Unsubscribe=One-Click"))
                && signatures.stream().anyMatch(each -> each.vouchesFor("List-Unsubscribe", "List-Unsubscribe-Post"));
    }
}
