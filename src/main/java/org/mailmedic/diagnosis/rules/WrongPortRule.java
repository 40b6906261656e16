package org.mailmedic.diagnosis.rules;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.diagnosis.observation.BlockedPort;
import org.mailmedic.diagnosis.observation.ControlConnects;
import org.mailmedic.diagnosis.observation.Dialogue;
import org.mailmedic.diagnosis.observation.FactText;
import org.mailmedic.diagnosis.observation.OtherService;
import org.mailmedic.diagnosis.observation.ServerReach;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.Failure;
import org.mailmedic.plan.Route;
import org.mailmedic.settings.MailPorts;

/// `settings.wrong_port`: the given port refuses, is silent or does not speak SMTP, while a standard submission port of
/// the same host greets.
///
/// Standard are 587 and 465 (RFC 6409, RFC 8314 §3.3). 2525 is a custom of sending services and counts when neither of
/// those greets. 25 takes mail from other servers (RFC 5321), so it is never advised; it is only told as open.
final class WrongPortRule implements Rule {

    @Override
    public Stream<Finding> examine(CaseFile file) {
        var reach = new ServerReach(file);
        List<Evidence.OnRoute> trouble = trouble(file, reach);
        if (trouble.isEmpty() || shut(file) || reach.tlsInOtherMode().isPresent() || reach.greetingInOtherMode().isPresent()
                || reach.repliesInOtherMode()) {
            return Stream.empty();
        }
        int usual = file.settings().security().usualPort();
        Optional<Route> better = reach.greetingPorts().stream().filter(r -> MailPorts.FOR_PROGRAMS.contains(r.port()))
                .min(Comparator.comparing((Route r) -> r.port() == MailPorts.LAST_RESORT).thenComparing(r -> r.port() != usual)
                        .thenComparingInt(Route::port));
        return better.stream().map(route -> Finding.of(Code.SETTINGS_WRONG_PORT, confidence(file, trouble.getFirst(), route),
                new ControlConnects(file).add(Facts.of("otherPort", route.port()).and("otherSecurity", FactText.security(route))
                        .and("openPorts", reach.openPorts())),
                Stream.concat(trouble.stream(), file.all(Evidence.Greeting.class, Route.Role.OTHER_PORT)
                        .filter(g -> g.route().equals(route)))));
    }

    /// The port is no better anywhere else: `port.blocked_by_network` leads and names the one that gets through.
    private static boolean shut(CaseFile file) {
        return BlockedPort.in(file).filter(BlockedPort::entirely).isPresent();
    }

    private static List<Evidence.OnRoute> trouble(CaseFile file, ServerReach reach) {
        if (!reach.connected()) {
            return List.copyOf(reach.failed(how -> how == Failure.REFUSED || how == Failure.TIMEOUT || how == Failure.RESET
                    || how == Failure.HOST_UNREACHABLE || how == Failure.NET_UNREACHABLE));
        }
        var dialogue = Dialogue.of(file);
        return Stream.of(dialogue.greeting().filter(WrongPortRule::deaf).stream(), dialogue.handshake().filter(WrongPortRule::deaf)
                .stream(),
                OtherService.in(dialogue).stream()).flatMap(seen -> seen).map(seen -> (Evidence.OnRoute) seen).toList();
    }

    private static boolean deaf(Evidence.Greeting greeting) {
        return greeting.outcome().failure().filter(how -> how == Failure.TIMEOUT || how == Failure.NOT_SMTP || how == Failure.FLOOD
                || how == Failure.RESET).isPresent();
    }

    private static boolean deaf(Evidence.TlsHandshake handshake) {
        return handshake.implicit() && handshake.certificate().isEmpty() && ServerReach.smtpReply(handshake.firstBytes()).isEmpty()
                && (handshake.outcome().failed(Failure.TIMEOUT) || handshake.outcome().failed(Failure.NOT_TLS));
    }

    /// Silence of a port that mail uses may also be somebody's filter on the way, as long as nothing was compared.
    private static double confidence(CaseFile file, Evidence trouble, Route better) {
        boolean silent = trouble.outcome().failed(Failure.TIMEOUT);
        double sure = !silent || new ControlConnects(file).works() ? 0.92 : MailPorts.ALL.contains(file.plan().port()) ? 0.65 : 0.85;
        return better.port() == MailPorts.LAST_RESORT ? Math.min(sure, 0.7) : sure;
    }
}
