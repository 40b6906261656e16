package org.mailmedic.diagnosis.observation;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.mailmedic.evidence.Capabilities;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.plan.Mode;
import org.mailmedic.plan.Route;

/// The one conversation with the server that was asked about. Several may have been begun, on other addresses or, with
/// security `auto`, in the other mode: the last one in which the server was understood counts, else the first.
public record Dialogue(CaseFile file, Optional<Route> route) {
    public static Dialogue of(CaseFile file) {
        Optional<Route> first = Optional.empty();
        Optional<Route> understood = Optional.empty();
        Set<Route> begun = new LinkedHashSet<>();
        for (Evidence each : file.evidence()) {
            if (!(each instanceof Evidence.TcpConnect)) {
                each.onRoute().filter(r -> r.role() == Route.Role.TARGET).ifPresent(begun::add);
            }
        }
        for (Route each : begun) {
            first = first.isPresent() ? first : Optional.of(each);
            understood = understood(file, each) ? Optional.of(each) : understood;
        }
        return new Dialogue(file, understood.isPresent() ? understood : first);
    }

    /// A greeting came, or with implicit TLS at least a certificate.
    private static boolean understood(CaseFile file, Route route) {
        return file.last(Evidence.Greeting.class, g -> g.route().equals(route) && g.outcome().seen().isPresent()).isPresent()
                || file.last(Evidence.TlsHandshake.class, t -> t.route().equals(route) && t.implicit()
                        && (t.outcome().seen().isPresent() || t.certificate().isPresent())).isPresent();
    }

    private <E extends Evidence> Optional<E> last(Class<E> kind) {
        return file.last(kind, this::here);
    }

    private boolean here(Evidence seen) {
        return seen.onRoute().equals(route);
    }

    public Optional<Evidence.Greeting> greeting() {
        return last(Evidence.Greeting.class);
    }

    /// The last answer to EHLO or HELO: inside TLS, when it came so far.
    public Optional<Evidence.Hello> hello() {
        return file.last(Evidence.Hello.class, h -> h.name().isEmpty() && here(h));
    }

    /// The name with which the server let us further than with our usual one; empty where none was needed, or helped.
    String acceptedName() {
        return file.all(Evidence.Hello.class).filter(this::here).map(Evidence.Hello::name)
                .filter(name -> !name.isEmpty()).findFirst().orElse("");
    }

    public Optional<Capabilities> offers() {
        return hello().flatMap(h -> h.outcome().seen()).filter(c -> c.reply().positive());
    }

    public Optional<Evidence.StartTls> startTls() {
        return last(Evidence.StartTls.class);
    }

    public Optional<Evidence.TlsHandshake> handshake() {
        return last(Evidence.TlsHandshake.class);
    }

    public Optional<Evidence.SignIn> signIn() {
        return last(Evidence.SignIn.class);
    }

    public Optional<Evidence.EnvelopeReply> envelope(Evidence.Part part) {
        return file.last(Evidence.EnvelopeReply.class, e -> here(e) && e.part() == part);
    }

    /// A test message goes over a connection of its own, so it need not share the address.
    public Optional<Evidence.TestMessage> message() {
        return file.target(Evidence.TestMessage.class);
    }

    public boolean implicitTls() {
        return route.map(r -> r.mode() == Mode.IMPLICIT_TLS).orElse(false);
    }

    public boolean encrypted() {
        return handshake().map(t -> t.outcome().seen().isPresent()).orElse(false);
    }

    boolean signedIn() {
        return signIn().flatMap(s -> s.outcome().seen()).map(r -> r.positive()).orElse(false);
    }
}
