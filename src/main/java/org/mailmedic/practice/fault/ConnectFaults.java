package org.mailmedic.practice.fault;

import java.util.List;
import org.mailmedic.practice.script.Act;
import org.mailmedic.practice.script.Script;
import org.mailmedic.practice.script.ScriptStep;

/// What goes wrong before a word is said.
final class ConnectFaults {
    private static final Script HEALTHY = Script.healthy();
    private static final double A_BLINK = 1 / 600.0;

    private ConnectFaults() {}

    static List<Fault> all() {
        return List.of(
                Fault.of("port-refuses", "tcp.refused", "connect", HEALTHY).behind(Fault.Port.CLOSED),
                Fault.of("reset-before-greeting", "tcp.reset", "connect", greeting(new Act.Pause(A_BLINK).then(new Act.Reset()))),
                Fault.of("close-before-greeting", "smtp.dropped", "greeting", greeting(new Act.Drop())));
    }

    private static Script greeting(Act act) {
        return HEALTHY.with(ScriptStep.GREETING, act);
    }
}
