package org.mailmedic.diagnosis.observation;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.Evidence.TcpConnect;
import org.mailmedic.evidence.Failure;
import org.mailmedic.evidence.Reply;
import org.mailmedic.plan.Route;
import org.mailmedic.settings.MailPorts;

/// What could be reached of the server: the asked port, its other ports, the other mode.
public record ServerReach(CaseFile file) {
    private static final double SHORTEST_WAIT_MS = 300;
    private static final Pattern FIRST_REPLY = Pattern.compile("^([2345]\\d\\d)([ \\t-])(.*)", Pattern.DOTALL);

    private Stream<TcpConnect> asked() {
        return file.all(TcpConnect.class, Route.Role.TARGET);
    }

    /// Whether any address took a connection on the asked port.
    public boolean connected() {
        return asked().anyMatch(c -> c.outcome().seen().isPresent());
    }

    /// Failed connects to the asked port that say something about the server: a line that lacks one family is no fault where the host has
    /// the other too, and one whose IPv6 leads nowhere at all has a code of its own.
    public List<TcpConnect> failed(Predicate<Failure> how) {
        var families = new IpFamilies(file);
        boolean ipv6Broken = families.ipv6Broken();
        return asked().filter(c -> c.outcome().failure().filter(how).isPresent())
                .filter(c -> !(ipv6Broken && c.route().ipv6()) && !lacking(families, c)).toList();
    }

    private static boolean lacking(IpFamilies families, TcpConnect connect) {
        boolean ipv6 = connect.route().ipv6();
        Failure how = connect.outcome().failure().orElseThrow();
        boolean noWay = IpFamilies.noWay(how) || ipv6 && how == Failure.NET_UNREACHABLE;
        return noWay && !families.alive(ipv6) && families.asked(!ipv6) && (ipv6 || families.alive(true));
    }

    /// Other ports of the same host that sent a friendly greeting.
    public List<Route> greetingPorts() {
        return file.all(Evidence.Greeting.class, Route.Role.OTHER_PORT)
                .filter(g -> g.outcome().seen().map(Reply::positive).orElse(false)).map(Evidence.Greeting::route).toList();
    }

    public String openPorts() {
        return greetingPorts().stream().map(r -> Integer.toString(r.port())).distinct().collect(Collectors.joining(", "));
    }

