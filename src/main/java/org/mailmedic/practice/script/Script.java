package org.mailmedic.practice.script;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.mailmedic.practice.Message;
import org.mailmedic.practice.certificate.IdentityKind;

/// How a server behaves, as data: a healthy server, and what differs from it.
///
/// @param acts         what happens at a step instead of the usual
/// @param mechanisms   names after AUTH; those of [SaslServerMechanism] are really verified, the others only offered
/// @param capabilities further EHLO lines
/// @param startTls     whether STARTTLS is offered
/// @param authOutside  whether AUTH is offered before encryption
/// @param tlsDemand    the reply that refuses MAIL before encryption; empty if it is taken
/// @param signInDemand the reply that refuses MAIL before a sign-in; empty if it is taken
/// @param nobodyKnown  whether every credential is refused, by its mechanism's own way of refusing
/// @param tls          how TLS goes, after STARTTLS and on the port of implicit TLS alike
public record Script(Map<ScriptStep, Act> acts, List<String> mechanisms, List<String> capabilities, boolean startTls, boolean authOutside,
              String tlsDemand, String signInDemand, boolean nobodyKnown, TlsManner tls) {
    private static final Act AS_USUAL = new Act.AsUsual();

    public Script {
        acts = Map.copyOf(acts);
        mechanisms = List.copyOf(mechanisms);
        capabilities = List.copyOf(capabilities);
    }

    public static Script healthy() {
        return new Script(Map.of(), List.of("PLAIN", "LOGIN"),
                List.of("PIPELINING", "SIZE " + Message.LIMIT, "8BITMIME", "SMTPUTF8", "ENHANCEDSTATUSCODES"),
                true, false, "", "", false, new TlsManner.Genuine(IdentityKind.SOUND));
    }

    public Act at(ScriptStep step) {
        return acts.getOrDefault(step, AS_USUAL);
    }

    public Script with(ScriptStep step, Act act) {
        var changed = new EnumMap<ScriptStep, Act>(ScriptStep.class);
        changed.putAll(acts);
        changed.put(step, act);
        return new Script(changed, mechanisms, capabilities, startTls, authOutside, tlsDemand, signInDemand, nobodyKnown, tls);
    }

    public Script with(ScriptStep step, String reply) {
        return with(step, new Act.Say(reply));
    }

    public Script offering(String... names) {
        return new Script(acts, List.of(names), capabilities, startTls, authOutside, tlsDemand, signInDemand, nobodyKnown, tls);
    }

    public Script capable(List<String> lines) {
        return new Script(acts, mechanisms, lines, startTls, authOutside, tlsDemand, signInDemand, nobodyKnown, tls);
    }

    public Script withoutStartTls() {
        return new Script(acts, mechanisms, capabilities, false, authOutside, tlsDemand, signInDemand, nobodyKnown, tls);
    }

    public Script authEverywhere() {
        return new Script(acts, mechanisms, capabilities, startTls, true, tlsDemand, signInDemand, nobodyKnown, tls);
    }

    public Script demandingTls(String reply) {
        return new Script(acts, mechanisms, capabilities, startTls, authOutside, reply, signInDemand, nobodyKnown, tls);
    }

    public Script demandingSignIn(String reply) {
        return new Script(acts, mechanisms, capabilities, startTls, authOutside, tlsDemand, reply, nobodyKnown, tls);
    }

    public Script knowingNobody() {
        return new Script(acts, mechanisms, capabilities, startTls, authOutside, tlsDemand, signInDemand, true, tls);
    }

    public Script encrypting(TlsManner manner) {
        return new Script(acts, mechanisms, capabilities, startTls, authOutside, tlsDemand, signInDemand, nobodyKnown, manner);
    }

    public Script showing(IdentityKind identity) {
        return encrypting(new TlsManner.Genuine(identity));
    }
}
