package org.mailmedic.lab.scenario;

import static org.mailmedic.lab.Expected.healthy;
import static org.mailmedic.lab.Expected.problem;
import static org.mailmedic.lab.net.Addresses.SERVER;
import static org.mailmedic.lab.scenario.Given.*;

import java.util.List;
import org.mailmedic.lab.Scenario;
import org.mailmedic.lab.peer.Mailbox;

/// The server for sending does not accept the password: is it wrong, or is sending switched off?
final class MailboxScenarios {
    private static final String REFUSED = "535 5.7.8 Error: authentication failed";
    private static final String OPENS = "OK signed in";
    private static final String STAYS_SHUT = "NO [AUTHENTICATIONFAILED] authentication failed";

    private MailboxScenarios() {}

    private static Scenario of(String name, String reply, Scenario.Setting... mailbox) {
        return Scenario.of("mailbox", name).with(mailHost(server -> server.on("password", reply))).with(mailbox)
            .asking("--user", "anna@shop.example", "--check-mailbox");
    }

    private static Scenario.Setting mailbox(int port, String answer) {
        return serving(SERVER, port, b -> new Mailbox(b.authority().sound(HOST).context(), port == 993, answer));
    }

    static List<Scenario> all() {
        return List.of(
            of("it opens on 993", REFUSED, mailbox(993, OPENS))
                    .expect(problem("auth.disabled_by_provider").by("mail_provider").naming(HOST)),
            of("it opens on 143 after STARTTLS", REFUSED, mailbox(143, OPENS))
                    .expect(problem("auth.disabled_by_provider").by("mail_provider")),
            of("it stays shut as well", REFUSED, mailbox(993, STAYS_SHUT)).expect(problem("auth.bad_credentials").by("you")),
            of("nobody is there", REFUSED).expect(problem("auth.bad_credentials").by("you")),
            of("it would open, and nobody allowed to try", REFUSED, mailbox(993, OPENS)).asking("--check-mailbox", "-")
                    .expect(problem("auth.bad_credentials").by("you")),
            of("it cannot prove who it is", REFUSED,
                    serving(SERVER, 993, b -> new Mailbox(b.authority().selfSigned(HOST).context(), true, OPENS)))
                .expect(problem("auth.bad_credentials").by("you")),
            of("it is not asked after a lock-out", "454 4.7.0 Too many login attempts, please try again later.", mailbox(993, OPENS))
                .expect(problem("auth.too_many_attempts").by("you")),
            of("it is not asked when all is well", "235 2.7.0 signed in", mailbox(993, STAYS_SHUT)).expect(healthy()));
    }
}
