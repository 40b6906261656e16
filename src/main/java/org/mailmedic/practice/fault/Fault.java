package org.mailmedic.practice.fault;

import java.util.Set;
import org.mailmedic.practice.script.Script;

/// One way for a server to be wrong, or right in an unusual way.
///
/// @param name      stable, in kebab case: `cert-expired`
/// @param diagnosis the code that the check-up is to put first; empty when mail goes through
/// @param warning   the code that the check-up is to warn of although mail goes through; empty for none
/// @param stage     the stage of the contract where it shows (a drop after one step shows at the next); empty when nothing is wrong
/// @param security  what the check-up is told to use: `tls`, `starttls` or `none`
/// @param port      which port shows it
/// @param needs     what the check-up must be given to come that far
/// @param script    how the server behaves
public record Fault(String name, String diagnosis, String warning, String stage, String security, Port port, Set<Need> needs,
        Script script) {
    /// The ports of a practice server.
    public enum Port {
        /// Plaintext at first, STARTTLS where offered: what 587 is elsewhere.
        SUBMISSION,
        /// TLS from the first byte: what 465 is elsewhere.
        IMPLICIT_TLS,
        /// A port where nobody listens.
        CLOSED
    }

    public Fault {
        needs = Set.copyOf(needs);
    }

    static Fault healthy(String name, Script script) {
        return new Fault(name, "", "", "", "starttls", Port.SUBMISSION, Set.of(), script);
    }

    static Fault of(String name, String diagnosis, String stage, Script script) {
        return new Fault(name, diagnosis, "", stage, "starttls", Port.SUBMISSION, Set.of(), script);
    }

    Fault warning(String code) {
        return new Fault(name, diagnosis, code, stage, security, port, needs, script);
    }

    Fault security(String wanted) {
        return new Fault(name, diagnosis, warning, stage, wanted, port, needs, script);
    }

    Fault behind(Port other) {
        return new Fault(name, diagnosis, warning, stage, security, other, needs, script);
    }

    Fault at(String other) {
        return new Fault(name, diagnosis, warning, other, security, port, needs, script);
    }

    Fault needing(Need... all) {
        return new Fault(name, diagnosis, warning, stage, security, port, Set.of(all), script);
    }

    /// For lists: the diagnosis, else the warning, else `healthy`.
    public String code() {
        return !diagnosis.isEmpty() ? diagnosis : !warning.isEmpty() ? warning : "healthy";
    }

    /// Whether a check-up is to find nothing that stops mail.
    public boolean harmless() {
        return diagnosis.isEmpty();
    }
}
