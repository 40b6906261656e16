package org.mailmedic.practice.fault;

import static org.mailmedic.practice.fault.Need.PASSWORD;
import static org.mailmedic.practice.fault.Need.RECIPIENT;
import static org.mailmedic.practice.fault.Need.SENDER;

import java.util.List;
import org.mailmedic.practice.script.Act;
import org.mailmedic.practice.script.Script;
import org.mailmedic.practice.script.ScriptStep;

/// What is answered to RCPT.
final class RecipientFaults {
    private static final String STAGE = "recipient";

    private RecipientFaults() {}

    static List<Fault> all() {
        return List.of(
                say("rcpt-unknown", "send.recipient_rejected",
                        "550 5.1.1 <person@example.com>: Recipient address rejected: User unknown in virtual mailbox table"),
                say("rcpt-relay-denied", "send.relay_denied", "554 5.7.1 <person@example.com>: Relay access denied"),
                say("rcpt-relay-denied-unsigned", "auth.required", "554 5.7.1 <person@example.com>: Relay access denied").at("sender")
                        .needing(SENDER, RECIPIENT),
                say("rcpt-too-many", "send.too_many_recipients", "452 4.5.3 Error: too many recipients"),
                say("rcpt-mailbox-full", "send.mailbox_full",
                        "552 5.2.2 <person@example.com>: The email account that you tried to reach is over quota"),
                say("rcpt-greylisted", "send.greylisted",
                        "450 4.2.0 <person@example.com>: Recipient address rejected: Greylisted, see "
                                + "http://postgrey.schweikert.ch/help/example.com.html"),
                say("rcpt-blocklisted", "send.blocklisted",
                        "550 5.7.1 Service unavailable; client [127.0.0.1] blocked using b.barracudacentral.org"),
                say("rcpt-server-error", "smtp.server_error", "451 4.3.0 <person@example.com>: Temporary lookup failure"),
                say("rcpt-policy-service", "smtp.server_error",
                        "451 4.3.5 <person@example.com>: Recipient address rejected: Server configuration problem"),
                act("rcpt-silent", "smtp.stalled", new Act.Silence()),
                act("rcpt-dropped", "smtp.dropped", new Act.Drop()),
                act("drop-after-rcpt", "smtp.dropped", new Act.AsUsual().then(new Act.Drop())).at("message").needing(PASSWORD, SENDER,
                        RECIPIENT, Need.SEND));
    }

    private static Fault say(String name, String diagnosis, String reply) {
        return act(name, diagnosis, new Act.Say(reply));
    }

    private static Fault act(String name, String diagnosis, Act act) {
        return Fault.of(name, diagnosis, STAGE, Script.healthy().with(ScriptStep.RCPT, act)).needing(PASSWORD, SENDER, RECIPIENT);
    }
}
