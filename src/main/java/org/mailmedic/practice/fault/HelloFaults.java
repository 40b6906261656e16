package org.mailmedic.practice.fault;

import java.util.List;
import org.mailmedic.practice.script.Act;
import org.mailmedic.practice.script.Script;
import org.mailmedic.practice.script.ScriptStep;

/// What goes wrong with EHLO.
final class HelloFaults {
    private static final String STAGE = "hello";
    private static final Script HEALTHY = Script.healthy();

    private HelloFaults() {}

    static List<Fault> all() {
        return List.of(
                hello("hello-rejected", "smtp.hello_rejected", HEALTHY
                        .with(ScriptStep.EHLO, "550 5.7.1 Access denied").with(ScriptStep.HELO, "550 5.7.1 Access denied")),
                hello("hello-name-rejected", "smtp.hello_rejected", HEALTHY
                        .with(ScriptStep.EHLO, "504 5.5.2 Helo command rejected: need fully-qualified hostname")
                        .with(ScriptStep.HELO, "504 5.5.2 Helo command rejected: need fully-qualified hostname")),
                hello("hello-421", "smtp.overloaded",
                        HEALTHY.with(ScriptStep.EHLO, "421 4.3.2 practice.test Server busy, too many connections")),
                hello("hello-silent", "smtp.stalled", HEALTHY.with(ScriptStep.EHLO, new Act.Silence())),
                hello("hello-dropped", "smtp.dropped", HEALTHY.with(ScriptStep.EHLO, new Act.Drop())),
                hello("hello-reset", "smtp.dropped", HEALTHY.with(ScriptStep.EHLO, new Act.Reset())),
                hello("drop-after-hello", "smtp.dropped", HEALTHY.with(ScriptStep.EHLO_INSIDE, new Act.AsUsual().then(new Act.Drop())))
                        .at("sender").needing(Need.SENDER),
                Fault.of("interfered-commands", "smtp.interfered", "greeting", masked()),
                Fault.of("interfered-banner", "smtp.interfered", "greeting", masked().with(ScriptStep.GREETING, "220 " + "*".repeat(62))));
    }

    /// What a firewall with "SMTP inspection" leaves of the list, and of the commands that it does not know.
    private static Script masked() {
        return HEALTHY.withoutStartTls().with(ScriptStep.EHLO, """
                250-practice.test
                250-PIPELINING
                250-SIZE 10485760
                250-XXXXXXXA
                250-XXXXXXXXXXXXXXXB
                250 8BITMIME""");
    }

    private static Fault hello(String name, String diagnosis, Script script) {
        return Fault.of(name, diagnosis, STAGE, script);
    }
}