    /// The host's other ports that stayed silent.
    public String silentPorts() {
        return file.all(TcpConnect.class, Route.Role.OTHER_PORT).filter(c -> c.outcome().failed(Failure.TIMEOUT)).map(c -> c.route().port())
                .distinct().sorted().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /// Whether silence was waited for long enough to tell anything.
    public static boolean listened(CaseFile file, Evidence seen) {
        return Patience.had(file, seen);
    }

    /// Looks at the host's other ports for programs that took the connection and did not come to a greeting in time: what they would have
    /// said is not known.
    public List<Evidence> unfinishedPorts() {
        return file.evidence().stream().filter(e -> e instanceof Evidence.Greeting || e instanceof Evidence.TlsHandshake)
                .filter(e -> e.outcome().failed(Failure.TIMEOUT) && e.onRoute().filter(route -> route.role() == Route.Role.OTHER_PORT
                        && MailPorts.FOR_PROGRAMS.contains(route.port())).isPresent()).toList();
    }

    /// Whether the host's other ports were looked at, and none of them took a connection or even refused one.
    public boolean silentEverywhere() {
        return otherPortsAsked() && file.all(TcpConnect.class, Route.Role.OTHER_PORT).allMatch(c -> c.outcome().failed(Failure.TIMEOUT));
    }

    public boolean otherPortsAsked() {
        return file.all(TcpConnect.class, Route.Role.OTHER_PORT).findAny().isPresent();
    }

    /// Whether anything at this host spoke SMTP, in whatever mode and mood.
    boolean speaksSmtp() {
        return file.all(Evidence.Greeting.class).anyMatch(g -> g.outcome().seen().isPresent() && ofThisHost(g.route()))
                || file.all(Evidence.TlsHandshake.class).anyMatch(t -> ofThisHost(t.route()) && smtpReply(t.firstBytes()).isPresent());
    }

    /// The asked port was tried in vain, and nothing at this host speaks SMTP or has a certificate to show.
    public boolean lost() {
        var dialogue = Dialogue.of(file);
        boolean failed = connected()
                ? dialogue.greeting().flatMap(g -> g.outcome().failure()).isPresent()
                        || dialogue.handshake().filter(t -> t.certificate().isEmpty()).flatMap(t -> t.outcome().failure()).isPresent()
                : !failed(how -> how != Failure.CANCELLED).isEmpty();
        return failed && !speaksSmtp() && tlsInOtherMode().isEmpty();
    }

    /// TLS from the start was answered by `how`, and so was waiting for a greeting in plaintext.
    public boolean endsInBothModes(Failure how) {
        return Dialogue.of(file).handshake().filter(t -> t.implicit() && t.outcome().failed(how)).isPresent()
                && file.all(Evidence.Greeting.class, Route.Role.OTHER_MODE).anyMatch(g -> g.outcome().failed(how) && g.firstByteMs() < 0);
    }

    /// Whether a handshake was finished at another port of this host: its certificates do not fit into small packets.
    public boolean largePacketsPass() {
        return file.all(Evidence.TlsHandshake.class, Route.Role.OTHER_PORT).anyMatch(t -> t.outcome().seen().isPresent());
    }

    /// Whether anything was heard from, or at least sent towards, the host: not so when this computer had no way to it.
    public boolean gotOut() {
        return connected() || !failed(how -> how == Failure.REFUSED || how == Failure.TIMEOUT || how == Failure.RESET
                || how == Failure.HOST_UNREACHABLE).isEmpty();
    }

    private static boolean ofThisHost(Route route) {
        return route.role() != Route.Role.CONTROL && route.role() != Route.Role.CANARY;
    }

    /// TLS is what the asked port waits for: seen in the other mode, and what is inside it is not something else.
    public Optional<Evidence.TlsHandshake> tlsInOtherMode() {
        boolean otherService = file.all(Evidence.Greeting.class, Route.Role.OTHER_MODE)
                .anyMatch(g -> g.outcome().failure().isPresent() && !outOfTime(g));
        return file.all(Evidence.TlsHandshake.class, Route.Role.OTHER_MODE)
                .filter(t -> !otherService && (t.outcome().seen().isPresent() || t.certificate().isPresent())).findFirst();
    }

    /// The handshake before it took so long that nobody waited for the greeting.
    private static boolean outOfTime(Evidence.Greeting greeting) {
        return greeting.outcome().failed(Failure.TIMEOUT) && greeting.span().durationMs() < SHORTEST_WAIT_MS;
    }

    /// The asked port greets in plaintext: seen in the other mode.
    public Optional<Evidence.Greeting> greetingInOtherMode() {
        return file.all(Evidence.Greeting.class, Route.Role.OTHER_MODE).filter(g -> g.outcome().seen().isPresent())
                .filter(g -> file.all(Evidence.TlsHandshake.class, Route.Role.OTHER_MODE).findAny().isEmpty()).findFirst();
    }

    /// Another connection to the asked port was answered in SMTP, so that silence on the first one says little about the port.
    public boolean repliesInOtherMode() {
        return file.all(Evidence.TlsHandshake.class, Route.Role.OTHER_MODE).anyMatch(t -> smtpReply(t.firstBytes()).isPresent());
    }

    /// The SMTP reply that came instead of TLS, if it was one; its first line is enough.
    public static Optional<Reply> smtpReply(String firstBytes) {
        var matcher = FIRST_REPLY.matcher(firstBytes.strip());
        return matcher.matches() ? Optional.of(new Reply(Integer.parseInt(matcher.group(1)), List.of(FactText.oneLine(matcher.group(3)))))
                : Optional.empty();
    }

    public static Facts facts(List<? extends Evidence.OnRoute> seen) {
        String all = seen.stream().map(e -> e.route().addressText()).distinct().collect(Collectors.joining(", "));
        return Facts.of("address", seen.getFirst().route().addressText()).and("addresses", all);
    }
}
